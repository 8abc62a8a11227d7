import type { Folder } from '../text/index.ts'
import { decodeEntities } from '../text/index.ts'
import type { Phrase } from './lexicon.ts'
import { lookalikeUnits } from './lookalike-units.ts'
import { readable } from './readable.ts'

const SPACE = 0x20
const WIDEST = 4
/** Particles are at most three letters, and a mark more costs little. */
const LONGEST_PARTICLES = 4
const TAG_IN_WORD = /[^\s<>]<[^<>]*>[^\s<]/

/** What to look for: units of a stem or a whole phrase, and whether a word must end after it. */
type Needle = { readonly units: readonly number[]; readonly ends: boolean; readonly proclitics: boolean }

/**
 * Whether a text, markup and double escapes still inside, may hold one of these phrases. It says no only where the matcher
 * finds nothing: it sees the same folded letters, with lookalikes as one, and asks for the rarest part of each phrase.
 */
export function screen(phrases: readonly Phrase[], folder: Folder): (text: string) => boolean {
  const first = new Uint8Array(0x10000)
  const byStart = new Map<number, Needle[]>()
  const alike = lookalikeUnits()
  for (const needle of needlesOf(phrases, alike)) {
    const start = startOf(needle.units[0] ?? 0, needle.units[1] ?? SPACE, needle.units[2] ?? SPACE)
    first[start] = 1
    const known = byStart.get(start)
    if (known === undefined) byStart.set(start, [needle])
    else known.push(needle)
  }

  const holds = (text: string): boolean => {
    const units = new Uint16Array(WIDEST * text.length + 4)
    const length = folder.foldInto(text, units)
    for (let at = 1; at < length; at += 1) units[at] = alike(units[at] ?? SPACE)
    let wordAt = 1
    for (let at = 1; at < length - 2; at += 1) {
      const unit = units[at] ?? SPACE
      if (unit === SPACE) {
        wordAt = at + 1
        continue
      }
      const inside = at - wordAt
      if (inside > 0 && (unit < 0x5d0 || unit > 0x6ff || inside > LONGEST_PARTICLES)) continue
      const start = startOf(unit, units[at + 1] ?? SPACE, units[at + 2] ?? SPACE)
      if (first[start] === 0) continue
      for (const needle of byStart.get(start) ?? []) {
        if ((inside === 0 || needle.proclitics) && matches(needle, units, at)) return true
      }
    }
    return false
  }

  return (text) => {
    const decoded = decodeEntities(decodeEntities(text))
    return holds(decoded) || (TAG_IN_WORD.test(decoded) && holds(readable(text)))
  }
}

function matches({ units: needle, ends }: Needle, units: Uint16Array, at: number): boolean {
  for (let step = 0; step < needle.length; step += 1) if (units[at + step] !== needle[step]) return false
  return !ends || units[at + needle.length] === SPACE
}

function startOf(a: number, b: number, c: number): number {
  return (a * 0x9e37 + b * 0x85eb + c * 0xc2b3) & 0xffff
}

/** A phrase that is the longer form of another is found with it; the others by their whole text or by their longest word. */
function needlesOf(phrases: readonly Phrase[], alike: (unit: number) => number): readonly Needle[] {
  const needles = new Map<string, Needle>()
  for (const { words } of phrases) {
    const [head, ...tail] = words
    if (head === undefined) continue
    const inner = words.slice(0, -1)
    const last = words.at(-1) ?? head
    const whole = inner.every((word) => word.bare && word.endings === undefined)
    const longest = words.reduce((best, word) => (word.stem.length > best.stem.length ? word : best), head)
    const text = whole ? words.map((word) => word.stem).join(' ') : longest.stem
    const end = whole ? last : longest
    const needle: Needle = {
      units: Array.from({ length: text.length }, (_, at) => alike(text.charCodeAt(at))),
      ends: end.endings === undefined,
      proclitics: head.proclitics && (tail.length === 0 || whole || longest === head),
    }
    needles.set(`${text}|${needle.ends}|${needle.proclitics}`, needle)
  }
  return [...needles.values()]
}
