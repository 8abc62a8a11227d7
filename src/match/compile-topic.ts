import { folder as newFolder } from '../text/index.ts'
import { judgeWith } from './judge.ts'
import { lexicon, type Meaning, type Phrase } from './lexicon.ts'
import { speller } from './pattern.ts'
import { screen } from './screen.ts'
import type { Topic } from './topic.ts'
import { type TermsByLanguage, type TopicDefinition, topicSchemaZod } from './topic-schema.ts'
import { unknownNames } from './unknown-names.ts'

/** A topic that may judge, or everything that is wrong with its file: one line each, with the path. */
export type TopicReading =
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

/** Checks a topic file and compiles it. All problems at once; never throws for a wrong file. */
export function compileTopic(definition: unknown): TopicReading {
  const reading = topicSchemaZod.safeParse(definition)
  if (!reading.success) {
    return { kind: 'problems', problems: reading.error.issues.map(({ path, message }) => `${pathText(path)}: ${message}`) }
  }
  const topic = reading.data
  const folder = newFolder()
  const { phrases, problems } = phrasesOf(topic, folder.fold)
  const all = [...problems, ...unknownNames(topic)]
  if (all.length > 0) return { kind: 'problems', problems: all }
  const { always } = topic
  const terms = () => phrases.filter((phrase) => phrase.meaning.kind === 'term')
  const mayHold = atFirstUse(() => screen(terms(), folder))
  const judge = atFirstUse(() => judgeWith(topic, lexicon(phrases), folder))
  const forced = always.flatMap(({ category, url }) => [category, url]).filter((text) => text !== undefined)
  return {
    kind: 'topic',
    topic: {
      id: topic.id,
      name: topic.name,
      mayMatch: (text) => mayHold()(text) || forced.some((words) => text.toLowerCase().includes(words.toLowerCase())),
      judge: (input) => judge()(input),
    },
  }
}

/** The tables of the screen and those of the judge are made when they are asked for: few commands need both. */
function atFirstUse<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

type Compiled = { readonly phrases: readonly Phrase[]; readonly problems: readonly string[] }

function phrasesOf(topic: TopicDefinition, fold: (text: string) => string): Compiled {
  const phrases: Phrase[] = []
  const problems: string[] = []
  const spellingsOf = speller(fold)
  const add = (
    path: string,
    terms: TermsByLanguage,
    of: { readonly meaning: Meaning; readonly languages?: 'any' | 'own' },
  ): void => {
    for (const [language, list] of Object.entries(terms)) {
      for (const [at, text] of list.entries()) {
        const spellings = spellingsOf(text, language)
        if (typeof spellings === 'string') {
          problems.push(`${path}.${language}.${at}: ${spellings}`)
          continue
        }
        for (const spelling of spellings) {
          const gated =
            language !== '*' && of.languages !== 'any' && (of.languages === 'own' || isShort(spelling.words, language))
          phrases.push({ text, language, gated, ...spelling, meaning: of.meaning })
        }
      }
    }
  }
  for (const [at, group] of topic.groups.entries()) {
    const meaning: Meaning = { kind: 'term', group: at }
    add(`groups.${at}.terms`, group.terms, group.languages === undefined ? { meaning } : { meaning, languages: group.languages })
  }
  for (const [name, terms] of Object.entries(topic.contexts))
    add(`contexts.${name}`, terms, { meaning: { kind: 'context', name } })
  for (const [at, { terms, why }] of topic.exclude.entries()) {
    add(`exclude.${at}.terms`, terms, { meaning: { kind: 'exclusion', why } })
  }
  return { phrases, problems }
}

/** Languages whose short words are met in the news of all others that write with their letters. */
const WIDE: readonly (readonly [RegExp, string])[] = [
  [/^[a-z0-9]+$/, 'en'],
  [/^[\u0620-\u06ff]+$/, 'ar'],
  [/^[\u0400-\u052f]+$/, 'ru'],
]

/** Short words mean something else in the next language that writes with their letters: sara, dera, damas, تنف. */
function isShort([first, ...others]: Phrase['words'], language: string): boolean {
  if (first === undefined || others.length > 0 || first.stem.length > 5) return false
  return WIDE.some(([letters, wide]) => wide !== language && letters.test(first.stem))
}

function pathText(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'topic' : path.map(String).join('.')
}
