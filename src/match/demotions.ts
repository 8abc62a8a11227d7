import type { ContextHit, Evidence, FieldEvidence, Mention } from './evidence.ts'
import type { Gate } from './gates.ts'
import type { Demotion, TopicDefinition } from './topic-schema.ts'

const NOTHING: Gate = { factor: 1 }

/** Reads from an entry's evidence how much a mention in its title or lead is worth: 1, or less with the reason. The harshest rule counts. */
export function demotionsOf(topic: TopicDefinition, evidence: Evidence): (mention: Mention) => Gate {
  const inTitle = new Set(evidence.title.contexts.map((context) => context.name))
  const titled = evidence.title.mentions.length > 0
  const applies = (rule: Demotion): boolean => {
    if (rule.kind === 'elsewhere')
      return !titled && rule.contexts.some((name) => inTitle.has(name)) && evidence.lead.mentions.length <= rule.mentions
    return rule.kind === 'late' || rule.ifTitled === undefined || (!titled && rule.ifTitled.some((name) => inTitle.has(name)))
  }
  const rules = topic.demote.filter(applies)
  return (mention) => {
    const field = mention.field === 'title' ? evidence.title : evidence.lead
    let worst = NOTHING
    for (const rule of rules) {
      if (rule.factor < worst.factor && concerns(rule, mention, field)) worst = { factor: rule.factor, note: rule.why }
    }
    return worst
  }
}

function concerns(rule: Demotion, mention: Mention, field: FieldEvidence): boolean {
  switch (rule.kind) {
    case 'elsewhere':
      return mention.field !== 'title'
    case 'late':
      return mention.field !== 'title' && mention.hit.at >= rule.after
    case 'beside':
      return (
        isIn(rule.fields, mention) &&
        field.contexts.some((context) => rule.contexts.includes(context.name) && distance(context, mention) <= rule.within)
      )
    case 'listed':
      return isIn(rule.fields, mention) && rowLength(rule, mention, field) >= rule.atLeast
  }
}

function isIn(fields: readonly string[], mention: Mention): boolean {
  return fields.includes(mention.field)
}

function distance(context: ContextHit, mention: Mention): number {
  const end = mention.hit.at + mention.hit.length - 1
  return context.at > end ? context.at - end : Math.max(0, mention.hit.at - context.at)
}

/** How many words of the contexts stand in one row with the mention, in both directions, each close to the next. */
function rowLength({ contexts, gap }: Extract<Demotion, { kind: 'listed' }>, mention: Mention, field: FieldEvidence): number {
  const places = [...new Set(field.contexts.filter(({ name }) => contexts.includes(name)).map(({ at }) => at))].sort(
    (a, b) => a - b,
  )
  let count = 0
  let from = mention.hit.at
  for (const at of places.toReversed()) {
    if (at >= from) continue
    if (from - at > gap) break
    count += 1
    from = at
  }
  let to = mention.hit.at + mention.hit.length - 1
  for (const at of places) {
    if (at <= to) continue
    if (at - to > gap) break
    count += 1
    to = at
  }
  return count
}
