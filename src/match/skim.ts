import { besideWords } from './beside-words.ts'
import { KIND, type LetterTable } from './letter-table.ts'
import { type Glance, LONGEST_PARTICLES, needleFinder, OTHER, UNSURE } from './needle-at.ts'
import { bitOf, headNumber, type Needle, type Needles } from './needles.ts'
import { HARD_TAG, NO_TAG, partsWords, type Source, tagEnd } from './tag-end.ts'

const SPACE = KIND.space
const LESS = 0x3c
const LOOKALIKE = /[\u0370-\u052f]/
/** More words than a phrase has (`LONGEST_TERM`), and a power of two. */
const REMEMBERED = 64
const NONE: readonly Needle[] = []
/** Hebrew and Arabic. */
const [FIRST_WITH_PARTICLES, LAST_WITH_PARTICLES] = [0x5d0, 0x6ff]

/**
 * Looks through a text as its reader sees it, but without making it plain or folding it: every unit is looked at once, in a table.
 * `none` and `found` are what the matcher would find; whatever cannot be understood that way is `unsure`.
 */
export function skimmer(needles: Needles, letters: LetterTable): (source: Source) => Glance {
  const { units: table, learn } = letters
  const { heads, fourths, fifths, buckets } = needles
  const beside = besideWords(letters)
  const needleAt = needleFinder(letters, beside)
  const starts = new Int32Array(REMEMBERED) // of the words before, the last one at `words - 1`
  let words = 0
  let isForeign: boolean | undefined
  let joined = -1 // the last word that may be one with the word before it

  return (source) => {
    const { units } = source
    words = 0
    joined = -1
    isForeign = undefined
    let at = 0
    let isInWord = false
    let isDoubtful = false
    let isSplit = false // a tag stands inside the word
    for (;;) {
      const unit = table[units[at] ?? 0] ?? 0
      if (unit > SPACE) {
        if (isSplit) return 'unsure'
        if (!isInWord) {
          starts[words & (REMEMBERED - 1)] = at
          words += 1
          const second = table[units[at + 1] ?? 0] ?? 0
          const third = table[units[at + 2] ?? 0] ?? 0
          const isPlain = second > SPACE && third >= SPACE && (unit < FIRST_WITH_PARTICLES || unit > LAST_WITH_PARTICLES)
          const head = isPlain ? (heads[headNumber(unit, second, third)] ?? 0) : 0
          if (!isPlain || (head !== 0 && mayGoOn(head, table[units[at + 3] ?? 0] ?? 0, table[units[at + 4] ?? 0] ?? 0))) {
            const glance = wordAt(source, at)
            if (glance === 'found') return glance
            if (glance === 'unsure') isDoubtful = true
          }
          isInWord = true
        }
        do at += 1
        while ((table[units[at] ?? 0] ?? 0) > SPACE)
      } else if (unit === SPACE) {
        isInWord = false
        isSplit = false
        at += 1
      } else if (unit === KIND.unknown) {
        learn(units[at] ?? 0)
      } else if (unit === KIND.dropped || (unit === KIND.wide && isInWord)) {
        at += 1
      } else if (unit === KIND.joiner) {
        if (isInWord) joined = words
        isInWord = false
        at += 1
      } else if (unit === KIND.markup && units[at] === LESS) {
        const end = tagEnd(source, at)
        if (end === HARD_TAG) return 'unsure'
        if (end === NO_TAG || (isInWord && partsWords(source, at))) isInWord = false
        isSplit = isInWord
        at = end === NO_TAG ? at + 1 : end
      } else {
        if (unit === KIND.markup && units[at] === 0 && at >= source.length) return isDoubtful ? 'unsure' : 'none'
        const end = beside(source, at)
        if (end < 0) return 'unsure'
        isInWord = false
        isSplit = false
        at = end
      }
    }
  }

  /** Whether a needle of this head goes on with two units, as far as can be told from the units as they are. */
  function mayGoOn(head: number, fourth: number, fifth: number): boolean {
    if (fourth < SPACE) return true
    return ((fourths[head] ?? 0) & bitOf(fourth)) !== 0 && (fifth < SPACE || ((fifths[head] ?? 0) & bitOf(fifth)) !== 0)
  }

  function wordAt(source: Source, at: number): Glance {
    const first = table[source.units[at] ?? 0] ?? 0
    const glance = headAt(source, at, false)
    if (glance !== 'none' || first < FIRST_WITH_PARTICLES || first > LAST_WITH_PARTICLES) return glance
    for (let inside = 1; inside <= LONGEST_PARTICLES; inside += 1) {
      const next = table[source.units[at + inside] ?? 0] ?? 0
      if (next < FIRST_WITH_PARTICLES || next > LAST_WITH_PARTICLES)
        return next >= SPACE || next === KIND.markup ? 'none' : 'unsure'
      const behind = headAt(source, at + inside, true)
      if (behind !== 'none') return behind
    }
    return 'none'
  }

  function headAt(source: Source, at: number, isInside: boolean): Glance {
    const { units } = source
    const first = table[units[at] ?? 0] ?? 0
    const second = headUnit(units[at + 1] ?? 0)
    const third = second === SPACE && table[units[at + 1] ?? 0] !== SPACE ? SPACE : headUnit(units[at + 2] ?? 0)
    if (second < 0 || third < 0) return 'unsure'
    if (second === SPACE && third === SPACE && needles.isWord(first, isInside)) return 'unsure'
    const number = heads[headNumber(first, second, third)] ?? 0
    return number === 0 ? 'none' : anyAt(source, at, isInside ? -number : number)
  }

  /** @param number of the head; below zero when the place is behind particles */
  function anyAt(source: Source, at: number, number: number): Glance {
    const { units, text } = source
    const fourth = headUnit(units[at + 3] ?? 0)
    if (fourth < 0) return 'unsure'
    if (!mayGoOn(Math.abs(number), fourth, table[units[at + 4] ?? 0] ?? 0)) return 'none'
    let result: Glance = 'none'
    for (const needle of buckets[Math.abs(number)] ?? NONE) {
      if (number < 0 && !(needle.proclitics && needle.key === 0)) continue
      const glance = needleAt(needle, source, at, before)
      if (glance === 'none') continue
      if (needle.foreign) {
        isForeign ??= LOOKALIKE.test(text)
        if (!isForeign) continue
      }
      if (glance === 'found') return 'found'
      result = 'unsure'
    }
    return result
  }

  function before(count: number): number {
    const word = words - 1 - count
    if (word < 0 || count >= REMEMBERED) return OTHER
    return joined > 0 && joined >= word ? UNSURE : (starts[word & (REMEMBERED - 1)] ?? OTHER)
  }

  /** A unit of a word's first letters: a space where the word ends before, below zero where that cannot be told. */
  function headUnit(code: number): number {
    const unit = table[code] ?? 0
    if (unit >= SPACE) return unit
    if (unit === KIND.unknown) return headUnit(learn(code) === KIND.unknown ? 0 : code)
    return unit === KIND.markup ? SPACE : -1
  }
}
