import type { MatchField } from '../model/index.ts'
import type { Fields, FieldWords } from './fields.ts'
import { type Hit, type Lexicon, longestFirst } from './lexicon.ts'
import type { Meaning } from './term-lists.ts'
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

type Found = { readonly field: FieldWords; readonly hits: readonly Hit[] }

/** Finds the topic's terms, contexts and exclusions in every field of an entry. */
export function evidenceOf(
  fields: Fields,
  language: string | undefined,
  { topic, lexicon }: { readonly topic: TopicDefinition; readonly lexicon: Lexicon },
): Evidence {
  const find = (field: FieldWords): Found => ({ field, hits: lexicon.find(field.words, field.text, language) })
  const [title, lead, categories, url] = [find(fields.title), find(fields.lead), find(fields.categories), find(fields.url)]
  const body = find(fields.body)
  const counts = counting(topic, { named: [title, lead, categories, url], all: [title, lead, categories, url, body] })
  const read = ({ field, hits }: Found): FieldEvidence => {
    const claims = longestFirst(
      hits.filter(({ phrase }) => phrase.meaning.kind !== 'context' && counts(phrase.meaning)),
      language,
    )
    return {
      field: field.field,
      length: field.words.length,
      mentions: claims.flatMap((hit) => mentionOf(hit, field.field, topic)),
      contexts: hits.flatMap((hit) =>
        hit.phrase.meaning.kind === 'context' ? [{ name: hit.phrase.meaning.name, at: hit.at, text: hit.phrase.text }] : [],
      ),
      exclusions: claims.flatMap((hit) => exclusionOf(hit, topic)),
    }
  }
  return { title: read(title), lead: read(lead), categories: read(categories), url: read(url), body: read(body) }
}

/** Which hits count: of exclusions those beside their contexts, and echoes of those that do. */
function counting(
  { exclude }: TopicDefinition,
  { named, all }: { readonly named: readonly Found[]; readonly all: readonly Found[] },
): (meaning: Meaning) => boolean {
  const contexts = namesIn(named, (meaning) => (meaning.kind === 'context' ? meaning.name : undefined))
  const isBeside = (exclusion: number): boolean => exclude[exclusion]?.beside?.some((name) => contexts.has(name)) ?? true
  const found = namesIn(all, (meaning) => (meaning.kind === 'exclusion' ? meaning.exclusion : undefined))
  return (meaning) => {
    if (meaning.kind === 'exclusion') return isBeside(meaning.exclusion)
    return meaning.kind !== 'echo' || (found.has(meaning.exclusion) && isBeside(meaning.exclusion))
  }
}

function namesIn<T>(found: readonly Found[], nameOf: (meaning: Meaning) => T | undefined): ReadonlySet<T> {
  const names = new Set<T>()
  for (const { hits } of found) {
    for (const { phrase } of hits) {
      const name = nameOf(phrase.meaning)
      if (name !== undefined) names.add(name)
    }
  }
  return names
}

function exclusionOf(hit: Hit, { exclude }: TopicDefinition): FieldEvidence['exclusions'] {
  const { meaning } = hit.phrase
  const rule = meaning.kind === 'exclusion' || meaning.kind === 'echo' ? exclude[meaning.exclusion] : undefined
  return rule === undefined ? [] : [{ hit, why: rule.why }]
}

function mentionOf(hit: Hit, field: MatchField, topic: TopicDefinition): readonly Mention[] {
  const { meaning } = hit.phrase
  const group = meaning.kind === 'term' ? topic.groups[meaning.group] : undefined
  return group === undefined ? [] : [{ hit, group, field }]
}
