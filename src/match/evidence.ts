import type { MatchField } from '../model/index.ts'
import type { Fields, FieldWords } from './fields.ts'
import { type Hit, type Lexicon, longestFirst } from './lexicon.ts'
import type { GroupDefinition, TopicDefinition } from './topic-schema.ts'

/** A term of the topic where it stands. */
export type Mention = { readonly hit: Hit; readonly group: GroupDefinition; readonly field: MatchField }

export type ContextHit = { readonly name: string; readonly at: number; readonly text: string }

/** Everything found in one field. */
export type FieldEvidence = {
  readonly field: MatchField
  readonly length: number
  readonly mentions: readonly Mention[]
  readonly contexts: readonly ContextHit[]
  readonly exclusions: readonly { readonly hit: Hit; readonly why: string }[]
}

export type Evidence = { readonly [Name in Exclude<keyof Fields, 'sample'>]: FieldEvidence }

/** Finds the topic's terms, contexts and exclusions in every field of an entry. */
export function evidenceOf(
  fields: Fields,
  language: string | undefined,
  { topic, lexicon }: { readonly topic: TopicDefinition; readonly lexicon: Lexicon },
): Evidence {
  const read = (field: FieldWords): FieldEvidence => {
    const hits = lexicon.find(field.words, field.text, language)
    const claims = longestFirst(
      hits.filter((hit) => hit.phrase.meaning.kind !== 'context'),
      language,
    )
    return {
      field: field.field,
      length: field.words.length,
      mentions: claims.flatMap((hit) => mentionOf(hit, field.field, topic)),
      contexts: hits.flatMap((hit) =>
        hit.phrase.meaning.kind === 'context' ? [{ name: hit.phrase.meaning.name, at: hit.at, text: hit.phrase.text }] : [],
      ),
      exclusions: claims.flatMap((hit) =>
        hit.phrase.meaning.kind === 'exclusion' ? [{ hit, why: hit.phrase.meaning.why }] : [],
      ),
    }
  }
  return {
    title: read(fields.title),
    lead: read(fields.lead),
    categories: read(fields.categories),
    url: read(fields.url),
    body: read(fields.body),
  }
}

function mentionOf(hit: Hit, field: MatchField, topic: TopicDefinition): readonly Mention[] {
  const { meaning } = hit.phrase
  const group = meaning.kind === 'term' ? topic.groups[meaning.group] : undefined
  return group === undefined ? [] : [{ hit, group, field }]
}
