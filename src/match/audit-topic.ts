import { compileTopic } from './compile-topic.ts'
import type { MatchInput } from './topic.ts'

/** How one term of a topic did over many items. */
export type TermAudit = {
  readonly term: string
  readonly lang: string
  readonly group: string
  /** items that it was found in */
  readonly items: number
  /** of these, without any core term beside it: where collisions show */
  readonly alone: number
  /** of these, kept */
  readonly kept: number
  /** titles of the first items where it stood alone */
  readonly examples: readonly string[]
}

export type TopicAudit =
  | {
      readonly kind: 'audited'
      readonly items: number
      readonly kept: number
      readonly review: number
      readonly terms: readonly TermAudit[]
    }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

const MOST_EXAMPLES = 5

/**
 * Counts for every term how often it is found and how often without a core term of the topic; those that stand alone most
 * often come first. Run it over items that were not chosen for the topic: it finds the harmless words that a term collides with.
 */
export function auditTopic(definition: unknown, items: Iterable<MatchInput>): TopicAudit {
  const reading = compileTopic(definition)
  if (reading.kind === 'problems') return reading
  const { groups } = reading.definition
  const owner = new Map<string, { readonly id: string; readonly isCore: boolean }>()
  for (const { id, role, terms } of groups) {
    for (const [lang, list] of Object.entries(terms))
      for (const term of list) owner.set(`${lang} ${term}`, { id, isCore: role === 'core' })
  }
  const counts = new Map<string, { items: number; alone: number; kept: number; examples: string[] }>()
  const totals = { items: 0, kept: 0, review: 0 }
  for (const item of items) {
    const verdict = reading.topic.judge(item)
    totals.items += 1
    if (verdict.relevant) totals.kept += 1
    if (verdict.band === 'review') totals.review += 1
    const keys = new Set(verdict.reasons.map(({ lang, term }) => `${lang} ${term}`).filter((key) => owner.has(key)))
    const hasCore = [...keys].some((key) => owner.get(key)?.isCore === true)
    for (const key of keys) {
      const count = counts.get(key) ?? { items: 0, alone: 0, kept: 0, examples: [] }
      counts.set(key, count)
      count.items += 1
      if (hasCore) continue
      count.alone += 1
      if (verdict.relevant) count.kept += 1
      if (count.examples.length < MOST_EXAMPLES) count.examples.push(item.title)
    }
  }
  const terms = [...counts].map(([key, count]) => {
    const [lang = '*', ...words] = key.split(' ')
    return { term: words.join(' '), lang, group: owner.get(key)?.id ?? '', ...count }
  })
  terms.sort((a, b) => b.alone - a.alone || b.items - a.items || (a.term < b.term ? -1 : 1))
  return { kind: 'audited', ...totals, terms }
}
