import type { TermsByLanguage, TopicDefinition } from './topic-schema.ts'

/** What a phrase means when it is found. */
export type Meaning =
  | { readonly kind: 'term'; readonly group: number }
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'exclusion'; readonly exclusion: number }
  /** counts in an entry that holds a term of the exclusion */
  | { readonly kind: 'echo'; readonly exclusion: number }

/** The terms that stand at one place of a topic file, of one language. */
export type TermList = {
  readonly path: string
  readonly language: string
  readonly terms: readonly string[]
  readonly meaning: Meaning
  /** in items of which languages they count, where the file says so */
  readonly scope?: 'any' | 'own'
}

/** The lists of a topic file, in its order. */
export function termLists({ groups, contexts, exclude }: TopicDefinition): readonly TermList[] {
  const lists: TermList[] = []
  const add = (path: string, terms: TermsByLanguage, of: Pick<TermList, 'meaning' | 'scope'>): void => {
    for (const [language, list] of Object.entries(terms))
      lists.push({ path: `${path}.${language}`, language, terms: list, ...of })
  }
  for (const [at, { terms, languages }] of groups.entries()) {
    const meaning: Meaning = { kind: 'term', group: at }
    add(`groups.${at}.terms`, terms, languages === undefined ? { meaning } : { meaning, scope: languages })
  }
  for (const [name, terms] of Object.entries(contexts)) add(`contexts.${name}`, terms, { meaning: { kind: 'context', name } })
  for (const [exclusion, { terms, also = {} }] of exclude.entries()) {
    add(`exclude.${exclusion}.terms`, terms, { meaning: { kind: 'exclusion', exclusion } })
    add(`exclude.${exclusion}.also`, also, { meaning: { kind: 'echo', exclusion } })
  }
  return lists
}
