import { folder as newFolder } from '../text/index.ts'
import { judgeWith } from './judge.ts'
import { lexicon } from './lexicon.ts'
import { screen } from './screen.ts'
import { spellingsOf } from './spellings.ts'
import { termLists } from './term-lists.ts'
import type { Topic } from './topic.ts'
import { readTopic, type TopicDefinition } from './topic-schema.ts'
import { unknownNames } from './unknown-names.ts'

/** A topic that may judge, or everything that is wrong with its file: one line each, with the path. */
export type TopicReading =
  | { readonly kind: 'topic'; readonly topic: Topic; readonly definition: TopicDefinition }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

/** Checks a topic file and compiles it. All problems at once; never throws for a wrong file. */
export function compileTopic(file: unknown): TopicReading {
  const reading = readTopic(file)
  if (reading.kind === 'problems') return reading
  const { definition } = reading
  const folder = newFolder()
  const { spellings, problems } = spellingsOf(termLists(definition))
  const all = [...problems, ...unknownNames(definition)]
  if (all.length > 0) return { kind: 'problems', problems: all }
  const { id, name, always } = definition
  const mayHold = atFirstUse(() => screen(spellings, folder))
  const judge = atFirstUse(() => judgeWith(definition, lexicon(spellings), folder))
  const forced = always.flatMap(({ category, url }) => [category, url]).filter((text) => text !== undefined)
  return {
    kind: 'topic',
    definition,
    topic: {
      id,
      name,
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
