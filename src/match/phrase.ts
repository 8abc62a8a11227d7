import { type WordPattern, wordPattern } from './pattern.ts'
import { signsOf } from './read-term.ts'
import type { Spelling } from './spellings.ts'
import type { Meaning } from './term-lists.ts'

/** A phrase to look for: one spelling of one term of the topic file. */
export type Phrase = {
  /** the term as the topic file writes it */
  readonly text: string
  readonly language: string
  /** only in items of its language */
  readonly gated: boolean
  readonly words: readonly WordPattern[]
  /** letters that the text must hold just so, capitals and marks included, or all in capitals */
  readonly written?: string
  readonly meaning: Meaning
}

/** What a spelling looks for in a text. */
export function phraseOf({ list, term, form, words: termWords, inflection }: Spelling): Phrase {
  const { language, scope, meaning } = list
  const words = termWords.map((word, place) => wordPattern(word, inflection, place === 0))
  const gated = language !== '*' && scope !== 'any' && (scope === 'own' || isShort(words, language))
  const phrase = { text: term, language, gated, words, meaning }
  return signsOf(term).written ? { ...phrase, written: form.replaceAll('*', '').normalize('NFC') } : phrase
}

/** Languages whose short words are met in the news of all others that write with their letters. */
const WIDE: readonly (readonly [RegExp, string])[] = [
  [/^[a-z0-9]+$/, 'en'],
  [/^[\u0620-\u06ff]+$/, 'ar'],
  [/^[\u0400-\u052f]+$/, 'ru'],
]

/** Short words mean something else in the next language that writes with their letters: sara, dera, damas, تنف. */
function isShort([first, ...others]: readonly WordPattern[], language: string): boolean {
  if (first === undefined || others.length > 0 || first.stem.length > 5) return false
  return WIDE.some(([letters, wide]) => wide !== language && letters.test(first.stem))
}
