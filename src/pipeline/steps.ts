import { setImmediate } from 'node:timers/promises'
import {
  type Decision,
  type Item,
  type ItemId,
  type PageHeaders,
  present,
  type Source,
  type SourceState,
  type Withdrawal,
} from '../model/index.ts'
import { bodyMark, incomplete, isMarkedByRules } from './body-mark.ts'
import { boundedPages, postponedNotice } from './bounded-pages.ts'
import { decisionOf } from './decision.ts'
import type { Desk } from './desk.ts'
import { fateOf } from './fate.ts'
import { judged } from './judged.ts'
import { keep } from './keep.ts'
import { feedRequest } from './pace.ts'
import { readDocument } from './read-document.ts'
import { roomAfter, roomFor, roomNotice } from './room.ts'
import { type Candidate, screened } from './screened.ts'
import { type SourceResult, settled } from './settled.ts'
import { vanishedItems } from './vanished.ts'

/** So many entries are judged in one go; then whatever waits in other sources has its turn. */
const BREATH = 50

/**
 * The way of an item through one source:
 *
 *     fetch -> decode, read -> screen -> parse -> match, [extract] -> attribute, keep, follow
 *
 * and from there, in pass.ts, through all sources: store -> cluster (place.ts) -> publish (publish-stories.ts).
 * Nothing is stored here. What a source does wrong is in the report.
 * @throws KaynakError only for what is wrong with our own store
 */
export async function readSource(source: Source, previous: SourceState | undefined, desk: Desk): Promise<SourceResult> {
  const judgeAnew = !isMarkedByRules(previous?.bodyHash, source, desk.rules)
  const ask = feedRequest(source, previous, desk)
  const asked = judgeAnew ? { url: ask.url } : ask // a 304 would hide what the new rules have not judged
  const visit = { source, previous, desk, asked }

  // fetch
  const answer = await desk.fetch({ ...asked, purpose: 'feed' })
  if (answer.kind === 'failed') return settled(visit, { kind: 'failed', answer })
  if (answer.kind === 'not-modified') return settled(visit, { kind: 'unchanged', answer })

  // the same bytes under the same rules hold nothing new
  const mark = bodyMark(answer.bytes, source, desk.rules)
  if (mark === previous?.bodyHash) return settled(visit, { kind: 'unchanged', answer })

  // decode, read
  const document = await readDocument(answer, source, desk)
  if (document.kind === 'unreadable') return settled(visit, { kind: 'unreadable', why: document.message })
  const { isCut = false } = document
  if (isCut && document.slips.length === 0)
    return settled(visit, { kind: 'unreadable', why: 'a feed that ends before its first entry' })

  // screen
  const screen = await screened(document, source, { desk, judgeAnew })
  const { candidates, isNews } = screen

  // parse
  const slips = candidates.map((candidate) => candidate.slip)
  const entries = await desk.parser.entries(document, slips)

  const items: Item[] = []
  const withdrawn: Withdrawal[] = []
  const restored: Item[] = []
  const decisions: Decision[] = []
  const tally = { kept: 0, changed: 0, dropped: 0 }
  const pages = boundedPages(source, previous, desk)
  const room = roomFor(previous, desk.now)
  const left = { postponed: 0, refused: 0 }
  const seen = new Map(screen.seen)
  for (const [index, candidate] of candidates.entries()) {
    const entry = entries[index]
    if (entry === undefined) continue
    if (index % BREATH === BREATH - 1) await setImmediate()
    if (candidate.item === undefined && tally.kept >= room) {
      seen.delete(candidate.key)
      left.refused++
      continue
    }

    // match, extract
    const judgement = await judged(entry, source, {
      desk,
      pages,
      feed: document.feed,
      known: candidate.isChanged ? candidate.item : undefined,
    })
    if (judgement.isPostponed) {
      seen.delete(candidate.key)
      left.postponed++
      continue
    }
    decisions.push(...decisionOf(judgement, { source, key: candidate.key, now: desk.now }))
    if (!judgement.verdict.relevant && candidate.item === undefined) {
      if (judgement.verdict.reasons.length > 0) tally.dropped++
      continue
    }

    // attribute, keep, follow
    const { credited } = await import('./credited.ts') // few documents hold anything to attribute
    const words = credited(judgement, source, document.feed)
    if (words === undefined) continue
    const kept = keep(words, { source, candidate, feed: document.feed, isReserved: isReserved(answer), now: desk.now })
    const fate = await fateOf(words, kept, { known: candidate.item, source, desk })
    if (fate.kind === 'withdrawn') withdrawn.push(fate.withdrawal)
    if (fate.kind === 'restored') restored.push(fate.item)
    if (fate.kind !== 'kept') continue
    items.push(fate.kept.item)
    if (fate.kept.kind === 'new') tally.kept++
    if (fate.kept.kind === 'revised') tally.changed++
  }
  const isSameAddress = previous?.url === source.url // another document is no sequel of the last one
  const absent = isSameAddress && !isCut ? await vanishedItems(screen, source, desk) : []
  const aftermath = { withdrawn, restored, absent, settled: backAgain(candidates, screen.before) }
  const isIncomplete = left.postponed > 0
  const pagesFrom = pages.from()
  const reading = {
    document: { ...document, warnings: [...document.warnings, ...roomNotice(left.refused), ...postponedNotice(left.postponed)] },
    // what was postponed or cut off is asked for again, whether the document has changed or not: as soon as its pages may be read
    answer: isCut || (isIncomplete && pagesFrom === undefined) ? { ...answer, validators: {} } : answer,
    mark: isIncomplete ? incomplete(mark) : mark,
    pagesFrom,
  }
  return settled(
    visit,
    present({
      kind: 'read' as const,
      ...reading,
      isNews,
      room: roomAfter(room, tally.kept, { previous: previous?.room, now: desk.now }),
    }),
    { items, decisions, aftermath, seen, candidates: candidates.length, tally },
  )
}

/** The items that are listed again: whether they were missed is nobody's question any more. */
function backAgain(candidates: readonly Candidate[], before: ReadonlyMap<string, string>): readonly ItemId[] {
  return candidates.flatMap(({ key, item }) => (item === undefined || before.has(key) ? [] : [item.id]))
}

/** Whether the headers of a document reserve text and data mining (TDMRep). */
function isReserved({ headers }: { readonly headers: PageHeaders }): boolean {
  return headers.tdmReservation?.trim() === '1'
}
