import type { Beside } from './beside-words.ts'
import { KIND, type LetterTable } from './letter-table.ts'
import type { Needle, Stem } from './needles.ts'
import { HARD_TAG, NO_TAG, type Source, tagEnd } from './tag-end.ts'

/** What a glance at a text says: nothing is there, something is, or the text has to be made plain and folded to know. */
export type Glance = 'none' | 'found' | 'unsure'

const SPACE = KIND.space
const LESS = 0x3c
const LONGEST_REST = 32
/** Particles are at most three letters, and a mark more costs little. */
export const LONGEST_PARTICLES = 4
/** Instead of a place: something else stands there; or nobody knows before the text is folded. */
export const OTHER = -1
export const UNSURE = -2
const NOTHING: Stem = { text: '' }

function glanceOf(end: number): Glance {
  return end >= 0 ? 'found' : end === OTHER ? 'none' : 'unsure'
}

/**
 * Looks whether a needle stands in a text, its words one after the other, when the word that it is looked up by may begin at a place.
 * `before` tells where the word begins that stands so many words before that one.
 */
export type NeedleFinder = (needle: Needle, source: Source, at: number, before: (count: number) => number) => Glance

export function needleFinder({ units: table, learn }: LetterTable, beside: Beside): NeedleFinder {
  return ({ stems, key, proclitics }, source, at, before) => {
    const end = endOf(stems[key] ?? NOTHING, source.units, at)
    if (end < 0 || stems.length === 1) return glanceOf(end)
    const start = key === 0 ? at : before(key)
    if (start < 0) return glanceOf(start)
    const last = proclitics && key > 0 ? start + LONGEST_PARTICLES : start
    for (let place = start; place <= last; place += 1) {
      const glance = glanceOf(endOfAll(stems, source, place))
      if (glance !== 'none') return glance
    }
    return 'none'
  }

  function endOfAll(stems: readonly Stem[], source: Source, at: number): number {
    let from = at
    let isFirst = true
    for (const stem of stems) {
      if (!isFirst) from = nextWord(source, from)
      if (from >= 0) from = endOf(stem, source.units, from)
      if (from < 0) return from
      isFirst = false
    }
    return from
  }

  /** Where the word ends that a stem and one of its endings make up. */
  function endOf({ text, endings }: Stem, units: Uint16Array, from: number): number {
    let at = from
    for (let step = 0; step < text.length; step += 1) {
      const wanted = text.charCodeAt(step)
      const unit = table[units[at] ?? 0] ?? 0
      if (unit !== wanted) return unit < SPACE && (unit !== KIND.markup || wanted === SPACE) ? UNSURE : OTHER
      at += 1
      if (wanted !== SPACE) continue
      while (table[units[at] ?? 0] === SPACE) at += 1
      if ((table[units[at] ?? 0] ?? 0) < SPACE) return UNSURE
    }
    const unit = table[units[at] ?? 0] ?? 0
    if (unit === SPACE || unit === KIND.markup) return at
    if (unit < SPACE) return UNSURE
    if (endings === undefined) return OTHER
    let rest = ''
    let next = unit
    for (; next > SPACE; next = table[units[at] ?? 0] ?? 0) {
      if (rest.length < LONGEST_REST) rest += String.fromCharCode(next)
      at += 1
    }
    if (next < SPACE && next !== KIND.markup) return UNSURE
    return endings === 'any' || endings.test(rest) ? at : OTHER
  }

  function nextWord(source: Source, from: number): number {
    const { units, length } = source
    for (let at = from; ; ) {
      const unit = table[units[at] ?? 0] ?? 0
      if (unit > SPACE) return at
      if (unit === KIND.unknown) learn(units[at] ?? 0)
      else if (unit === SPACE || unit === KIND.dropped || unit === KIND.joiner) at += 1
      else if (units[at] === LESS) {
        const end = tagEnd(source, at)
        if (end === HARD_TAG) return UNSURE
        at = end === NO_TAG ? at + 1 : end
      } else {
        if (at >= length) return OTHER
        const end = beside(source, at)
        if (end < 0) return UNSURE
        at = end
      }
    }
  }
}
