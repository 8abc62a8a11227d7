import { longestWords, NO_WORD } from './longest-words.ts'
import { distinct, HEAD, hasLookalikes, type Needle, needlesIn } from './needle.ts'
import type { Spelling, Spellings } from './spellings.ts'

const SPACE = 0x20
const [ALEF, LAM] = [0x627, 0x644]
const EVERY = 0xffff_ffff

/** Needles by the letters that they begin with. Three letters may share a number with three others: a needle still has to be compared. */
export type Needles = {
  /** by `headNumber` of three units: which needles may stand where these do; 0 when there are none */
  readonly heads: Uint16Array
  /** by number of `heads`: a bit for each fourth unit, modulo 32, that any of them goes on with; the same for the fifth */
  readonly fourths: Uint32Array
  readonly fifths: Uint32Array
  /** the first three letters of the words that needles are looked up by, or two or one where a word ends before */
  readonly beginnings: ReadonlySet<string>
  /** by number of `heads`: made when a text first asks for them */
  readonly bucket: (number: number) => readonly Needle[]
  /** whether any begins with a word of this one letter; behind particles: any that may stand there */
  readonly isWord: (first: number, isInside: boolean) => boolean
}

/** One number below 65,536 for three units; others may share it. */
export function headNumber(first: number, second: number, third: number): number {
  return (Math.imul(first, 0x9e37) + Math.imul(second, 0x85eb) + Math.imul(third, 0xc2b3)) & 0xffff
}

/** The bit of a mask that stands for a unit. */
export function bitOf(unit: number): number {
  return 1 << (unit & 31)
}

/**
 * What to look for to find the terms of a topic, in whichever languages they stand; no phrase that holds another term. Of every term only the
 * first letters are read before a text holds them.
 */
export function needlesOf(spellings: Spellings, alike: (unit: number) => number): Needles {
  const { folded, starts } = spellings
  const heads = new Uint16Array(0x10000)
  const fourths = new Uint32Array(0x10000).fill(EVERY)
  const fifths = new Uint32Array(0x10000).fill(EVERY)
  const members: number[][] = [[]]
  const made: (readonly Needle[] | undefined)[] = []
  const words = new Set<number>()
  const wordsInside = new Set<number>()
  const beginnings = new Set<string>()

  for (const [spelling, key] of longestWords(spellings, HEAD).entries()) {
    if (key === NO_WORD) {
      addShort(spelling)
      continue
    }
    const first = unitAt(folded, key)
    const second = unitAt(folded, key + 1)
    const third = unitAt(folded, key + 2)
    addHead(headNumber(first, second, third), spelling)
    beginnings.add(String.fromCharCode(first, second, third))
    if (first === ALEF && second === LAM && key === starts[spelling]) addHead(headNumber(LAM, LAM, third), spelling)
  }

  return { heads, fourths, fifths, beginnings, bucket, isWord: (first, isInside) => (isInside ? wordsInside : words).has(first) }

  function addHead(head: number, spelling: number): void {
    const number = heads[head] ?? 0
    if (number > 0) members[number]?.push(spelling)
    else {
      heads[head] = members.length
      members.push([spelling])
    }
  }

  /** A term of short words only: most are of signs. */
  function addShort(spelling: number): void {
    for (const { stems, proclitics } of needlesIn(spellings.at(spelling), alike)) {
      const [{ text }] = stems
      addHead(headOf(text), spelling)
      beginnings.add(text.slice(0, HEAD).split(' ', 1)[0] ?? '')
      if (text.length > 1 && text.charCodeAt(1) !== SPACE) continue
      words.add(text.charCodeAt(0))
      if (proclitics) wordsInside.add(text.charCodeAt(0))
    }
  }

  function unitAt(text: string, at: number): number {
    return at < text.length ? alike(text.charCodeAt(at)) : SPACE
  }

  function headOf(text: string): number {
    return headNumber(unitAt(text, 0), unitAt(text, 1), unitAt(text, 2))
  }

  /** The first time, this also tells what the needles go on with, or that there are none. */
  function bucket(number: number): readonly Needle[] {
    const known = made[number]
    if (known !== undefined) return known
    const spelled = (members[number] ?? []).map(spellings.at).filter((spelling) => !holdsTerm(spelling))
    const needles = distinct(spelled.flatMap((spelling) => needlesIn(spelling, alike)))
    const own = needles.filter(({ stems, key }) => heads[headOf(stems[key]?.text ?? '')] === number)
    made[number] = own
    fourths[number] = own.reduce((bits, needle) => bits | bitOn(HEAD, needle), 0)
    fifths[number] = own.reduce((bits, needle) => bits | bitOn(HEAD + 1, needle), 0)
    return own
  }

  /** Whether a phrase has a word that is itself a term, with the same endings; never true of what only looks like it. */
  function holdsTerm({ words: phrase, inflection }: Spelling): boolean {
    if (phrase.length < 2) return false
    const isForeign = phrase.every(({ letters }) => hasLookalikes(letters))
    return phrase.some((word, at) => {
      // a phrase of two alphabets may stand in a text that no term of lookalike letters is sought in
      if (word.letters.length < HEAD || (!isForeign && hasLookalikes(word.letters))) return false
      return (members[heads[headOf(word.letters)] ?? 0] ?? []).some((spelling) => {
        if (lengthOfLine(spelling) > word.letters.length + 1 || !folded.startsWith(word.letters, starts[spelling])) return false
        const { words: term, inflection: own } = spellings.at(spelling)
        const [single] = term
        if (term.length > 1 || single === undefined || single.letters !== word.letters || single.end !== word.end) return false
        return (
          (word.end !== 'inflected' || (own.endings === inflection.endings && own.changes === inflection.changes)) &&
          (at > 0 || own.proclitics || !inflection.proclitics)
        )
      })
    })
  }

  function lengthOfLine(spelling: number): number {
    return (starts[spelling + 1] ?? 0) - (starts[spelling] ?? 0) - 1
  }
}

/** The bit of what stands at a place of a needle: all bits when that can be anything, or stands elsewhere because spaces may be several. */
function bitOn(at: number, { stems, key }: Needle): number {
  const { text, endings } = stems[key] ?? { text: '' }
  const isOpen = text.length < at || (text.length === at && endings !== undefined) || text.slice(0, at).includes(' ')
  return isOpen ? EVERY : bitOf(at < text.length ? text.charCodeAt(at) : SPACE)
}
