import type { Spellings } from './spellings.ts'

/** Instead of a place: all words are shorter. */
export const NO_WORD = -1

const [TAB, SPACE, STAR] = ['\t', ' ', 0x2a]

/** For every term: where in `folded` the first of its longest words begins, or `NO_WORD` when none has `shortest` letters. */
export function longestWords({ folded, starts, terms }: Spellings, shortest: number): readonly number[] {
  const places: number[] = []
  let tab = -1
  let space = -1
  for (let spelling = 0; spelling < terms; spelling += 1) {
    const to = (starts[spelling + 1] ?? 0) - 1
    let best = NO_WORD
    let most = shortest - 1
    for (let from = starts[spelling] ?? 0; from < to; ) {
      if (tab < from) tab = next(folded, TAB, from)
      if (space < from) space = next(folded, SPACE, from)
      const end = Math.min(tab, space, to)
      const length = end - from - (folded.charCodeAt(end - 1) === STAR ? 1 : 0)
      if (length > most) {
        best = from
        most = length
      }
      from = end + 1
    }
    places.push(best)
  }
  return places
}

function next(folded: string, sign: string, from: number): number {
  const at = folded.indexOf(sign, from)
  return at < 0 ? folded.length : at
}
