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

const HOUR_MS = 3_600_000
/** In one pass, of all sources and of one. */
const MOST_LOOKS = 100
const MOST_OF_SOURCE = 5
/** So many looks find an article in its place, and it is left in peace; so many in all, whatever came of them. */
const GOOD_LOOKS = 3
const ALL_LOOKS = 8
/** A page is missing when so many looks in a row, over at least so long, met a 404. */
const MISSING_TIMES = 3
const MISSING_MS = 48 * HOUR_MS
/** So many pages of one source missing at once, and none in its place: the site has moved house, which withdraws nothing. */
const AWAY = 3
/** Between two looks: a little less than a day, for passes that run once a day; more when the page was there again. */
const NEXT_MS = 23 * HOUR_MS
const LATER_MS = 71 * HOUR_MS

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
  const looks = await Promise.all(chosen.map(async (one) => ({ ...one, answer: await pageOf(one.item, desk) })))
  const away = movedAway(looks)
  const found = await Promise.all(looks.map((one) => judged(one, { now: desk.now, isAway: away.has(one.item.carrier.sourceId) })))
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

type Look = { readonly absence: Absence; readonly item: Item; readonly answer: FetchResult }
type At = { readonly now: Date; readonly isAway: boolean }
type Finding =
  | { readonly kind: 'withdrawn'; readonly withdrawal: Withdrawal }
  | { readonly kind: 'again'; readonly absence: Absence }
  | { readonly kind: 'settled'; readonly id: ItemId }

async function pageOf(item: Item, desk: Desk): Promise<FetchResult> {
  return await desk.fetch(present({ url: item.url, purpose: 'article' as const, signal: desk.signal }))
}

function isMissing(answer: FetchResult): boolean {
  return answer.kind === 'failed' && answer.status === 404
}

function movedAway(looks: readonly Look[]): ReadonlySet<SourceId> {
  const bySource = Map.groupBy(looks, ({ item }) => item.carrier.sourceId)
  const away = [...bySource].filter(([, ofSource]) => {
    const missing = ofSource.filter(({ answer }) => isMissing(answer)).length
    return missing >= AWAY && ofSource.every(({ answer }) => answer.kind === 'failed')
  })
  return new Set(away.map(([id]) => id))
}

async function judged({ absence, item, answer }: Look, at: At): Promise<Finding> {
  if (answer.kind === 'failed') return afterFailure(absence, answer, at)
  const notice = await noticeAt(answer, item)
  if (notice !== undefined) return withdrawnBy(absence, at.now, { evidence: 'notice', reason: notice })
  const { missing: _, ...rest } = absence
  const waitMs = absence.checks === 0 ? NEXT_MS : LATER_MS
  return again({ ...rest, checks: absence.checks + 1 }, { now: at.now, waitMs, most: GOOD_LOOKS })
}

function afterFailure(absence: Absence, answer: Extract<FetchResult, { kind: 'failed' }>, { now, isAway }: At): Finding {
  if (answer.trouble === 'cancelled') return { kind: 'again', absence }
  if (answer.trouble === 'gone') return withdrawnBy(absence, now, { evidence: 'gone' })
  if (answer.trouble === 'robots' || answer.trouble === 'private-address' || answer.trouble === 'bad-address')
    return { kind: 'settled', id: absence.itemId }
  const checks = absence.checks + 1
  if (!isMissing(answer) || isAway) {
    const waitMs = Math.max(NEXT_MS, (answer.retryAt?.getTime() ?? 0) - now.getTime())
    return again({ ...absence, checks }, { now, waitMs, most: ALL_LOOKS })
  }
  const missing = { since: absence.missing?.since ?? now, times: (absence.missing?.times ?? 0) + 1 }
  const isConfirmed = missing.times >= MISSING_TIMES && now.getTime() - missing.since.getTime() >= MISSING_MS
  if (isConfirmed) return withdrawnBy(absence, now, { evidence: 'missing' })
  return again({ ...absence, checks, missing }, { now, waitMs: NEXT_MS, most: ALL_LOOKS })
}

type Next = { readonly now: Date; readonly waitMs: number; readonly most: number }

function again(absence: Absence, { now, waitMs, most }: Next): Finding {
  if (absence.checks >= most) return { kind: 'settled', id: absence.itemId }
  return { kind: 'again', absence: { ...absence, due: new Date(now.getTime() + waitMs) } }
}

function withdrawnBy({ itemId }: Absence, at: Date, why: Pick<Withdrawal, 'evidence' | 'reason'>): Finding {
  return { kind: 'withdrawn', withdrawal: { itemId, at, by: 'source', ...why } }
}

async function noticeAt(answer: Exclude<FetchResult, { kind: 'failed' }>, item: Item): Promise<string | undefined> {
  const page = answer.kind === 'ok' ? await articleOf(answer) : undefined
  if (page?.kind !== 'article') return undefined
  return retractionNotice({ title: page.article.title ?? '', text: page.article.text }, item.title)
}
