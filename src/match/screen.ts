import type { Folder } from '../text/index.ts'
import { decodeEntities } from '../text/index.ts'
import type { Phrase } from './lexicon.ts'
import { lookalikeUnits } from './lookalike-units.ts'
import { readable } from './readable.ts'

const SPACE = 0x20
const WIDEST = 4
/** Particles are at most three letters, and a mark more costs little. */
const LONGEST_PARTICLES = 4
const LOOKALIKE = /[\u0370-\u052f]/
const TAG_IN_WORD = /[^\s<>]<[^<>]*>[^\s<]/

/** What to look for: a stem or a whole phrase in letters without lookalikes, and whether a word must end after it. */
type Needle = { readonly text: string; readonly ends: boolean; readonly proclitics: boolean }

/**
 * Whether a text, markup and double escapes still inside, may hold one of these phrases. It says no only where the matcher
 * finds nothing: it sees the same folded letters, with lookalikes as one, and asks for the rarest part of each phrase.
 */
export function screen(phrases: readonly Phrase[], folder: Folder): (text: string) => boolean {
  const first = new Uint8Array(0x10000)
  const byStart = new Map<number, Needle[]>()
  const alike = lookalikeUnits()
  for (const needle of needlesOf(phrases, alike)) {
    const start = startOf(unitAt(needle.text, 0), unitAt(needle.text, 1), unitAt(needle.text, 2))
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

function matches({ text, ends }: Needle, units: Uint16Array, at: number): boolean {
  for (let step = 0; step < text.length; step += 1) if (units[at + step] !== text.charCodeAt(step)) return false
  return !ends || units[at + text.length] === SPACE
}

function unitAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : SPACE
}

function withoutLookalikes(text: string, alike: (unit: number) => number): string {
  if (!LOOKALIKE.test(text)) return text
  let out = ''
  for (let at = 0; at < text.length; at += 1) out += String.fromCharCode(alike(text.charCodeAt(at)))
  return out
}

function startOf(a: number, b: number, c: number): number {
  return (a * 0x9e37 + b * 0x85eb + c * 0xc2b3) & 0xffff
}

/** A phrase that is the longer form of another is found with it; the others by their whole text or by their longest word. */
function needlesOf(phrases: readonly Phrase[], alike: (unit: number) => number): readonly Needle[] {
  const needles: Needle[] = []
  const known = new Set<string>()
  for (const { words } of phrases) {
    const [head, ...tail] = words
    if (head === undefined) continue
    let longest = head
    let text = head.stem
    let end = head
    let whole = true
    for (const word of tail) {
      if (word.stem.length > longest.stem.length) longest = word
      whole &&= end.bare && end.endings === undefined
      text += ` ${word.stem}`
      end = word
    }
    if (!whole) {
      text = longest.stem
      end = longest
    }
    const ends = end.endings === undefined
    const proclitics = head.proclitics && (whole || longest === head)
    const key = `${text}|${ends}|${proclitics}`
    if (known.has(key)) continue
    known.add(key)
    needles.push({ text: withoutLookalikes(text, alike), ends, proclitics })
  }
  return needles
}
