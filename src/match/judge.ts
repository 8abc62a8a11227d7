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
    const forced = forcedBy(topic, input)
    const reasons = forced === undefined ? score.reasons : [forced.reason, ...score.reasons]
    const value = forced === undefined ? score.value : Math.max(0, forced.relevant ? Math.max(score.value, topic.threshold) : 0)
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

type Forced = { readonly relevant: boolean; readonly reason: Reason }

/** The first rule of `never`, then of `always`, that a category or the address meets. */
function forcedBy(topic: TopicDefinition, input: MatchInput): Forced | undefined {
  const categories = (input.categories ?? []).map((category) => category.trim().toLowerCase())
  const url = (input.url ?? '').toLowerCase()
  for (const [list, relevant] of [[topic.never, false] as const, [topic.always, true] as const]) {
    for (const rule of list) {
      const term = rule.category ?? rule.url ?? ''
      const meets = rule.category === undefined ? url.includes(term.toLowerCase()) : categories.includes(term.toLowerCase())
      if (!meets) continue
      const field = rule.category === undefined ? 'url' : 'categories'
      return {
        relevant,
        reason: {
          term,
          lang: '*',
          field,
          weight: relevant ? topic.threshold : 0,
          note: `${relevant ? 'always' : 'never'}: ${rule.why}`,
        },
      }
    }
  }
  return undefined
}
