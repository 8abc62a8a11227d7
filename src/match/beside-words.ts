import { decodeEntities, foldLetter } from '../text/index.ts'
import { KIND, type LetterTable } from './letter-table.ts'
import type { Source } from './tag-end.ts'

const AMPERSAND = 0x26
/** Parts words in Arabic letters only; a text that holds it by its name is rare enough. */
const ZWNJ = 0x200c
const LONGEST_REFERENCE = 34
const MOST_KNOWN = 500

/**
 * Where a text goes on behind a character reference or a pair of halves that stands beside words, as most do; -1 when it is (part of) a
 * letter, or may be.
 */
export type Beside = (source: Source, at: number) => number

export function besideWords({ units: table }: LetterTable): Beside {
  const known = new Map<string, boolean>()

  return ({ units, text }, at) => {
    const code = units[at] ?? 0
    if (table[code] === KIND.half) {
      const codePoint = text.codePointAt(at) ?? 0
      return codePoint > 0xffff && meansSpace(String.fromCodePoint(codePoint)) ? at + 2 : -1
    }
    if (code !== AMPERSAND) return -1
    const end = referenceEnd(units, at)
    const reference = text.slice(at, end)
    if (meansSpace(reference)) return end
    const meant = decodeEntities(reference)
    if (meant === reference) return at + 1
    if (meant !== '&') return -1
    const again = `&${text.slice(end, referenceEnd(units, end - 1))}` // a text that was escaped twice
    return decodeEntities(again) === again ? end : -1
  }

  /** Remembered, but not without bound: a text can hold any number of them. */
  function meansSpace(piece: string): boolean {
    const before = known.get(piece)
    if (before !== undefined) return before
    const meant = decodeEntities(piece)
    const codePoint = meant.codePointAt(0) ?? 0
    const isOne = meant === String.fromCodePoint(codePoint) && meant !== '&' && meant !== '<' && codePoint !== ZWNJ
    const folded = isOne ? foldLetter(codePoint) : ''
    const result = folded !== '' && folded.trim() === ''
    if (known.size < MOST_KNOWN) known.set(piece, result)
    return result
  }
}

function referenceEnd(units: Uint16Array, at: number): number {
  let end = at + 1
  while (end - at < LONGEST_REFERENCE && isReferenceUnit(units[end] ?? 0)) end += 1
  return units[end] === 0x3b ? end + 1 : end
}

/** Letters, digits, `#`. */
function isReferenceUnit(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x23
}
