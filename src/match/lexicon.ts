import type { WordPattern } from './pattern.ts'
import { tokenVariants } from './token-variants.ts'

/** What a phrase means when it is found. */
export type Meaning =
  | { readonly kind: 'term'; readonly group: number }
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'exclusion'; readonly why: string }

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

/** A phrase found in a row of words. */
export type Hit = { readonly phrase: Phrase; readonly at: number; readonly length: number }

/** Finds phrases in folded words: each word is looked at once, with at most four variants and one look-up for each length of stem. */
export type Lexicon = {
  /** `text`: what the words were folded from */
  readonly find: (words: readonly string[], text: string, language: string | undefined) => readonly Hit[]
}

const START = 3
const NO_LENGTHS: readonly number[] = []
const NO_PHRASES: readonly Phrase[] = []

export function lexicon(phrases: readonly Phrase[]): Lexicon {
  const byStem = new Map<string, Phrase[]>()
  const lengths = new Map<number, number[]>()
  for (const phrase of phrases) {
    const stem = phrase.words[0]?.stem ?? ''
    const known = byStem.get(stem)
    if (known === undefined) byStem.set(stem, [phrase])
    else known.push(phrase)
    const start = startOf(stem)
    const stems = lengths.get(start) ?? []
    if (!stems.includes(stem.length)) lengths.set(start, [...stems, stem.length])
  }

  const at = (words: readonly string[], index: number, language: string | undefined, found: Hit[]): void => {
    const word = words[index] ?? ''
    look(word, false)
    for (const variant of tokenVariants(word)) look(variant, true)

    function look(token: string, stripped: boolean): void {
      lookFrom(lengths.get(startOf(token)) ?? NO_LENGTHS, token, stripped)
      if (token.length >= START) lookFrom(lengths.get(startOf(token.slice(0, START - 1))) ?? NO_LENGTHS, token, stripped)
    }

    function lookFrom(ends: readonly number[], token: string, stripped: boolean): void {
      for (const end of ends) {
        if (end > token.length) continue
        for (const phrase of byStem.get(end === token.length ? token : token.slice(0, end)) ?? NO_PHRASES) {
          if (phrase.gated && phrase.language !== language) continue
          const [first, ...others] = phrase.words
          if (first === undefined || (stripped && !first.proclitics) || !fits(first, token)) continue
          if (others.every((pattern, after) => fits(pattern, words[index + after + 1])))
            found.push({ phrase, at: index, length: phrase.words.length })
        }
      }
    }
  }

  return {
    find: (words, text, language) => {
      const found: Hit[] = []
      for (let index = 0; index < words.length; index += 1) at(words, index, language, found)
      if (found.every(({ phrase }) => phrase.written === undefined)) return found
      const asWritten = text.normalize('NFC')
      return found.filter(({ phrase: { written } }) => written === undefined || isWritten(written, asWritten))
    },
  }
}

/** Also with a capital first letter, as at the beginning of a sentence. */
function isWritten(letters: string, text: string): boolean {
  const opened = letters.charAt(0).toUpperCase() + letters.slice(1)
  return text.includes(letters) || text.includes(opened) || text.includes(letters.toUpperCase())
}

function fits(pattern: WordPattern, word: string | undefined): boolean {
  if (word === undefined || !word.startsWith(pattern.stem)) return false
  if (word.length === pattern.stem.length) return pattern.bare
  return pattern.endings?.test(word.slice(pattern.stem.length)) === true
}

/** One number for the first letters, so that most words are dismissed with one look-up; two starts may share it. */
function startOf(text: string): number {
  return (
    text.charCodeAt(0) * 0x100000 +
    (text.length > 1 ? text.charCodeAt(1) : 0) * 0x400 +
    (text.length > 2 ? text.charCodeAt(2) : 0)
  )
}

/**
 * Of hits that overlap, the longest; of equal ones exclusions before terms, then terms of the item's language, then the
 * first of the file. In order of their place. Contexts are no part of this: they overlap with everything.
 */
export function longestFirst(hits: readonly Hit[], language: string | undefined): readonly Hit[] {
  const rank = (hit: Hit): number => (hit.phrase.meaning.kind === 'exclusion' ? 0 : hit.phrase.language === language ? 1 : 2)
  const ordered = hits.toSorted((a, b) => b.length - a.length || rank(a) - rank(b) || a.at - b.at)
  const taken = new Set<number>()
  const kept: Hit[] = []
  for (const hit of ordered) {
    const places = Array.from({ length: hit.length }, (_, step) => hit.at + step)
    if (places.some((place) => taken.has(place))) continue
    for (const place of places) taken.add(place)
    kept.push(hit)
  }
  return kept.toSorted((a, b) => a.at - b.at)
}
