import { type Phrase, phraseOf } from './phrase.ts'
import type { Spellings } from './spellings.ts'

const SPACE = 0x20
/** Letters of alphabets with Latin lookalikes. */
const LOOKALIKE = /[\u0370-\u052f]/
/** So many letters of a needle's beginning are looked up. */
const HEAD = 3

/** A stem in letters without lookalikes. `endings`: what may follow it within the word, `any`: whatever follows; neither: nothing may. */
export type Stem = { readonly text: string; readonly endings?: RegExp | 'any' }

/** What to look for: the words of a phrase by their stems, one after the other. */
export type Needle = {
  readonly stems: readonly Stem[]
  /** which of the stems it is looked up by: the longest, for long words are rare */
  readonly key: number
  /** particles may be written onto the front of its first word */
  readonly proclitics: boolean
  /** all its words have letters of another alphabet in them, so that a text in Latin letters alone cannot mean it */
  readonly foreign: boolean
}

/** Needles by the letters that they begin with. Three letters may share a number with three others: a needle still has to be compared. */
export type Needles = {
  /** by `headNumber` of three units: which needles may stand where these do; 0 when there are none */
  readonly heads: Uint16Array
  /** by number of `heads`: a bit for each fourth unit, modulo 32, that any of them goes on with; the same for the fifth */
  readonly fourths: Uint32Array
  readonly fifths: Uint32Array
  /** by number of `heads` */
  readonly buckets: readonly (readonly Needle[])[]
  /** whether any begins with a word of this one letter; behind particles: any that may stand there */
  readonly isWord: (first: number, isInside: boolean) => boolean
}

/** One number below 65,536 for three units; others may share it. */
export function headNumber(first: number, second: number, third: number): number {
  return (Math.imul(first, 0x9e37) + Math.imul(second, 0x85eb) + Math.imul(third, 0xc2b3)) & 0xffff
}

/** Each phrase once, whatever it means and in whichever languages it stands; none that holds another. */
export function needlesOf(spellings: Spellings, alike: (unit: number) => number): Needles {
  const heads = new Uint16Array(0x10000)
  const fourths = new Uint32Array(0x10000)
  const fifths = new Uint32Array(0x10000)
  const buckets: Needle[][] = [[]]
  const words = new Set<number>()
  const wordsInside = new Set<number>()

  const all: Needle[] = []
  for (let term = 0; term < spellings.terms; term += 1) all.push(...spelled(phraseOf(spellings.at(term)), alike))
  for (const needle of shortest(all)) {
    const { text, endings } = needle.stems[needle.key] ?? NOTHING
    const first = unitAt(text, 0)
    const second = unitAt(text, 1)
    if (second === SPACE) {
      words.add(first)
      if (needle.proclitics && needle.key === 0) wordsInside.add(first)
    }
    const head = headNumber(first, second, unitAt(text, 2))
    const number = heads[head] || buckets.length
    heads[head] = number
    addTo(fourths, number, bitOn(HEAD, text, endings))
    addTo(fifths, number, bitOn(HEAD + 1, text, endings))
    const bucket = buckets[number]
    if (bucket === undefined) buckets.push([needle])
    else bucket.push(needle)
  }

  return { heads, fourths, fifths, buckets, isWord: (first, isInside) => (isInside ? wordsInside : words).has(first) }
}

const NOTHING: Stem = { text: '' }
const EVERY = 0xffff_ffff

/** The bit of a mask that stands for a unit. */
export function bitOf(unit: number): number {
  return 1 << (unit & 31)
}

function addTo(masks: Uint32Array, number: number, bits: number): void {
  masks[number] = (masks[number] ?? 0) | bits
}

/** The bit of what stands at a place of a needle: all bits when that can be anything, or stands elsewhere because spaces may be several. */
function bitOn(at: number, text: string, endings: Stem['endings']): number {
  const isOpen = text.length < at || text.slice(0, at).includes(' ') || (text.length === at && endings !== undefined)
  return isOpen ? EVERY : bitOf(unitAt(text, at))
}

function unitAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : SPACE
}

/** Needles, each once, without those that no text can hold without holding another, of one word. */
function shortest(needles: readonly Needle[]): readonly Needle[] {
  const single = new Map<string, Needle>()
  const several = new Map<string, Needle>()
  const endingIds = new Map<RegExp | 'any' | undefined, number>([[undefined, 0]])
  const keyOf = ({ text, endings }: Stem): string => {
    if (!endingIds.has(endings)) endingIds.set(endings, endingIds.size)
    return ` ${text}${endingIds.get(endings)}`
  }
  for (const needle of needles) {
    const signs = `${needle.proclitics ? '+' : ''}${needle.foreign ? '*' : ''}`
    const kept = needle.stems.length > 1 ? several : single
    kept.set(signs + needle.stems.map(keyOf).join(''), needle)
  }
  const isCovered = (stem: Stem, signs: readonly string[]): boolean => signs.some((sign) => single.has(sign + keyOf(stem)))
  const rest = [...several.values()].filter(({ stems, proclitics, foreign }) => {
    const signs = foreign ? ['', '+', '*', '+*'] : ['', '+']
    const ofFirst = proclitics ? signs.filter((sign) => sign.startsWith('+')) : signs
    return !stems.some((stem, at) => isCovered(stem, at === 0 ? ofFirst : signs))
  })
  return [...single.values(), ...rest]
}

/** The ways in which a phrase may stand in a text. */
function spelled({ words }: Phrase, alike: (unit: number) => number): readonly Needle[] {
  const proclitics = words[0]?.proclitics === true
  const foreign = words.every(({ stem }) => LOOKALIKE.test(stem))
  const stems = stemsOf(words).map(({ text, endings }): Stem => {
    const plain = withoutLookalikes(text, alike)
    const follow = endings === undefined || plain === text ? endings : 'any'
    return follow === undefined ? { text: plain } : { text: plain, endings: follow }
  })
  const [head, ...tail] = stems
  if (head === undefined) return []
  const key = stems.reduce((best, { text }, at) => (text.length > (stems[best] ?? NOTHING).text.length ? at : best), 0)
  const needle = { stems, key, proclitics, foreign }
  if (!proclitics || !head.text.startsWith('ال')) return [needle]
  const joined = { ...head, text: `ل${head.text.slice(1)}` } // ل + ال lose the alef between them
  return [needle, { ...needle, stems: [joined, ...tail] }]
}

function withoutLookalikes(text: string, alike: (unit: number) => number): string {
  if (!LOOKALIKE.test(text)) return text
  let out = ''
  for (let at = 0; at < text.length; at += 1) out += String.fromCharCode(alike(text.charCodeAt(at)))
  return out
}

/** A phrase of words that are all too short to be looked up (a Chinese sign is a word here) is sought as one. */
function stemsOf(words: Phrase['words']): readonly Stem[] {
  const stems: readonly Stem[] = words.map(({ stem, endings }) =>
    endings === undefined ? { text: stem } : { text: stem, endings },
  )
  const last = stems.at(-1)
  if (last === undefined || stems.some(({ text }) => text.length >= HEAD)) return stems
  return [{ ...last, text: stems.map(({ text }) => text).join(' ') }]
}
