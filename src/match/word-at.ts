import { KIND } from './letter-table.ts'
import type { Needle } from './needle.ts'
import { type Glance, LONGEST_PARTICLES, needleFinder, type TextReader } from './needle-at.ts'
import { bitOf, headNumber, type Needles } from './needles.ts'
import type { Source } from './tag-end.ts'
import { isJoining } from './word-trie.ts'
import type { WordsBefore } from './words-before.ts'

const SPACE = KIND.space
const LOOKALIKE = /[\u0370-\u052f]/

/** Looks for needles that are looked up by the word that begins at a place. */
export type WordFinder = {
  /** any needle at all */
  readonly wordAt: (source: Source, at: number) => Glance
  readonly anyOf: (needles: readonly Needle[], source: Source, at: number) => Glance
}

export function wordFinder(
  { heads, fourths, fifths, bucket, isWord }: Needles,
  letters: TextReader,
  words: WordsBefore,
): WordFinder {
  const { units: table, learn } = letters
  const needleAt = needleFinder(letters, words)
  let asked: Source | undefined
  let isForeign = false

  return { wordAt, anyOf }

  function wordAt(source: Source, at: number): Glance {
    const glance = headAt(source, at, false)
    if (glance !== 'none' || !isJoining(table[source.units[at] ?? 0] ?? 0)) return glance
    for (let inside = 1; inside <= LONGEST_PARTICLES; inside += 1) {
      const next = table[source.units[at + inside] ?? 0] ?? 0
      if (!isJoining(next)) return next >= SPACE || next === KIND.markup ? 'none' : 'unsure'
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
    if (second === SPACE && third === SPACE && isWord(first, isInside)) return 'unsure'
    const number = heads[headNumber(first, second, third)] ?? 0
    return number === 0 ? 'none' : behindHead(source, at, isInside ? -number : number)
  }

  /** @param number of the head; below zero when the place is behind particles */
  function behindHead(source: Source, at: number, number: number): Glance {
    const { units } = source
    const fourth = headUnit(units[at + 3] ?? 0)
    if (fourth < 0) return 'unsure'
    const head = Math.abs(number)
    if (!mayGoOn(head, fourth, table[units[at + 4] ?? 0] ?? 0)) return 'none'
    const all = bucket(head)
    return anyOf(number > 0 ? all : all.filter(({ proclitics, key }) => proclitics && key === 0), source, at)
  }

  function anyOf(some: readonly Needle[], source: Source, at: number): Glance {
    let result: Glance = 'none'
    for (const needle of some) {
      const glance = needleAt(needle, source, at)
      if (glance === 'none' || (needle.foreign && !hasLookalikes(source))) continue
      if (glance === 'found') return 'found'
      result = 'unsure'
    }
    return result
  }

  /** Remembered for one text: it may be asked for each of its words. */
  function hasLookalikes(source: Source): boolean {
    if (asked !== source) isForeign = LOOKALIKE.test(source.text)
    asked = source
    return isForeign
  }

  /** Whether a needle of this head goes on with two units, as far as can be told from the units as they are. */
  function mayGoOn(head: number, fourth: number, fifth: number): boolean {
    if (fourth < SPACE) return true
    return ((fourths[head] ?? 0) & bitOf(fourth)) !== 0 && (fifth < SPACE || ((fifths[head] ?? 0) & bitOf(fifth)) !== 0)
  }

  /** A unit of a word's first letters: a space where the word ends before, below zero where that cannot be told. */
  function headUnit(code: number): number {
    const unit = table[code] ?? 0
    if (unit >= SPACE) return unit
    if (unit === KIND.unknown) return headUnit(learn(code) === KIND.unknown ? 0 : code)
    return unit === KIND.markup ? SPACE : -1
  }
}
