import type { Relation } from '../model/index.ts'
import { fold } from '../text/index.ts'
import type { Comparable } from './comparable.ts'
import { likeness } from './likeness.ts'
import { type PairVerdict, verdictOn } from './verdict-on.ts'

/**
 * How an item stands to items before it: a copy of the one that it is most like, a report of the same event, or single. Which
 * neighbours are worth asking about, and from which days, is the caller's choice. The order of the neighbours decides nothing:
 * of two equally like ones the earlier, then the lower id, wins. The evidence is a line for people.
 */
export function relate(item: Comparable, neighbours: readonly Comparable[]): Relation {
  let best: { readonly neighbour: Comparable; readonly verdict: PairVerdict } | undefined
  for (const neighbour of neighbours) {
    if (neighbour.id === item.id) continue
    const verdict = judged(item, neighbour)
    if (verdict.kind === 'other') continue
    if (best === undefined || comesFirst({ neighbour, verdict }, best)) best = { neighbour, verdict }
  }
  if (best === undefined || best.verdict.kind === 'other') return { kind: 'single' }
  const { kind, similarity, evidence } = best.verdict
  return { kind, of: best.neighbour.id, similarity: Math.round(similarity * 1000) / 1000, evidence }
}

function judged(item: Comparable, neighbour: Comparable): PairVerdict {
  if (item.urlKey !== '' && item.urlKey === neighbour.urlKey) return { kind: 'copy', similarity: 1, evidence: 'same address' }
  return verdictOn(likeness(item.fingerprint, neighbour.fingerprint), {
    sameOutlet: outletOf(item) === outletOf(neighbour),
    sameFeed: (item.carrier.sourceId ?? item.carrier.name) === (neighbour.carrier.sourceId ?? neighbour.carrier.name),
    sameDateline: isSameDateline(item, neighbour),
  })
}

/** Who printed it: behind an aggregator, the publisher that it names. */
function outletOf(item: Comparable): string {
  return fold(item.credit.publisher ?? item.carrier.name) || item.carrier.name
}

function isSameDateline(a: Comparable, b: Comparable): boolean {
  const [place, other] = [a.credit.dateline?.place, b.credit.dateline?.place]
  return (
    place !== undefined &&
    other !== undefined &&
    fold(place) === fold(other) &&
    a.credit.agency.some((name) => b.credit.agency.includes(name))
  )
}

type Candidate = { readonly neighbour: Comparable; readonly verdict: PairVerdict }

function comesFirst(a: Candidate, b: Candidate): boolean {
  if (a.verdict.kind !== b.verdict.kind) return a.verdict.kind === 'copy'
  if (a.verdict.similarity !== b.verdict.similarity) return a.verdict.similarity > b.verdict.similarity
  const [at, bt] = [a.neighbour, b.neighbour].map((one) => (one.published ?? one.firstSeen).getTime())
  return at !== bt ? (at ?? 0) < (bt ?? 0) : a.neighbour.id < b.neighbour.id
}
