import { type Absence, type Item, itemMoment, type Source } from '../model/index.ts'
import type { Desk } from './desk.ts'
import type { Screen } from './screened.ts'

const DAY_MS = 86_400_000
/** Older items are left alone: that they go from a feed is the way of things, and nobody follows them any more. */
const WATCHED_MS = 30 * DAY_MS
/** Of one document only so many are missed at once. */
const MOST_MISSED = 50

/**
 * The items that a source's document lists no more, to be looked at. None of a source whose pages are never asked for, and none when
 * the document is empty: that says something of the document only.
 */
export async function vanishedItems(
  { before, seen, names }: Pick<Screen, 'before' | 'seen' | 'names'>,
  source: Source,
  desk: Desk,
): Promise<readonly Absence[]> {
  if (source.article === 'never' || seen.size === 0) return []
  const absences: Absence[] = []
  let namesNow: ReadonlySet<string> | undefined
  for (const key of before.keys()) {
    if (seen.has(key)) continue
    if (absences.length >= MOST_MISSED) break
    const item = await desk.store.find(source.id, [key])
    if (item === undefined || !isWatched(item, desk.now)) continue
    namesNow ??= names()
    if (isAmong(item.identities, namesNow)) continue
    absences.push({ itemId: item.id, since: desk.now, due: desk.now, checks: 0 })
  }
  return absences
}

/** Whether an item is young enough, and its address its own. */
export function isWatched(item: Item, now: Date): boolean {
  return !item.credit.urlNeedsResolve && now.getTime() - itemMoment(item).getTime() <= WATCHED_MS
}

function isAmong(identities: readonly string[], names: ReadonlySet<string>): boolean {
  return identities.some((name) => names.has(name))
}
