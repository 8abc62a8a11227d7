import type { Beside } from './beside-words.ts'
import { KIND, type LetterTable } from './letter-table.ts'
import { HARD_TAG, NO_TAG, partsWords, type Source, tagEnd } from './tag-end.ts'

const [AMPERSAND, LESS] = [0x26, 0x3c]

/**
 * Where a text goes on behind the tags that begin with the `<` at a place. As a negative number when a word may go on there: the tags stand
 * inside it. `HARD_TAG` when one of them cannot be understood.
 */
export type BeyondTags = (source: Source, at: number, isInWord: boolean) => number

export function tagSkipper({ units: table, learn }: LetterTable, beside: Beside): BeyondTags {
  return (source, at, isInWord) => {
    let isSplit = isInWord
    let end = at
    do {
      const next = tagEnd(source, end)
      if (next === HARD_TAG || (next === NO_TAG && opensLater(source.units[end + 1]))) return HARD_TAG
      if (next === NO_TAG || (isSplit && partsWords(source, end))) isSplit = false
      end = next === NO_TAG ? end + 1 : next
    } while (source.units[end] === LESS)
    return isSplit && !isParted(source, end) ? -end : end
  }

  function isParted(source: Source, at: number): boolean {
    if (at >= source.length) return true
    const code = source.units[at] ?? 0
    const kind = table[code] || learn(code)
    return kind === KIND.space || (kind < KIND.space && beside(source, at) >= 0)
  }
}

/** Whether a `<` that is text may begin a tag at a second look: `<<b></b>p>` and `<&#47;p>` may. */
function opensLater(code: number | undefined): boolean {
  return code === LESS || code === AMPERSAND
}
