import { addSources, type NewEntry } from '../../config/index.ts'
import { KaynakError, type Source } from '../../model/index.ts'
import type { Io } from '../io.ts'
import { readConfig } from '../read-config.ts'

/** An entry that would stand in the file as a good source, or what is wrong with it: `every: expected a duration …`. */
export type Draft =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'wrong'; readonly words: readonly string[] }

/** Reads an entry exactly as the program would read it from the file: the schema, its defaults and its words are the file's. */
export function draftOf(entry: NewEntry, { text, io }: { readonly text: string; readonly io: Io }): Draft {
  const edited = addSources(text, [entry])
  if (edited.kind === 'problem') return { kind: 'wrong', words: [`id: ${edited.words}`] }
  const reading = readConfig(edited.text, 'feeds.json', io)
  const source = reading.kind === 'config' ? reading.config.sources.find(({ id }) => id === entry.id) : undefined
  if (source !== undefined) return { kind: 'source', source }
  const before = readConfig(text, 'feeds.json', io).problems.map((problem) => problem.text) // the new one is the last: lines before it stay
  const words = reading.problems.filter((problem) => !before.includes(problem.text)).map((problem) => wordsInEntry(problem.text))
  return { kind: 'wrong', words }
}

/** What a problem of `feeds.json` says, without the place of the entry: `every: expected a duration …`. */
export function wordsInEntry(problem: string): string {
  return problem.replace(/^feeds\.json:\d+: (sources\.\d+\.)?/, '')
}

/** The same, for options that a person gave. @throws KaynakError USAGE, a line for each thing wrong */
export function sourceOf(entry: NewEntry, context: { readonly text: string; readonly io: Io }): Source {
  const draft = draftOf(entry, context)
  if (draft.kind === 'source') return draft.source
  throw new KaynakError('USAGE', draft.words.map((words) => `the new source's ${words}`).join('\nkaynak: '))
}
