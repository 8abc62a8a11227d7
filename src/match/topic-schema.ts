import { LONGEST_TERM, SHORTEST_TERM } from './read-term.ts'
import { described, number, type Of, oneOf, type Problem, pattern, positive, type Shape, text, truth, whole } from './shape.ts'
import { dictionary, list, parts, variants } from './shape-of-parts.ts'

const SHARE = number(0, 1)
const name = pattern(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens')
const language = pattern(/^(?:[a-z]{2,3}|\*)$/, 'a primary language subtag such as "en", or "*"')
const why = text(3, 300)

const term = described(text(SHORTEST_TERM, LONGEST_TERM), {
  description:
    'Words as they are written. "(x|y)" is optional, "[x|y]" is one of, "*" at a word\'s end is any ending, "=" in front forbids the language\'s own endings and prefixes, "!" asks for the capitals and marks as they stand here.',
})
const termsByLanguage = dictionary(language, list(term, 1))

const need = pattern(/^(?:\*|(?:group|role|context):[a-z0-9-]+)$/, '"*", "group:ID", "role:ROLE" or "context:NAME"')

const group = parts(
  {
    id: described(name, { description: 'groups of one id count as one thing in the score' }),
    role: described(oneOf('core', 'place', 'person', 'organisation', 'armed-group', 'event', 'people', 'thing'), {
      description: 'core: a name of the topic itself',
    }),
    weight: positive(5),
    terms: termsByLanguage,
  },
  {
    languages: described(oneOf('any', 'own'), {
      description:
        'own: a term counts only in items of its language. Default: own for single words of up to 5 letters, unless they are English, Arabic or Russian, which are met in all languages of their script; any for all others',
    }),
    needs: described(list(need, 1), {
      description: 'one of these must stand beside the term; "*" is any other group that itself needs nothing',
    }),
    otherwise: described(SHARE, { description: 'what is left of the weight when nothing that it needs is there (0)' }),
  },
)

const exclusion = parts(
  { why, terms: termsByLanguage },
  {
    beside: described(list(name, 1), {
      description: 'only in an entry whose title or lead holds a word of one of these contexts',
    }),
    also: described(termsByLanguage, {
      description:
        'what means the same wherever it stands in an entry that holds one of the terms: a surname, after the full name',
    }),
  },
)

const where = described(list(oneOf('title', 'summary', 'content'), 1), {
  description: 'in which fields; content is the lead of an entry without a summary',
})
const names = list(name, 1)
const ifTitled = described(names, {
  description: 'only when the title holds a word of one of these contexts and names nothing of the topic',
})

const GAP = 2
const demotion = variants({
  listed: described(
    parts(
      { kind: oneOf('listed'), contexts: names, atLeast: whole(1, 9), fields: where, factor: SHARE, why },
      { gap: described(whole(1, 5), { default: GAP }), ifTitled },
    ),
    { description: 'a mention in a row with so many words of the contexts, each at most `gap` words from the next' },
  ),
  beside: described(
    parts({ kind: oneOf('beside'), contexts: names, within: whole(1, 20), fields: where, factor: SHARE, why }, { ifTitled }),
    { description: 'a mention within so many words of a word of the contexts' },
  ),
  late: described(parts({ kind: oneOf('late'), after: whole(1), factor: SHARE, why }, {}), {
    description: 'a mention after so many words of the lead',
  }),
  elsewhere: described(parts({ kind: oneOf('elsewhere'), contexts: names, mentions: whole(1), factor: SHARE, why }, {}), {
    description: 'the title holds a word of the contexts and nothing of the topic, and the lead names the topic at most so often',
  }),
})

const rule = parts({ why }, { category: text(1), url: text(3) })

const example = parts({ title: text(), expect: truth() }, { summary: text(), lang: text() })

const DEFAULTS = {
  threshold: 2,
  review: 1.2,
  fields: { title: 1, summary: 0.67, categories: 0.5, url: 0.25 },
  lead: 420,
  early: { words: 12, otherwise: 0.9 },
  article: { mentions: 5, perHundredWords: 1.3, weight: 2.2 },
} as const

/** A topic file, strictly: an unknown key is an error. */
const topicFile = parts(
  { id: name, name: text(1), version: whole(1), groups: list(group, 1) },
  {
    $schema: text(),
    threshold: setting('threshold', positive(), 'a score from here on is about the topic'),
    review: setting('review', positive(), 'from here to the threshold the words leave a doubt that the article decides'),
    fields: setting(
      'fields',
      parts({ title: SHARE, summary: SHARE, categories: SHARE, url: SHARE }, {}),
      'what a term is worth by where it stands',
    ),
    lead: setting('lead', whole(50, 5_000), 'how many characters of the text count as its lead'),
    early: setting(
      'early',
      parts({ words: whole(1), otherwise: SHARE }, {}),
      'a mention in the lead is early up to here, and worth this much less afterwards',
    ),
    article: setting(
      'article',
      parts({ mentions: whole(3), perHundredWords: positive(), weight: positive() }, {}),
      'how often a long text must name the topic to earn the whole weight; its first two mentions earn nothing',
    ),
    contexts: described(dictionary(name, termsByLanguage), { default: {} }),
    exclude: described(list(exclusion), {
      default: [],
      description: 'phrases that look like the topic and are not: they erase what they cover',
    }),
    demote: described(list(demotion), { default: [] }),
    always: described(list(rule), { default: [] }),
    never: described(list(rule), { default: [] }),
    tests: described(list(example), {
      default: [],
      description: 'examples that the topic must decide as they say; `kaynak topic test` runs them',
    }),
  },
)

function setting<T>(key: keyof typeof DEFAULTS, shape: Shape<T>, description: string): Shape<T> {
  return described(shape, { default: DEFAULTS[key], description })
}

type TopicFile = Of<typeof topicFile>

/** A checked topic file with its defaults filled in. */
export type TopicDefinition = ReturnType<typeof withDefaults>
export type GroupDefinition = TopicDefinition['groups'][number]
export type Demotion = TopicDefinition['demote'][number]
export type TermsByLanguage = GroupDefinition['terms']

/** Reads a topic file, but for what its terms and names mean; problems are a line each, with the path. */
export function readTopic(
  file: unknown,
):
  | { readonly kind: 'definition'; readonly definition: TopicDefinition }
  | { readonly kind: 'problems'; readonly problems: readonly string[] } {
  const problems: Problem[] = []
  if (topicFile.is(file, problems)) return { kind: 'definition', definition: withDefaults(file) }
  return {
    kind: 'problems',
    problems: problems.map(({ path, message }) => `${path.length === 0 ? 'topic' : path.join('.')}: ${message}`),
  }
}

function withDefaults(file: TopicFile) {
  const { early = DEFAULTS.early, article = DEFAULTS.article, fields = DEFAULTS.fields } = file
  return {
    ...file,
    threshold: file.threshold ?? DEFAULTS.threshold,
    review: file.review ?? DEFAULTS.review,
    lead: file.lead ?? DEFAULTS.lead,
    early,
    article,
    fields,
    contexts: file.contexts ?? {},
    exclude: file.exclude ?? [],
    demote: (file.demote ?? []).map((rule) => (rule.kind === 'listed' ? { ...rule, gap: rule.gap ?? GAP } : rule)),
    always: file.always ?? [],
    never: file.never ?? [],
    tests: file.tests ?? [],
  }
}

/** The JSON Schema of a topic file, for editors: published as topic.schema.json at the root of the package. */
export function topicSchema(): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...topicFile.schema }
}
