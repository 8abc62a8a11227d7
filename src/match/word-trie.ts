import { KIND } from './letter-table.ts'
import { HEAD, type Needle } from './needle.ts'
import { headNumber, type Needles } from './needles.ts'

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

/** The column of whatever parts words. */
export const SEPARATOR = 27
const COLUMNS = 64
const JOINING = 28
const LAST_LETTER = 31
/** So many letters of a word are told apart, in so many states: 2 MB. */
const DEEPEST = 6
const MOST_STATES = 16_384
/** Hebrew and Arabic. */
const [FIRST_WITH_PARTICLES, LAST_WITH_PARTICLES] = [0x5d0, 0x6ff]

/**
 * The first words that needles are looked up by, as a table: where a state leads by `state * 64 + columnOf(unit)`, or what happens. At first
 * it knows the beginnings; words grow as texts meet them. Letters may share a column with letters of other scripts, so what it finds has to
 * be compared; what it does not find is no needle.
 */
export class WordTrie {
  /** another one after `grow` */
  next: Uint16Array = new Uint16Array(COLUMNS * 2_048)
  private states = 0
  private readonly needles: Needles
  private readonly heads = new Map<number, string[]>()
  private readonly found: (Needle[] | undefined)[] = []

  constructor(needles: Needles) {
    this.needles = needles
    for (let state = 0; state <= START; state += 1) this.add(state === DEAD_JOINING ? DEAD_JOINING : DEAD)
    this.next[START * COLUMNS + JOINING] = EVENT.joining
    for (const head of needles.beginnings) {
      if (isJoining(head.charCodeAt(0))) continue
      const state = this.reached(START, head, HEAD)
      if (head.length < HEAD) this.next[state * COLUMNS + SEPARATOR] = EVENT.hit
      else {
        this.next.fill(EVENT.hit, state * COLUMNS + 1, (state + 1) * COLUMNS)
        this.heads.set(state, [...(this.heads.get(state) ?? []), head])
      }
    }
  }

  /** The needles that may stand where a state led to a hit; undefined when it is not known which. */
  needlesAt(state: number): readonly Needle[] | undefined {
    return this.found[state]
  }

  /** Reads on in the words that begin as a state does, when only their beginning is known yet: whether the step from there has to be taken again. */
  grow(state: number): boolean {
    const heads = this.heads.get(state)
    if (heads === undefined || this.states >= MOST_STATES) return false
    this.heads.delete(state)
    this.found[state] = []
    this.clear(state, DEAD)
    const words = heads.flatMap((head) => this.wordsOf(head)).sort((a, b) => a.letters.length - b.letters.length)
    for (const word of words) this.insert(state, word)
    return true
  }

  private wordsOf(head: string): readonly Word[] {
    const number = this.needles.heads[headNumber(head.charCodeAt(0), head.charCodeAt(1), head.charCodeAt(2))] ?? 0
    return this.needles.bucket(number).flatMap((needle) => {
      const word = wordOf(needle)
      return word.letters.startsWith(head) ? [word] : []
    })
  }

  /** Shorter words come first: what goes on behind an open one needs no states of its own. */
  private insert(from: number, { needle, letters, isOpen }: Word): void {
    const state = this.reached(from, letters.slice(HEAD), DEEPEST - HEAD)
    const found = this.found[state]
    if (found === undefined) this.found[state] = [needle]
    else found.push(needle)
    if (letters.length <= DEEPEST && !isOpen) this.next[state * COLUMNS + SEPARATOR] = EVENT.hit
    else this.next.fill(EVENT.hit, state * COLUMNS + 1, (state + 1) * COLUMNS)
  }

  /** The state behind letters, or the last one on the way there that every letter leads to a hit from. */
  private reached(from: number, letters: string, most: number): number {
    let state = from
    for (let step = 0; step < Math.min(letters.length, most); step += 1) {
      const at = state * COLUMNS + columnOf(letters.charCodeAt(step))
      const known = this.next[at] ?? DEAD
      if (known === EVENT.hit) return state
      state = known === DEAD ? this.add(DEAD) : known
      this.next[at] = state
    }
    return state
  }

  private add(letters: number): number {
    const state = this.states
    this.states += 1
    if (this.states * COLUMNS > this.next.length) {
      const larger = new Uint16Array(2 * this.next.length)
      larger.set(this.next)
      this.next = larger
    }
    this.clear(state, letters)
    return state
  }

  private clear(state: number, letters: number): void {
    this.next.fill(letters, state * COLUMNS + 1, (state + 1) * COLUMNS)
    this.next[state * COLUMNS + SEPARATOR] = START
  }
}

/** The first word that a needle is looked up by; open when letters may follow. */
type Word = { readonly needle: Needle; readonly letters: string; readonly isOpen: boolean }

function wordOf(needle: Needle): Word {
  const { text, endings } = needle.stems[needle.key] ?? { text: '' }
  const end = text.indexOf(' ')
  if (end >= 0) return { needle, letters: text.slice(0, end), isOpen: false }
  return { needle, letters: text, isOpen: endings !== undefined }
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
