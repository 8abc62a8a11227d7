import { foldLetter } from '../text/index.ts'
import { besideWords } from './beside-words.ts'
import { tagSkipper } from './beyond-tags.ts'
import { KIND, type LetterTable } from './letter-table.ts'
import type { Glance } from './needle-at.ts'
import type { Needles } from './needles.ts'
import { HARD_TAG, type Source } from './tag-end.ts'
import { wordFinder } from './word-at.ts'
import { columnOf, DEAD, DEAD_JOINING, EVENT, SEPARATOR, START, type WordTrie } from './word-trie.ts'
import { BETWEEN, WordsBefore } from './words-before.ts'

const [AMPERSAND, NUMBER_SIGN, SEMICOLON, LESS] = [0x26, 0x23, 0x3b, 0x3c]

/**
 * Looks through a text as its reader sees it, but without making it plain or folding it: of every unit no more is asked than where it leads
 * to in the trie of all needles. `none` and `found` are what the matcher would find; whatever cannot be understood that way is `unsure`.
 */
export function skimmer(needles: Needles, trie: WordTrie, letters: LetterTable): (source: Source) => Glance {
  const { units: table, learn } = letters
  const beside = besideWords(letters)
  const beyondTags = tagSkipper(letters, beside)
  const columns = new Uint8Array(0x10000)
  const words = new WordsBefore(columns)
  const { wordAt, anyOf } = wordFinder(needles, { ...letters, beside, beyondTags }, words)
  let at = 0
  let isDoubtful = false

  return (source) => {
    const { units } = source
    words.clear(units)
    isDoubtful = false
    let place = 0
    let state: number = START
    let { next } = trie
    for (;;) {
      let last = state
      do {
        last = state
        state = next[(state << 6) | (columns[units[place] ?? 0] ?? 0)] ?? 0
        place += 1
      } while (state > EVENT.joining)
      at = place - 1
      if (state === EVENT.odd && isLearned(units[at] ?? 0)) state = last
      else if (state === EVENT.hit && trie.grow(last)) {
        state = last
        next = trie.next
      } else {
        let glance: Glance = 'none'
        if (state === EVENT.hit) glance = hitAt(source, last, words.beginOf(at))
        else if (state === EVENT.joining) glance = wordAt(source, at)
        else if (last > START) glance = wordAt(source, words.beginOf(at))
        if (glance === 'found') return glance
        if (glance === 'unsure') isDoubtful = true
        if (state === EVENT.odd) {
          if (at >= source.length) return isDoubtful ? 'unsure' : 'none'
          state = beyond(source, last)
          if (state === EVENT.odd) return 'unsure'
        } else {
          state = state === EVENT.joining ? DEAD_JOINING : columns[units[at] ?? 0] === SEPARATOR ? START : DEAD
          at += 1
        }
      }
      place = at
    }
  }

  function hitAt(source: Source, last: number, begin: number): Glance {
    const some = trie.needlesAt(last)
    return some === undefined ? wordAt(source, begin) : anyOf(some, source, begin)
  }

  /** Whether a unit that was not looked at yet has a column of its own. */
  function isLearned(code: number): boolean {
    if (table[code] === KIND.unknown) learn(code)
    columns[code] = columnOf(table[code] ?? 0)
    return columns[code] !== 0
  }

  /** Goes on behind what is neither letter nor space. The state there; `EVENT.odd` when nobody can tell. */
  function beyond(source: Source, state: number): number {
    const code = source.units[at] ?? 0
    const kind = table[code]
    if (kind === KIND.dropped) return cut(at + 1, BETWEEN.nothing, state > START ? DEAD : state)
    if (kind === KIND.joiner) return cut(at + 1, BETWEEN.nothing, START)
    if (kind === KIND.wide) return beyondLetters(foldLetter(code), at + 1, state)
    if (code === LESS) return behindTags(source, state)
    const end = beside(source, at)
    return end < 0 ? EVENT.odd : cut(end, BETWEEN.space, START)
  }

  function cut(next: number, between: number, state: number): number {
    words.cut(at, next, between)
    at = next
    return state
  }

  function beyondLetters(letters: string, next: number, from: number): number {
    let state = from
    for (let step = 0; step < letters.length; step += 1) {
      const code = letters.charCodeAt(step)
      state = isLearned(code) ? (trie.next[(state << 6) | (columns[code] ?? 0)] ?? 0) : EVENT.odd
      if (state <= EVENT.joining) break
    }
    if (state !== DEAD && state !== DEAD_JOINING) isDoubtful = true
    return cut(next, BETWEEN.letters, state === DEAD_JOINING ? state : DEAD)
  }

  function behindTags(source: Source, state: number): number {
    const end = beyondTags(source, at, state !== START)
    if (end === HARD_TAG) return EVENT.odd
    if (end >= 0) return cut(end, state === START ? BETWEEN.nothing : BETWEEN.space, START)
    // a tag stands inside a word, which is read twice: as one, that no needle may begin as, and as two
    const isOne = goesOn(source, -end, state) || isReference(source.units[words.beginOf(at) - 1])
    return isOne ? EVENT.odd : cut(-end, BETWEEN.nothing, START)
  }

  /** Whether a needle may begin as the word does that was read so far together with the letters at a place: then a tag stands inside. */
  function goesOn({ units }: Source, from: number, state: number): boolean {
    let joined = state
    for (let step = from; joined > START; step += 1) joined = trie.next[(joined << 6) | (columns[units[step] ?? 0] ?? 0)] ?? 0
    return joined !== DEAD && joined !== START
  }
}

/** Whether a word behind this is the name of a character, or may be when it was escaped twice. */
function isReference(code: number | undefined): boolean {
  return code === AMPERSAND || code === NUMBER_SIGN || code === SEMICOLON
}
