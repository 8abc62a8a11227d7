import type { Inflection } from './inflection.ts'

/** One word of a term: its stem, and what may follow the stem within the word. */
export type WordPattern = {
  readonly stem: string
  /** whether the word may end at the stem */
  readonly bare: boolean
  /** what else may follow; undefined: nothing may */
  readonly endings?: RegExp
  /** whether particles may be written onto its front */
  readonly proclitics: boolean
}

/** A folded word of a term, and what the term says of its end: `exact` is the word itself, `open` takes any ending, `inflected` the language's. */
export type TermWord = { readonly letters: string; readonly end: 'exact' | 'open' | 'inflected' }

/** So many letters at least stand before an ending. */
export const SHORTEST_STEM = 3

const ANY_ENDING = /^.{1,12}$/u

/** How a word of a term may stand in a text. Short words keep to their dictionary form: with endings off, too little would be left. */
export function wordPattern({ letters, end }: TermWord, inflection: Inflection, isFirst: boolean): WordPattern {
  const proclitics = isFirst && inflection.proclitics
  if (end === 'open') return { stem: letters, bare: true, endings: ANY_ENDING, proclitics }
  const { changes, endings } = inflection
  const exact = { stem: letters, bare: true, proclitics }
  if (end === 'exact' || endings === undefined || letters.length < SHORTEST_STEM) return exact
  const stem = changes === undefined ? letters : letters.replace(changes, '')
  if (stem === letters) return { stem, bare: true, endings, proclitics }
  return stem.length < SHORTEST_STEM ? exact : { stem, bare: false, endings, proclitics }
}
