import type { Decision, Item, Source, SourceState } from '../model/index.ts'
import { bodyMark, isMarkedByRules } from './body-mark.ts'
import { credited } from './credited.ts'
import { decisionOf } from './decision.ts'
import type { Desk } from './desk.ts'
import { judged } from './judged.ts'
import { keep } from './keep.ts'
import { feedRequest } from './pace.ts'
import { readDocument } from './read-document.ts'
import { screened } from './screened.ts'
import { type SourceResult, settled } from './settled.ts'

/**
 * The way of an item through one source:
 *
 *     fetch -> decode, read -> screen -> parse -> match, [extract] -> attribute, keep
 *
 * and from there, in pass.ts, through all sources: store -> cluster (place.ts) -> publish (publish-stories.ts).
 * Nothing is stored here. What a source does wrong is in the report.
 * @throws KaynakError only for what is wrong with our own store
 */
export async function readSource(source: Source, previous: SourceState | undefined, desk: Desk): Promise<SourceResult> {
  const judgeAnew = !isMarkedByRules(previous?.bodyHash, source, desk.rules)
  const ask = feedRequest(source, previous, desk.now)
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

  // screen
  const { candidates, seen, isNews } = await screened(document, source, { desk, judgeAnew })

  // parse
  const slips = candidates.map((candidate) => candidate.slip)
  const entries = await desk.parser.entries(document, slips)

  const items: Item[] = []
  const decisions: Decision[] = []
  const tally = { kept: 0, changed: 0, dropped: 0 }
  for (const [index, candidate] of candidates.entries()) {
    const entry = entries[index]
    if (entry === undefined) continue

    // match, extract
    const judgement = await judged(entry, source, desk)
    decisions.push(...decisionOf(judgement, { source, key: candidate.key, now: desk.now }))
    if (!judgement.verdict.relevant && candidate.item === undefined) {
      if (judgement.verdict.reasons.length > 0) tally.dropped++
      continue
    }

    // attribute, keep
    const words = credited(judgement, source, document.feed)
    const item = words === undefined ? undefined : keep(words, { source, candidate, feed: document.feed, now: desk.now })
    if (item === undefined) continue
    items.push(item)
    if (candidate.item === undefined) tally.kept++
    else tally.changed++
  }
  return settled(
    visit,
    { kind: 'read', answer, document, mark, isNews },
    { items, decisions, seen, candidates: candidates.length, tally },
  )
}
