import { foldLetter } from '../text/index.ts'

/** What a UTF-16 unit is when it is no letter that folds to one unit: all of these are below the space, letters are above it. */
export const KIND = {
  /** not looked at yet */
  unknown: 0,
  /** nothing can be said without folding the text */
  hard: 1,
  /** `<`, `&`, and the end */
  markup: 2,
  /** folds to nothing */
  dropped: 3,
  /** folds to nothing, or parts words */
  joiner: 4,
  /** half of a pair */
  half: 5,
  /** folds to several letters of the same word */
  wide: 6,
  space: 0x20,
} as const

const ZWNJ = 0x200c
const MARKUP: ReadonlySet<number> = new Set([0, 0x26, 0x3c])
/** What no text should hold: some readers drop it, others take it for a space. */
const ILLEGAL = /[\u0001-\u0008\u000e-\u001f\ufffe\uffff]/

/** Folded letters by UTF-16 unit, lookalikes as one; learned as they are met. */
export type LetterTable = {
  readonly units: Uint16Array
  /** Looks at a unit that is unknown; returns what it is from now on. */
  readonly learn: (code: number) => number
}

export function letterTable(alike: (unit: number) => number): LetterTable {
  const units = new Uint16Array(0x10000)
  return {
    units,
    learn(code) {
      const unit = kindOf(code, alike)
      units[code] = unit
      return unit
    },
  }
}

/** A table for text that is folded already: every unit is a letter or a space. */
export function foldedTable(): LetterTable {
  const units = new Uint16Array(0x10000)
  for (let code = 0; code < units.length; code += 1) units[code] = code < KIND.space ? KIND.markup : code
  return { units, learn: (code) => code }
}

function kindOf(code: number, alike: (unit: number) => number): number {
  if (MARKUP.has(code)) return KIND.markup
  if (code === ZWNJ) return KIND.joiner
  if (code >= 0xd800 && code <= 0xdfff) return KIND.half
  if (ILLEGAL.test(String.fromCharCode(code))) return KIND.hard
  const folded = foldLetter(code)
  if (folded === '') return KIND.dropped
  if (folded.trim() === '') return KIND.space
  if (folded.length === 1) return alike(folded.charCodeAt(0))
  return folded.includes(' ') ? KIND.hard : KIND.wide
}
