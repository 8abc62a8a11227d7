import { itemMoment } from '../model/index.ts'
import { isSameName } from '../text/index.ts'
import type { Printed } from './comparable.ts'

/**
 * Whether `a` rather than `b` leads a story that holds both: the agency's own copy before what it was printed as elsewhere, an
 * original before a text that names whom it was republished from, else the earlier one; at one moment the lower id. A strict total
 * order, so that whoever leads does not depend on the order of asking.
 */
export function shouldLead(a: Printed, b: Printed): boolean {
  const [rankA, rankB] = [rank(a), rank(b)]
  if (rankA !== rankB) return rankA < rankB
  const [atA, atB] = [itemMoment(a).getTime(), itemMoment(b).getTime()]
  return atA !== atB ? atA < atB : a.id < b.id
}

function rank({ credit, carrier }: Printed): number {
  const isPublisher = (name: string): boolean => isSameName(name, credit.publisher ?? '') || isSameName(name, carrier.name)
  if (credit.agency.some(isPublisher)) return 0
  return credit.source === undefined || isPublisher(credit.source.name) ? 1 : 2
}
