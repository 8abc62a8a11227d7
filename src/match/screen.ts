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

/** So many letters of a needle's beginning are looked up. */
const SHORTEST_HEAD = 3
const SHORT_TEXT = 16_384
/** Behind a folded text so much must be blank: no stem is longer. */
const MARGIN = 192
const LONGEST_REST = 32
/** Between two words of a phrase there may be markup, such as a link with its address, but not without end. */
const LONGEST_GAP = 400

/** A stem in letters without lookalikes. `endings`: what may follow it within the word, `any`: whatever follows; neither: nothing may. */
type Stem = { readonly text: string; readonly endings?: RegExp | 'any' }

/** What to look for: the words of a phrase by their stems. `foreign`: some of its letters have Latin lookalikes, so a text in Latin alone cannot mean it. */
type Needle = { readonly stems: readonly Stem[]; readonly proclitics: boolean; readonly foreign: boolean }

/**
 * Whether a text, markup and double escapes still inside, may hold one of these phrases. It says no only where the matcher
 * finds nothing: it sees the same folded letters, with lookalikes as one, and asks for the stems of a phrase in their order.
 */
export function screen(phrases: readonly Phrase[], folder: Folder): (text: string) => boolean {
  const first = new Uint8Array(0x10000)
  const byStart = new Map<number, Needle[]>()
  const alike = lookalikeUnits()
  for (const needle of needlesOf(phrases, alike)) {
    const head = needle.stems[0]?.text ?? ''
    const start = startOf(unitAt(head, 0), unitAt(head, 1), unitAt(head, 2))
    first[start] = 1
    const known = byStart.get(start)
    if (known === undefined) byStart.set(start, [needle])
    else known.push(needle)
  }

  let units = new Uint16Array(SHORT_TEXT) // one for all texts: most of them are short, and making it costs more than folding them
  const holds = (text: string): boolean => {
    const room = WIDEST * text.length + MARGIN
    if (units.length < room) units = new Uint16Array(room)
    const length = folder.foldInto(text, units)
    units.fill(SPACE, length, Math.min(length + MARGIN, units.length)) // nothing of the text before may be read on
    const isLatin = !hasLookalikes(units, length)
    if (!isLatin) for (let at = 1; at < length; at += 1) units[at] = alike(units[at] ?? SPACE)
    const place = { units, length, gap: text.includes('<') ? LONGEST_GAP : 0 }
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
        if (needle.foreign && isLatin) continue
        if ((inside === 0 || needle.proclitics) && matches(needle, place, at)) return true
      }
    }
    return false
  }

  return (text) => {
    const decoded = decodeEntities(decodeEntities(text))
    return holds(decoded) || (TAG_IN_WORD.test(decoded) && holds(readable(text)))
  }
}

type Place = {
  readonly units: Uint16Array
  readonly length: number /** how much may stand between two words of a phrase */
  readonly gap: number
}

function matches({ stems }: Needle, place: Place, at: number): boolean {
  let from = at
  for (let index = 0; index < stems.length; index += 1) {
    const stem = stems[index]
    if (stem === undefined) return false
    const found = index === 0 ? (standsAt(stem, place.units, from) ? from : -1) : nextPlace(stem, place, from)
    if (found < 0) return false
    from = found + stem.text.length
  }
  return true
}

function hasLookalikes(units: Uint16Array, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (isLookalike(units[at] ?? SPACE)) return true
  return false
}

/** Greek and Cyrillic, whose letters look like Latin ones. */
function isLookalike(unit: number): boolean {
  return unit >= 0x370 && unit <= 0x52f
}

function standsAt({ text, endings }: Stem, units: Uint16Array, at: number): boolean {
  for (let step = 0; step < text.length; step += 1) if (units[at + step] !== text.charCodeAt(step)) return false
  const after = at + text.length
  if (endings === 'any' || units[after] === SPACE) return true
  return endings?.test(restOf(units, after)) === true
}

/** The rest of a word; longer than any ending, it need not be whole. */
function restOf(units: Uint16Array, from: number): string {
  let end = from
  while (end < units.length && units[end] !== SPACE && end - from < LONGEST_REST) end += 1
  return Reflect.apply(String.fromCharCode, undefined, units.subarray(from, end))
}

/** Where a later word of a phrase stands: at the beginning of a word, or behind the particles written onto one. */
function nextPlace(stem: Stem, { units, length, gap }: Place, from: number): number {
  let next = from // in plain text it must be the very next word
  while (next < length && units[next] !== SPACE) next += 1
  const last = Math.min(next + 1 + LONGEST_PARTICLES + gap, length - 1)
  let inside = LONGEST_PARTICLES + 1 // still within the word before
  for (let at = from; at <= last; at += 1) {
    inside = units[at] === SPACE ? -1 : inside + 1
    if (inside >= 0 && inside <= LONGEST_PARTICLES && standsAt(stem, units, at)) return at
  }
  return -1
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

/** Each phrase once, whatever it means and in whichever languages it stands. */
function needlesOf(phrases: readonly Phrase[], alike: (unit: number) => number): readonly Needle[] {
  const needles: Needle[] = []
  const known = new Set<string>()
  const endingIds = new Map<RegExp | 'any', number>()
  for (const { words } of phrases) {
    const proclitics = words[0]?.proclitics === true
    let key = proclitics ? '+' : ''
    let foreign = true
    const stems: Stem[] = []
    for (const { text, endings } of stemsOf(words)) {
      const plain = withoutLookalikes(text, alike)
      const follow = endings === undefined || plain === text ? endings : 'any'
      if (follow !== undefined && !endingIds.has(follow)) endingIds.set(follow, endingIds.size)
      stems.push(follow === undefined ? { text: plain } : { text: plain, endings: follow })
      key += ` ${plain}${follow === undefined ? '' : endingIds.get(follow)}`
    }
    for (const { stem } of words) foreign &&= LOOKALIKE.test(stem)
    if (foreign) key += '*'
    if (stems.length === 0 || known.has(key)) continue
    known.add(key)
    needles.push({ stems, proclitics, foreign })
  }
  return needles
}

/** A phrase that begins with a word too short to be looked up (a Chinese sign is a word here) is sought whole, or by its longest word. */
function stemsOf(words: Phrase['words']): readonly Stem[] {
  const stems: readonly Stem[] = words.map(({ stem, endings }) =>
    endings === undefined ? { text: stem } : { text: stem, endings },
  )
  const [head, ...tail] = stems
  const last = tail.at(-1)
  if (head === undefined || last === undefined || head.text.length >= SHORTEST_HEAD) return stems
  if (stems.every((stem) => stem === last || stem.endings === undefined))
    return [{ ...last, text: stems.map(({ text }) => text).join(' ') }]
  return [stems.reduce((longest, stem) => (stem.text.length > longest.text.length ? stem : longest))]
}
