import { rowLimit } from './row.ts'

/**
 * So many of the newest stories are looked through for those that a fair share of `limit` wants, before every source is asked for its
 * own: as a rule they are enough.
 */
export function walkOf(limit: number): number {
  return rowLimit(4 * limit + 1_000)
}
