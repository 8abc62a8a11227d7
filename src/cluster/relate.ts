import type { Relation } from '../model/index.ts'
import { isSameName } from '../text/index.ts'
import type { Comparable } from './comparable.ts'
import { likeness } from './likeness.ts'
import { type PairVerdict, verdictOn } from './verdict-on.ts'

/** More neighbours than this are sorted by their bands first. */
const MOST_COMPARED = 40
/** Counts for more than all bands together. */
const SAME_ADDRESS = 1_000

/**
 * How an item stands to items before it: a copy of the one that it is most like, a report of the same event, or single. Which
 * neighbours are worth asking about, and from which days, is the caller's choice. The order of the neighbours decides nothing:
 * of two equally like ones the earlier, then the lower id, wins. The evidence is a line for people.
 */
export function relate(item: Comparable, neighbours: readonly Comparable[]): Relation {
  let best: { readonly neighbour: Comparable; readonly verdict: PairVerdict } | undefined
  for (const neighbour of mostAlike(item, neighbours)) {
    const verdict = judged(item, neighbour)
    if (verdict.kind === 'other') continue
    if (best === undefined || comesFirst({ neighbour, verdict }, best)) best = { neighbour, verdict }
  }
  if (best === undefined || best.verdict.kind === 'other') return { kind: 'single' }
  const { kind, similarity, evidence } = best.verdict
  return { kind, of: best.neighbour.id, similarity: Math.round(similarity * 1000) / 1000, evidence }
}

/** A flood of like items must not be compared each with each: the ones that share most bands, and those of the same address. */
function mostAlike(item: Comparable, neighbours: readonly Comparable[]): readonly Comparable[] {
  const others = neighbours.filter((neighbour) => neighbour.id !== item.id)
  if (others.length <= MOST_COMPARED) return others
  const own = new Set(item.print.bands)
  const counted = others.map((neighbour) => ({ neighbour, common: commonBands(own, neighbour, item.urlKey) }))
  counted.sort((a, b) => b.common - a.common || (a.neighbour.id < b.neighbour.id ? -1 : 1))
  return counted.slice(0, MOST_COMPARED).map(({ neighbour }) => neighbour)
}

function commonBands(own: ReadonlySet<string>, neighbour: Comparable, urlKey: string): number {
  if (urlKey !== '' && neighbour.urlKey === urlKey) return SAME_ADDRESS
  return neighbour.print.bands.reduce((count, band) => count + (own.has(band) ? 1 : 0), 0)
}

function judged(item: Comparable, neighbour: Comparable): PairVerdict {
  if (item.urlKey !== '' && item.urlKey === neighbour.urlKey) return { kind: 'copy', similarity: 1, evidence: 'same address' }
  return verdictOn(likeness(item.print, neighbour.print), {
    sameOutlet: isSameName(outletOf(item), outletOf(neighbour)),
    sameFeed: (item.carrier.sourceId ?? item.carrier.name) === (neighbour.carrier.sourceId ?? neighbour.carrier.name),
    sameDateline: isSameDateline(item, neighbour),
  })
}

/** Who printed it: behind an aggregator, the publisher that it names. */
function outletOf({ credit, carrier }: Comparable): string {
  return credit.publisher === undefined || credit.publisher === '' ? carrier.name : credit.publisher
}

function isSameDateline(a: Comparable, b: Comparable): boolean {
  const [place, other] = [a.credit.dateline?.place, b.credit.dateline?.place]
  if (place === undefined || other === undefined || !isSameName(place, other)) return false
  return a.credit.agency.some((name) => b.credit.agency.includes(name))
}

type Candidate = { readonly neighbour: Comparable; readonly verdict: PairVerdict }

function comesFirst(a: Candidate, b: Candidate): boolean {
  if (a.verdict.kind !== b.verdict.kind) return a.verdict.kind === 'copy'
  if (a.verdict.similarity !== b.verdict.similarity) return a.verdict.similarity > b.verdict.similarity
  const [at, bt] = [a.neighbour, b.neighbour].map((one) => (one.published ?? one.firstSeen).getTime())
  return at !== bt ? (at ?? 0) < (bt ?? 0) : a.neighbour.id < b.neighbour.id
}
