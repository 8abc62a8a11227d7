import {
  type Absence,
  type Aftermath,
  type FetchResult,
  type Item,
  type ItemId,
  present,
  type Source,
  type SourceId,
  type Withdrawal,
} from '../model/index.ts'
import { retractionNotice } from '../text/index.ts'
import type { Desk } from './desk.ts'
import { articleOf } from './read-article.ts'
import { isWatched } from './vanished.ts'

const DAY_MS = 86_400_000
/** In one pass, of all sources and of one. */
const MOST_LOOKS = 100
const MOST_OF_SOURCE = 5
/** So many looks find an article in its place, and it is left in peace; so many in all, whatever came of them. */
const GOOD_LOOKS = 3
const ALL_LOOKS = 8
/** A page is missing when so many looks in a row, over at least so long, met a 404. */
const MISSING_TIMES = 3
const MISSING_MS = 2 * DAY_MS

/**
 * Looks at the pages of items that their sources list no more, and whose look is due; none of a source that is switched off: robots.txt respected, few in a pass, few of one
 * source. 410 withdraws an item at once, as does a notice in the article's place; 404 when it was met for days. Anything else
 * says nothing, and after a few looks the item is left in peace.
 * @returns how many items were withdrawn
 */
export async function lookAgain(
  { sources, only }: { readonly sources: readonly Source[]; readonly only?: readonly SourceId[] | undefined },
  desk: Desk,
): Promise<number> {
  if (desk.signal?.aborted === true) return 0
  const open = new Set(sources.filter((source) => source.enabled && source.article !== 'never').map((source) => source.id))
  const due = await desk.store.absences({ due: desk.now, limit: MOST_LOOKS * 5 })
  const settled: ItemId[] = []
  const chosen: (typeof due)[number][] = []
  const taken = new Map<SourceId, number>()
  for (const one of due) {
    const id = one.item.carrier.sourceId
    const count = taken.get(id) ?? 0
    if (!isWatched(one.item, desk.now) || !open.has(id)) settled.push(one.item.id)
    else if (only?.includes(id) !== false && chosen.length < MOST_LOOKS && count < MOST_OF_SOURCE) {
      taken.set(id, count + 1)
      chosen.push(one)
    }
  }
  const found = await Promise.all(chosen.map(({ absence, item }) => look(absence, item, desk)))
  const withdrawn = found.flatMap((one) => (one.kind === 'withdrawn' ? [one.withdrawal] : []))
  const aftermath: Aftermath = {
    withdrawn,
    absent: found.flatMap((one) => (one.kind === 'again' ? [one.absence] : [])),
    settled: [...settled, ...found.flatMap((one) => (one.kind === 'settled' ? [one.id] : []))],
  }
  if (chosen.length + settled.length > 0) await desk.store.follow(aftermath)
  for (const { itemId, evidence } of withdrawn) desk.log('info', 'item.withdrawn', { item: itemId, by: 'source', evidence })
  return withdrawn.length
}

type Look =
  | { readonly kind: 'withdrawn'; readonly withdrawal: Withdrawal }
  | { readonly kind: 'again'; readonly absence: Absence }
  | { readonly kind: 'settled'; readonly id: ItemId }

async function look(absence: Absence, item: Item, desk: Desk): Promise<Look> {
  const answer = await desk.fetch(present({ url: item.url, purpose: 'article' as const, signal: desk.signal }))
  const { now } = desk
  if (answer.kind === 'failed') return afterFailure(absence, answer, now)
  const notice = await noticeAt(answer, item)
  if (notice !== undefined) return withdrawnBy(absence, now, { evidence: 'notice', reason: notice })
  const { missing: _, ...rest } = absence
  return again(
    { ...rest, checks: absence.checks + 1 },
    { now, waitMs: absence.checks === 0 ? DAY_MS : 3 * DAY_MS, most: GOOD_LOOKS },
  )
}

function afterFailure(absence: Absence, answer: Extract<FetchResult, { kind: 'failed' }>, now: Date): Look {
  if (answer.trouble === 'cancelled') return { kind: 'again', absence }
  if (answer.trouble === 'gone') return withdrawnBy(absence, now, { evidence: 'gone' })
  if (answer.trouble === 'robots' || answer.trouble === 'private-address' || answer.trouble === 'bad-address')
    return { kind: 'settled', id: absence.itemId }
  const { missing: before, ...rest } = absence
  const checks = absence.checks + 1
  if (answer.status !== 404) {
    const waitMs = Math.max(DAY_MS, (answer.retryAt?.getTime() ?? 0) - now.getTime())
    return again({ ...absence, checks }, { now, waitMs, most: ALL_LOOKS })
  }
  const missing = { since: before?.since ?? now, times: (before?.times ?? 0) + 1 }
  const isConfirmed = missing.times >= MISSING_TIMES && now.getTime() - missing.since.getTime() >= MISSING_MS
  if (isConfirmed) return withdrawnBy(absence, now, { evidence: 'missing' })
  return again({ ...rest, checks, missing }, { now, waitMs: DAY_MS, most: ALL_LOOKS })
}

function again(
  absence: Absence,
  { now, waitMs, most }: { readonly now: Date; readonly waitMs: number; readonly most: number },
): Look {
  if (absence.checks >= most) return { kind: 'settled', id: absence.itemId }
  return { kind: 'again', absence: { ...absence, due: new Date(now.getTime() + waitMs) } }
}

function withdrawnBy({ itemId }: Absence, at: Date, why: Pick<Withdrawal, 'evidence' | 'reason'>): Look {
  return { kind: 'withdrawn', withdrawal: { itemId, at, by: 'source', ...why } }
}

async function noticeAt(answer: Exclude<FetchResult, { kind: 'failed' }>, item: Item): Promise<string | undefined> {
  const page = answer.kind === 'ok' ? await articleOf(answer) : undefined
  if (page?.kind !== 'article') return undefined
  return retractionNotice({ title: page.article.title ?? '', text: page.article.text }, item.title)
}
