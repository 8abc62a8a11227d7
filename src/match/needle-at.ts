import type { Beside } from './beside-words.ts'
import type { BeyondTags } from './beyond-tags.ts'
import { KIND, type LetterTable } from './letter-table.ts'
import type { Needle, Stem } from './needle.ts'
import { HARD_TAG, type Source } from './tag-end.ts'
import { OTHER, UNSURE, type WordsBefore } from './words-before.ts'

/** What a glance at a text says: nothing is there, something is, or the text has to be made plain and folded to know. */
export type Glance = 'none' | 'found' | 'unsure'

const SPACE = KIND.space
const LESS = 0x3c
const LONGEST_REST = 32
/** Particles are at most three letters, and a mark more costs little. */
export const LONGEST_PARTICLES = 4
const NOTHING: Stem = { text: '' }

function glanceOf(end: number): Glance {
  return end >= 0 ? 'found' : end === OTHER ? 'none' : 'unsure'
}

/** Looks whether a needle stands in a text, its words one after the other, when the word that it is looked up by may begin at a place. */
export type NeedleFinder = (needle: Needle, source: Source, at: number) => Glance

/** What it takes to read a text unit by unit. */
export type TextReader = LetterTable & { readonly beside: Beside; readonly beyondTags: BeyondTags }

export function needleFinder({ units: table, learn, beside, beyondTags }: TextReader, words: WordsBefore): NeedleFinder {
  return ({ stems, key, proclitics }, source, at) => {
    if (key > 0 && !mayFollow(stems[key - 1] ?? NOTHING, at)) return 'none'
    const end = endOf(stems[key] ?? NOTHING, source, at)
    if (end < 0 || stems.length === 1) return glanceOf(end)
    if (key === 0) return glanceOf(endOfRest(stems, source, end))
    const start = words.find(at, key)
    if (start < 0) return glanceOf(start)
    const last = proclitics ? start + LONGEST_PARTICLES : start
    for (let place = start; place <= last; place += 1) {
      const first = endOf(stems[0] ?? NOTHING, source, place)
      const glance = glanceOf(first < 0 ? first : endOfRest(stems, source, first))
      if (glance !== 'none') return glance
    }
    return 'none'
  }

  /** Whether the word right before a place may end a stem, as far as its last letter tells. */
  function mayFollow({ text, endings }: Stem, at: number): boolean {
    const letter = endings === undefined ? words.letterBefore(at) : 0
    return letter === 0 || (table[letter] ?? 0) < SPACE || table[letter] === text.charCodeAt(text.length - 1)
  }

  /** Where a needle ends whose first word ends at a place. */
  function endOfRest(stems: readonly Stem[], source: Source, end: number): number {
    let from = end
    for (let step = 1; step < stems.length && from >= 0; step += 1) {
      from = nextWord(source, from)
      if (from >= 0) from = endOf(stems[step] ?? NOTHING, source, from)
    }
    return from
  }

  /** Where the word ends that a stem and one of its endings make up. */
  function endOf({ text, endings }: Stem, source: Source, from: number): number {
    const { units } = source
    let at = from
    for (let step = 0; step < text.length; step += 1) {
      const wanted = text.charCodeAt(step)
      const unit = table[units[at] ?? 0] ?? 0
      if (unit !== wanted) return unit >= SPACE || (step > 0 && wanted !== SPACE && endsWord(source, at)) ? OTHER : UNSURE
      at += 1
      if (wanted !== SPACE) continue
      while (table[units[at] ?? 0] === SPACE) at += 1
      if ((table[units[at] ?? 0] ?? 0) < SPACE) return UNSURE
    }
    const unit = table[units[at] ?? 0] ?? 0
    if (unit === SPACE) return at
    if (unit === KIND.markup) return endings === undefined || endsWord(source, at) ? at : UNSURE
    if (unit < SPACE) return UNSURE
    if (endings === undefined) return OTHER
    let rest = ''
    let next = unit
    for (; next > SPACE; next = table[units[at] ?? 0] ?? 0) {
      if (rest.length < LONGEST_REST) rest += String.fromCharCode(next)
      at += 1
    }
    if (next < SPACE && next !== KIND.markup) return UNSURE
    if (next !== SPACE && !endsWord(source, at)) return UNSURE
    return endings === 'any' || endings.test(rest) ? at : OTHER
  }

  /** Whether the word surely ends where what is no letter stands. */
  function endsWord(source: Source, at: number): boolean {
    if (at >= source.length) return true
    return source.units[at] === LESS ? beyondTags(source, at, true) >= 0 : beside(source, at) >= 0
  }

  function nextWord(source: Source, from: number): number {
    const { units, length } = source
    for (let at = from; ; ) {
      const unit = table[units[at] ?? 0] ?? 0
      if (unit > SPACE) return at
      if (unit === KIND.unknown) learn(units[at] ?? 0)
      else if (unit === SPACE || unit === KIND.dropped || unit === KIND.joiner) at += 1
      else if (units[at] === LESS) {
        const end = beyondTags(source, at, false)
        if (end === HARD_TAG) return UNSURE
        at = end
      } else {
        if (at >= length) return OTHER
        const end = beside(source, at)
        if (end < 0) return UNSURE
        at = end
      }
    }
  }
}
