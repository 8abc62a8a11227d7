import { z } from 'zod'
import { LONGEST_TERM, SHORTEST_TERM } from './pattern.ts'

const SHARE = z.number().min(0).max(1)
const name = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens')
const language = z.string().regex(/^(?:[a-z]{2,3}|\*)$/, 'expected a primary language subtag such as "en", or "*"')
const why = z.string().min(3).max(300)

// the lengths stand here for editors; compiling checks them, since a schema would take longer over thousands of terms than all the rest
const term = z.string().meta({
  minLength: SHORTEST_TERM,
  maxLength: LONGEST_TERM,
  description:
    'Words as they are written. "(x|y)" is optional, "[x|y]" is one of, "*" at a word\'s end is any ending, "=" in front forbids the language\'s own endings and prefixes, "!" asks for the capitals and marks as they stand here.',
})
const termsByLanguage = z.record(language, z.array(term).min(1))

const need = z
  .string()
  .regex(/^(?:\*|(?:group|role|context):[a-z0-9-]+)$/, 'expected "*", "group:ID", "role:ROLE" or "context:NAME"')

const group = z.strictObject({
  id: name.describe('groups of one id count as one thing in the score'),
  role: z
    .enum(['core', 'place', 'person', 'organisation', 'armed-group', 'event', 'people', 'thing'])
    .describe('core: a name of the topic itself'),
  weight: z.number().positive().max(5),
  languages: z
    .enum(['any', 'own'])
    .optional()
    .describe(
      'own: a term counts only in items of its language. Default: own for single words of up to 5 letters, unless they are English, Arabic or Russian, which are met in all languages of their script; any for all others',
    ),
  needs: z
    .array(need)
    .min(1)
    .optional()
    .describe('one of these must stand beside the term; "*" is any other group that itself needs nothing'),
  otherwise: SHARE.optional().describe('what is left of the weight when nothing that it needs is there (0)'),
  terms: termsByLanguage,
})

const exclusion = z.strictObject({ why, terms: termsByLanguage })

const where = z
  .array(z.enum(['title', 'summary', 'content']))
  .min(1)
  .describe('in which fields; content is the lead of an entry without a summary')
const names = z.array(name).min(1)
const ifTitled = names
  .optional()
  .describe('only when the title holds a word of one of these contexts and names nothing of the topic')

const demotion = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('listed'),
      contexts: names,
      atLeast: z.int().min(1).max(9),
      gap: z.int().min(1).max(5).default(2),
      fields: where,
      ifTitled,
      factor: SHARE,
      why,
    })
    .describe('a mention in a row with so many words of the contexts, each at most `gap` words from the next'),
  z
    .strictObject({
      kind: z.literal('beside'),
      contexts: names,
      within: z.int().min(1).max(20),
      fields: where,
      ifTitled,
      factor: SHARE,
      why,
    })
    .describe('a mention within so many words of a word of the contexts'),
  z
    .strictObject({ kind: z.literal('late'), after: z.int().min(1), factor: SHARE, why })
    .describe('a mention after so many words of the lead'),
  z
    .strictObject({ kind: z.literal('elsewhere'), contexts: names, mentions: z.int().min(1), factor: SHARE, why })
    .describe('the title holds a word of the contexts and nothing of the topic, and the lead names the topic at most so often'),
])

const rule = z.strictObject({ category: z.string().min(1).optional(), url: z.string().min(3).optional(), why })

const example = z.strictObject({
  title: z.string(),
  summary: z.string().optional(),
  lang: z.string().optional(),
  expect: z.boolean(),
})

/** A topic file, strictly: an unknown key is an error. Defaults stand here and nowhere else. */
export const topicSchemaZod = z.strictObject({
  $schema: z.string().optional(),
  id: name,
  name: z.string().min(1),
  version: z.int().min(1),
  threshold: z.number().positive().default(2).describe('a score from here on is about the topic'),
  review: z
    .number()
    .positive()
    .default(1.2)
    .describe('from here to the threshold the words leave a doubt that the article decides'),
  fields: z
    .strictObject({ title: SHARE, summary: SHARE, categories: SHARE, url: SHARE })
    .default({ title: 1, summary: 0.67, categories: 0.5, url: 0.25 })
    .describe('what a term is worth by where it stands'),
  lead: z.int().min(50).max(5_000).default(420).describe('how many characters of the text count as its lead'),
  early: z
    .strictObject({ words: z.int().min(1), otherwise: SHARE })
    .default({ words: 12, otherwise: 0.9 })
    .describe('a mention in the lead is early up to here, and worth this much less afterwards'),
  article: z
    .strictObject({ mentions: z.int().min(3), perHundredWords: z.number().positive(), weight: z.number().positive() })
    .default({ mentions: 5, perHundredWords: 1.3, weight: 2.2 })
    .describe('how often a long text must name the topic to earn the whole weight; its first two mentions earn nothing'),
  groups: z.array(group).min(1),
  contexts: z.record(name, termsByLanguage).default({}),
  exclude: z.array(exclusion).default([]).describe('phrases that look like the topic and are not: they erase what they cover'),
  demote: z.array(demotion).default([]),
  always: z.array(rule).default([]),
  never: z.array(rule).default([]),
  tests: z.array(example).default([]).describe('examples that the topic must decide as they say; `kaynak topic test` runs them'),
})

/** A checked topic file with its defaults filled in. */
export type TopicDefinition = z.infer<typeof topicSchemaZod>
export type GroupDefinition = TopicDefinition['groups'][number]
export type Demotion = TopicDefinition['demote'][number]
export type TermsByLanguage = GroupDefinition['terms']

/** The JSON Schema of a topic file, for editors: published as topic.schema.json at the root of the package. */
export function topicSchema(): object {
  return z.toJSONSchema(topicSchemaZod, { io: 'input' })
}
