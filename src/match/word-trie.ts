import { KIND } from './letter-table.ts'
import type { Needle } from './needles.ts'

/** What a step through the trie ends in; every state above these is a place inside a word, or before one. */
export const EVENT = {
  /** the unit is none of a word's, nor a space */
  odd: 0,
  /** a needle may stand here: its first word, or enough of it, has been read */
  hit: 1,
  /** a word of a script begins that writes particles onto the front of a word */
  joining: 2,
} as const
/** No needle begins as this word does. */
export const DEAD = 3
/** The same of a word that particles may be written onto. */
export const DEAD_JOINING = 4
/** Before a word. */
export const START = 5

const COLUMNS = 64
/** The column of whatever parts words. */
export const SEPARATOR = 27
const JOINING = 28
const LAST_LETTER = 31
/** So many letters of a word are told apart, in so many states: 2 MB. */
const DEEPEST = 6
const MOST_STATES = 16_384
/** Hebrew and Arabic. */
const [FIRST_WITH_PARTICLES, LAST_WITH_PARTICLES] = [0x5d0, 0x6ff]

/** The beginnings of all needles as a table. */
export type WordTrie = {
  /** by `state * 64 + columnOf(unit)`: the next state, or an event */
  readonly next: Uint16Array
  /** by the state before a hit: the needles that may stand there */
  readonly needles: readonly (readonly Needle[] | undefined)[]
}

/**
 * The trie of the first words that needles are looked up by. Letters may share a column with letters of other scripts, so what it finds has
 * to be compared; what it does not find is no needle.
 */
export function wordTrie(needles: readonly Needle[]): WordTrie {
  const rows = new Rows()
  const found: Needle[][] = []
  const shortestFirst = needles.map((needle) => ({ needle, ...wordOf(needle) })).sort((a, b) => a.word.length - b.word.length)
  for (const { needle, word, isOpen } of shortestFirst) {
    if (isJoining(word.charCodeAt(0))) continue
    let state: number = START
    let step = 0
    for (; step < word.length && step < DEEPEST; step += 1) {
      const next = rows.grown(state, columnOf(word.charCodeAt(step)))
      if (next === EVENT.hit) break
      state = next
    }
    if (step === word.length && !isOpen) rows.hit(state, SEPARATOR)
    else if (step === Math.min(word.length, DEEPEST)) for (let column = 1; column < COLUMNS; column += 1) rows.hit(state, column)
    const others = found[state]
    if (others === undefined) found[state] = [needle]
    else others.push(needle)
  }
  return { next: rows.finished(), needles: found }
}

/** The first word that a needle is looked up by; open when letters may follow. */
function wordOf({ stems, key }: Needle): { readonly word: string; readonly isOpen: boolean } {
  const { text, endings } = stems[key] ?? { text: '' }
  const end = text.indexOf(' ')
  return end < 0 ? { word: text, isOpen: endings !== undefined } : { word: text.slice(0, end), isOpen: false }
}

class Rows {
  private table = new Uint16Array(COLUMNS * 1_024)
  private states = 0

  constructor() {
    for (let state = 0; state <= START; state += 1) this.add(state === DEAD_JOINING ? DEAD_JOINING : DEAD)
    this.table[START * COLUMNS + JOINING] = EVENT.joining
  }

  /** The state behind a letter, a new one when no word has gone there before; a hit where there is one, or when there are too many states. */
  grown(state: number, column: number): number {
    const at = state * COLUMNS + column
    const known = this.table[at] ?? DEAD
    if (known !== DEAD) return known
    const made = this.states < MOST_STATES ? this.add(DEAD) : EVENT.hit
    this.table[at] = made
    return made
  }

  hit(state: number, column: number): void {
    this.table[state * COLUMNS + column] = EVENT.hit
  }

  finished(): Uint16Array {
    return this.table.slice(0, this.states * COLUMNS)
  }

  private add(letters: number): number {
    const state = this.states
    this.states += 1
    if (this.states * COLUMNS > this.table.length) {
      const larger = new Uint16Array(2 * this.table.length)
      larger.set(this.table)
      this.table = larger
    }
    this.table.fill(letters, state * COLUMNS + 1, (state + 1) * COLUMNS)
    this.table[state * COLUMNS + SEPARATOR] = START
    return state
  }
}

/** The column of a unit of a letter table. */
export function columnOf(unit: number): number {
  if (unit < KIND.space) return 0
  if (unit === KIND.space) return SEPARATOR
  if (unit >= 0x61 && unit <= 0x7a) return unit & 31
  return isJoining(unit) ? JOINING : LAST_LETTER + 1 + (unit & 31)
}

/** Whether particles may be written onto the front of a word that begins with this unit. */
export function isJoining(unit: number): boolean {
  return unit >= FIRST_WITH_PARTICLES && unit <= LAST_WITH_PARTICLES
}
