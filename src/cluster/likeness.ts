import { present } from '../model/index.ts'
import type { Fingerprint } from './fingerprint.ts'

/** How much two texts have in common, each figure 0 to 1 unless it says otherwise. */
export type Likeness = {
  /** shared part of the three-word runs of the beginnings, over as many words as both have */
  readonly lead: number
  /** the same, of the shorter beginning's runs */
  readonly leadInShorter: number
  /** longest stretch of words that both beginnings have, in words, 0 when it is shorter than 3 */
  readonly longestRun: number
  readonly title: number
  readonly titleInShorter: number
  /** one headline only adds words to the other; otherwise a word stands for another one, a place for a place */
  readonly titleExtends: boolean
  /** the same, over all of two long texts; undefined where one of them is short */
  readonly body?: number
  /** whether the numbers, tolls above all, speak for one text, for two, or for neither */
  readonly numbers: 'agree' | 'differ' | 'silent'
  /** runs that the shorter beginning and the shorter headline have, count */
  readonly leadRuns: number
  readonly titleRuns: number
}

/** A copy may open with words of its own: that many more of the longer text are looked at. */
const SLACK = 20
const MOST_RUNS = 100
const LONG_RUNS = 150
const TELLING = 10

/** Compares two fingerprints; symmetrical, linear in their length. */
export function likeness(a: Fingerprint, b: Fingerprint): Likeness {
  const runs = Math.min(MOST_RUNS, Math.min(a.lead.length, b.lead.length) + SLACK)
  const [leadA, leadB] = [a.lead.subarray(0, runs), b.lead.subarray(0, runs)]
  const lead = shared(leadA, leadB)
  const title = shared(a.title, b.title)
  const isLong = Math.min(a.lead.length, b.lead.length) >= LONG_RUNS
  return present({
    lead: lead.ofBoth,
    leadInShorter: lead.ofShorter,
    longestRun: lead.common === 0 ? 0 : longestRun(leadA, leadB),
    title: title.ofBoth,
    titleInShorter: title.ofShorter,
    titleExtends: shared(a.titleWords, b.titleWords).ofShorter === 1,
    body: isLong ? shared(a.lead, b.lead).ofShorter : undefined,
    numbers: compared(a.numbers, b.numbers),
    leadRuns: Math.min(leadA.length, leadB.length),
    titleRuns: Math.min(a.title.length, b.title.length),
  })
}

/** Numbers of two digits and more tell; below, two must agree ("two towns" stands in any report). */
function compared(a: ReadonlySet<number>, b: ReadonlySet<number>): Likeness['numbers'] {
  const both = a.intersection(b)
  const [tellingA, tellingB] = [a, b].map((numbers) => [...numbers].some((number) => number >= TELLING))
  if ([...both].some((number) => number >= TELLING)) return 'agree'
  if (tellingA === true && tellingB === true) return 'differ'
  if (both.size >= 2) return 'agree'
  return both.size === 0 && a.size > 0 && b.size > 0 ? 'differ' : 'silent'
}

function shared(
  a: Uint32Array,
  b: Uint32Array,
): { readonly ofBoth: number; readonly ofShorter: number; readonly common: number } {
  const one = new Set(a)
  const other = new Set(b)
  let common = 0
  for (const run of other) if (one.has(run)) common += 1
  if (common === 0) return { ofBoth: 0, ofShorter: 0, common }
  return { ofBoth: common / (one.size + other.size - common), ofShorter: common / Math.min(one.size, other.size), common }
}

/** Longest stretch of equal runs from where a run first stands in the other text; a run of n three-word runs is n + 2 words. */
function longestRun(a: Uint32Array, b: Uint32Array): number {
  const places = new Map<number, number>()
  for (let at = b.length - 1; at >= 0; at -= 1) places.set(b[at] ?? 0, at)
  let longest = 0
  for (let at = 0; at < a.length; at += 1) {
    const from = places.get(a[at] ?? 0)
    if (from === undefined) continue
    let length = 1
    while (at + length < a.length && a[at + length] === b[from + length]) length += 1
    longest = Math.max(longest, length)
    at += length - 1
  }
  return longest === 0 ? 0 : longest + 2
}
