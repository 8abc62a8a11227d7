import { present, type Reason } from '../model/index.ts'
import { demotionsOf } from './demotions.ts'
import type { Evidence, Mention } from './evidence.ts'
import { gatesOf } from './gates.ts'
import type { TopicDefinition } from './topic-schema.ts'

/** The score with its reasons, whose weights add up to it. */
export type Score = { readonly value: number; readonly reasons: readonly Reason[] }

type Weighed = { readonly mention: Mention; readonly full: number; readonly kept: number; readonly note?: string }

/** A second and a third mention of one thing count half; more of them say nothing new. */
const SHARES = [1, 0.5, 0.5]
/** An article says its lead again, and a passing remark takes a sentence or two: so many mentions in a long text prove nothing. */
const EXPECTED = 2

/**
 * Adds up what an entry's words are worth: for each thing named its best mention and half of the next two, each by group,
 * field, gate, place and demotion; then what a long text adds by naming the topic again and again.
 */
export function scoreOf(topic: TopicDefinition, evidence: Evidence): Score {
  const gate = gatesOf(evidence)
  const demotion = demotionsOf(topic, evidence)
  const reasons: Reason[] = []
  for (const { field, exclusions } of Object.values(evidence)) {
    for (const { hit, why } of exclusions) {
      reasons.push({ term: hit.phrase.text, lang: hit.phrase.language, field, weight: 0, note: `excluded: ${why}` })
    }
  }
  const things = new Map<string, Weighed[]>()
  for (const mention of [evidence.title, evidence.lead, evidence.categories, evidence.url].flatMap((field) => field.mentions)) {
    const weighed = weigh(mention)
    const known = things.get(mention.group.id)
    if (known === undefined) things.set(mention.group.id, [weighed])
    else known.push(weighed)
  }
  for (const mentions of things.values()) reasons.push(...reasonsOf(mentions))
  reasons.push(...bodyReasons(topic, evidence, gate))
  const value = reasons.reduce((sum, reason) => sum + reason.weight, 0)
  return { value: rounded(value), reasons }

  function weigh(mention: Mention): Weighed {
    const full = mention.group.weight * fieldWeight(topic, mention)
    const opened = gate(mention.group)
    const place =
      mention.field === 'title' || mention.field === 'summary' || mention.field === 'content' ? demotion(mention) : { factor: 1 }
    const late = isLead(mention) && mention.hit.at >= topic.early.words ? topic.early.otherwise : 1
    const note = [opened.note, place.note, late < 1 ? 'not at the beginning' : undefined]
      .filter((text) => text !== undefined)
      .join('; ')
    return present({ mention, full, kept: full * opened.factor * place.factor * late, note: note === '' ? undefined : note })
  }
}

function isLead({ field }: Mention): boolean {
  return field === 'summary' || field === 'content'
}

function fieldWeight({ fields }: TopicDefinition, { field }: Mention): number {
  if (field === 'title' || field === 'categories' || field === 'url') return fields[field]
  return fields.summary
}

/** For each mention that counts its weight, and beside it what gate, place or demotion took away. */
function reasonsOf(mentions: readonly Weighed[]): readonly Reason[] {
  return mentions
    .toSorted((a, b) => b.kept - a.kept)
    .slice(0, SHARES.length)
    .flatMap(({ mention, full, kept, note }, at) => {
      const share = SHARES[at] ?? 0
      const reason: Reason = { ...named(mention), weight: rounded(share * full) }
      return kept === full ? [reason] : [reason, present({ ...named(mention), weight: rounded(share * (kept - full)), note })]
    })
}

function named({ hit, field }: Mention): Omit<Reason, 'weight'> {
  return { term: hit.phrase.text, lang: hit.phrase.language, field }
}

function bodyReasons(topic: TopicDefinition, { body }: Evidence, gate: ReturnType<typeof gatesOf>): readonly Reason[] {
  const telling = body.mentions.filter(({ group }) => gate(group).factor === 1)
  const [first] = telling
  if (first === undefined || body.length === 0) return []
  const { mentions, perHundredWords, weight } = topic.article
  const amount = Math.min(1, Math.max(0, telling.length - EXPECTED) / (mentions - EXPECTED))
  const density = Math.min(1, (100 * telling.length) / body.length / perHundredWords)
  const note = `${telling.length} mention${telling.length === 1 ? '' : 's'} in ${body.length} words`
  return [{ ...named(first), weight: rounded(weight * amount * density), note }]
}

/** Weights are shown and compared to the thousandth: no sum of floats decides. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
