import type { Reason } from '../model/index.ts'
import type { Evidence } from './evidence.ts'
import { gatesOf } from './gates.ts'
import type { TopicDefinition } from './topic-schema.ts'

/** Of an entry that is not kept: what was missing, in one sentence. */
export function nearest(
  topic: TopicDefinition,
  evidence: Evidence,
  { value, forced }: { readonly value: number; readonly forced: Reason | undefined },
): string {
  if (forced !== undefined) return `a rule of the topic forbids it: ${forced.note ?? forced.term}`
  const mentions = [evidence.title, evidence.lead, evidence.categories, evidence.url].flatMap((field) => field.mentions)
  const excluded = Object.values(evidence).flatMap((field) => field.exclusions)
  const [exclusion] = excluded
  if (mentions.length === 0 && exclusion !== undefined)
    return `names only "${exclusion.hit.phrase.text}", which is something else: ${exclusion.why}`
  if (mentions.length === 0)
    return evidence.body.mentions.length === 0 ? 'names no term of the topic' : 'named only far down in the text, and too seldom'
  const gate = gatesOf(evidence)
  const closed = mentions.find(({ group }) => gate(group).factor < 1)
  const missing = `${Math.round((topic.threshold - value) * 100) / 100} short of ${topic.threshold}`
  if (closed !== undefined && mentions.every(({ group }) => gate(group).factor < 1))
    return `${missing}: "${closed.hit.phrase.text}" ${gate(closed.group).note ?? 'stands alone'}`
  if (evidence.title.mentions.length === 0)
    return `${missing}: a mention in the title, or one more thing of the topic in the text, would keep it`
  return `${missing}: the title names the topic only in passing; a word of it in the text would keep it`
}
