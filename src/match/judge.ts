import { present, type Reason, type Verdict } from '../model/index.ts'
import { type Folder, languageOf } from '../text/index.ts'
import { evidenceOf } from './evidence.ts'
import { fieldsOf } from './fields.ts'
import type { Lexicon } from './lexicon.ts'
import { nearest } from './nearest.ts'
import { scoreOf } from './score.ts'
import type { MatchInput } from './topic.ts'
import type { TopicDefinition } from './topic-schema.ts'

/** The judge of a compiled topic: see `Topic.judge`. */
export function judgeWith(topic: TopicDefinition, lexicon: Lexicon, folder: Folder): (input: MatchInput) => Verdict {
  return (input) => {
    const fields = fieldsOf(input, topic.lead, folder)
    const language = languageOf(fields.sample, input.language)
    const evidence = evidenceOf(fields, language, { topic, lexicon })
    const score = scoreOf(topic, evidence)
    const forced = forcedBy(topic, input, score.value)
    const reasons = forced === undefined ? score.reasons : [forced.reason, ...score.reasons]
    const value = forced?.value ?? score.value
    const relevant = value >= topic.threshold
    const decided = relevant || forced !== undefined || input.article !== undefined || value < topic.review
    const band = relevant ? 'yes' : decided ? 'no' : 'review'
    return present({
      relevant,
      band,
      score: value,
      threshold: topic.threshold,
      reasons,
      nearest: relevant ? undefined : nearest(topic, evidence, { value, forced: forced?.reason }),
    } as const)
  }
}

type Forced = { readonly value: number; readonly reason: Reason }

/** The first rule of `never`, then of `always`, that a category or the address meets. */
function forcedBy(topic: TopicDefinition, input: MatchInput, score: number): Forced | undefined {
  const categories = (input.categories ?? []).map((category) => category.trim().toLowerCase())
  const url = (input.url ?? '').toLowerCase()
  for (const kind of ['never', 'always'] as const) {
    for (const { category, url: part, why } of topic[kind]) {
      const meets =
        category === undefined ? url.includes((part ?? '').toLowerCase()) : categories.includes(category.toLowerCase())
      if (!meets) continue
      const value = kind === 'never' ? 0 : Math.max(score, topic.threshold)
      const weight = Math.round((value - score) * 1_000) / 1_000
      const field = category === undefined ? 'url' : 'categories'
      return { value, reason: { term: category ?? part ?? '', lang: '*', field, weight, note: `${kind}: ${why}` } }
    }
  }
  return undefined
}
