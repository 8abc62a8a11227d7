import type { Inflection } from './inflection.ts'
import { type TermWord, wordPattern } from './pattern.ts'
import type { Spelling } from './spellings.ts'

/** Letters of alphabets with Latin lookalikes. */
const LOOKALIKE = /[\u0370-\u052f]/
/** So many letters of a needle's beginning are looked up. */
export const HEAD = 3

/** A stem in letters without lookalikes. `endings`: what may follow it within the word, `any`: whatever follows; neither: nothing may. */
export type Stem = { readonly text: string; readonly endings?: RegExp | 'any' }

/** What to look for: the words of a phrase by their stems, one after the other. */
export type Needle = {
  readonly stems: readonly [Stem, ...Stem[]]
  /** which of the stems it is looked up by: the longest word's, for long words are rare */
  readonly key: number
  /** particles may be written onto the front of its first word */
  readonly proclitics: boolean
  /** all its words have letters of another alphabet in them, so that a text in Latin letters alone cannot mean it */
  readonly foreign: boolean
}

/** Whether letters have Latin lookalikes among them. */
export function hasLookalikes(letters: string): boolean {
  return LOOKALIKE.test(letters)
}

/** The ways in which a spelling may stand in a text. */
export function needlesIn({ words, inflection }: Spelling, alike: (unit: number) => number): readonly Needle[] {
  const key = longest(words)
  const proclitics = inflection.proclitics
  const foreign = words.every(({ letters }) => LOOKALIKE.test(letters))
  const isOne = (words[key]?.letters.length ?? 0) < HEAD
  const patterns = isOne ? [lookedUp(words, key, inflection)] : words.map((word) => stemOf(word, inflection))
  const [head, ...tail] = patterns.map(({ text, endings }): Stem => {
    const plain = withoutLookalikes(text, alike)
    const follow = endings === undefined || plain === text ? endings : 'any'
    return follow === undefined ? { text: plain } : { text: plain, endings: follow }
  })
  if (head === undefined) return []
  const needle: Needle = { stems: [head, ...tail], key: isOne ? 0 : key, proclitics, foreign }
  if (!proclitics || !head.text.startsWith('ال')) return [needle]
  return [needle, { ...needle, stems: [{ ...head, text: withoutAlef(head.text) }, ...tail] }]
}

/** Which word of a phrase it is looked up by: the first of the longest. */
function longest(words: readonly TermWord[]): number {
  let best = 0
  let length = 0
  let at = 0
  for (const { letters } of words) {
    if (letters.length > length) [best, length] = [at, letters.length]
    at += 1
  }
  return best
}

/** What is looked up of a phrase. When all its words are too short for that (a Chinese sign is a word here), it is sought as one. */
function lookedUp(words: readonly TermWord[], key: number, inflection: Inflection): Stem {
  const word = words[key]
  if (word === undefined) return { text: '' }
  if (word.letters.length >= HEAD || words.length === 1) return stemOf(word, inflection)
  const stems = words.map((each) => stemOf(each, inflection))
  return { ...stems.at(-1), text: stems.map(({ text }) => text).join(' ') }
}

/** Of a word that begins with the article, what is left behind the particle ل: the two lose the alef between them. */
function withoutAlef(text: string): string {
  return `ل${text.slice(1)}`
}

function stemOf(word: TermWord, inflection: Inflection): Stem {
  const { stem, endings } = wordPattern(word, inflection, false)
  return endings === undefined ? { text: stem } : { text: stem, endings }
}

/** Needles, each once: most names are spelled alike in several languages. */
export function distinct(needles: readonly Needle[]): readonly Needle[] {
  const byText = new Map<string, Needle>()
  const endingIds = new Map<RegExp | 'any' | undefined, number>([[undefined, 0]])
  const textOf = ({ text, endings }: Stem): string => {
    if (!endingIds.has(endings)) endingIds.set(endings, endingIds.size)
    return ` ${text}${endingIds.get(endings)}`
  }
  for (const needle of needles) {
    byText.set(`${needle.proclitics ? '+' : ''}${needle.foreign ? '*' : ''}${needle.stems.map(textOf).join('')}`, needle)
  }
  return [...byText.values()]
}

function withoutLookalikes(text: string, alike: (unit: number) => number): string {
  if (!LOOKALIKE.test(text)) return text
  let out = ''
  for (let at = 0; at < text.length; at += 1) out += String.fromCharCode(alike(text.charCodeAt(at)))
  return out
}
