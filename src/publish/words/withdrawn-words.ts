import type { Withdrawn } from '../publication.ts'
import type { PageWords } from './page-words.ts'

/** Who took an item back, how that is known and why, in one plain line: `Withdrawn by this site: wrong person named`. */
export function withdrawnWords({ by, evidence, reason }: Withdrawn, { withdrawn }: PageWords): string {
  const why = reason ?? (evidence === undefined ? undefined : withdrawn.evidence[evidence])
  return why === undefined ? withdrawn[by] : `${withdrawn[by]}: ${why}`
}
