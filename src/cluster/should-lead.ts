import { itemMoment } from '../model/index.ts'
import { fold } from '../text/index.ts'
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

function rank(item: Printed): number {
  const publisher = fold(item.credit.publisher ?? item.carrier.name)
  const isOwn = (name: string): boolean => name !== '' && fold(name) === publisher
  if (item.credit.agency.some(isOwn)) return 0
  const from = item.credit.source?.name
  return from === undefined || isOwn(from) ? 1 : 2
}
