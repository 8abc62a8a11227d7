import type { WordPattern } from './pattern.ts'
import { type Phrase, phraseOf } from './phrase.ts'
import type { Spellings } from './spellings.ts'
import { tokenVariants } from './token-variants.ts'

/** A phrase found in a row of words. */
export type Hit = { readonly phrase: Phrase; readonly at: number; readonly length: number }

/** Finds phrases in folded words: each word is looked at once, with at most four variants and one look-up for each length of stem. */
export type Lexicon = {
  /** `text`: what the words were folded from */
  readonly find: (words: readonly string[], text: string, language: string | undefined) => readonly Hit[]
}

const START = 3
const SPACE = 0x20
const STAR = 0x2a
const NO_PHRASES: readonly Phrase[] = []

/** Phrases whose first word begins with the same letters: the spellings, and what they look for once a text holds such a word. */
type Start = { readonly spellings: number[]; phrases?: StartPhrases }
type StartPhrases = { readonly lengths: readonly number[]; readonly byStem: ReadonlyMap<string, readonly Phrase[]> }

export function lexicon(spellings: Spellings): Lexicon {
  const starts = new Map<number, Start>()
  const { folded, starts: lines } = spellings
  for (let spelling = 0; spelling < lines.length - 1; spelling += 1) {
    const start = startAt(folded, lines[spelling] ?? 0)
    const known = starts.get(start)
    if (known === undefined) starts.set(start, { spellings: [spelling] })
    else known.spellings.push(spelling)
  }

  const at = (words: readonly string[], index: number, language: string | undefined, found: Hit[]): void => {
    const word = words[index] ?? ''
    look(word, false)
    for (const variant of tokenVariants(word)) look(variant, true)

    function look(token: string, stripped: boolean): void {
      lookFrom(starts.get(startOf(token)), token, stripped)
      if (token.length >= START) lookFrom(starts.get(startOf(token.slice(0, START - 1))), token, stripped)
    }

    function lookFrom(start: Start | undefined, token: string, stripped: boolean): void {
      if (start === undefined) return
      start.phrases ??= phrasesOf(start.spellings, spellings)
      const { lengths, byStem } = start.phrases
      for (const end of lengths) {
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

function phrasesOf(some: readonly number[], all: Spellings): StartPhrases {
  const byStem = new Map<string, Phrase[]>()
  for (const spelling of some) {
    const phrase = phraseOf(all.at(spelling))
    const stem = phrase.words[0]?.stem ?? ''
    const known = byStem.get(stem)
    if (known === undefined) byStem.set(stem, [phrase])
    else known.push(phrase)
  }
  return { lengths: [...new Set([...byStem.keys()].map((stem) => stem.length))], byStem }
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

/** One number for the first letters of a word, so that most are dismissed with one look-up; two starts may share it. */
function startOf(word: string): number {
  return numberOf(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0, word.length > 2 ? word.charCodeAt(2) : 0)
}

/** The same of the word that begins at a place of the folded spellings. */
function startAt(text: string, at: number): number {
  const first = text.charCodeAt(at)
  if (first === SPACE) return startAt(text, at + 1)
  const second = text.charCodeAt(at + 1)
  if (partsWords(second)) return numberOf(first, 0, 0)
  const third = text.charCodeAt(at + 2)
  return numberOf(first, second, partsWords(third) ? 0 : third)
}

function partsWords(unit: number): boolean {
  return unit <= SPACE || unit === STAR
}

function numberOf(first: number, second: number, third: number): number {
  return first * 0x100000 + second * 0x400 + third
}

/**
 * Of hits that overlap, the longest; of equal ones exclusions before terms, then terms of the item's language, then the
 * first of the file. In order of their place. Contexts are no part of this: they overlap with everything.
 */
export function longestFirst(hits: readonly Hit[], language: string | undefined): readonly Hit[] {
  const rank = ({ phrase }: Hit): number => {
    if (phrase.meaning.kind === 'exclusion' || phrase.meaning.kind === 'echo') return 0
    return phrase.language === language ? 1 : 2
  }
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
