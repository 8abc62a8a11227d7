import { addSources, editSource, removeSource, type SourcesEdit, setEnabled, sourceEntry } from '../../config/index.ts'
import { KaynakError } from '../../model/index.ts'
import { type Change, ENTRY_FIELDS, type EntryFields, type FieldProblem } from '../../serve/index.ts'
import { httpUrl } from '../../text/index.ts'
import type { Io } from '../io.ts'
import type { LoadedConfig } from '../load-config.ts'
import { readConfig } from '../read-config.ts'
import { rewriteConfig } from '../rewrite-config.ts'
import { draftOf, wordsInEntry } from '../sources/draft.ts'
import { knownAs } from '../sources/prospect.ts'
import { changesOf, newEntryOf, versionOf } from './entry-fields.ts'

type File = { readonly file: string; readonly io: Io }
type Wanted = {
  readonly id: string
  /** of the entry that the person saw */
  readonly version: string
  readonly what: { readonly kind: 'fields'; readonly fields: EntryFields } | { readonly kind: 'enable' | 'disable' | 'remove' }
}

/** Changes one entry of feeds.json, if it is still the one that was seen and is good afterwards. */
export async function changeEntry({ id, version, what }: Wanted, { file, io }: File): Promise<Change> {
  return await written(file, io, (text) => {
    const entry = sourceEntry(text, id)
    if (entry === undefined) return { kind: 'unknown' }
    if (versionOf(entry) !== version)
      return {
        kind: 'stale',
        words: `Somebody else changed this entry of ${file} meanwhile. Here it is as it stands now; nothing was written.`,
      }
    if (what.kind === 'remove') return removeSource(text, id)
    if (what.kind !== 'fields') return setEnabled(text, id, what.kind === 'enable')
    const edited = editSource(text, id, changesOf(entry, what.fields))
    const problems = edited.kind === 'edited' ? problemsOf(edited.text, id, io) : []
    return problems.length === 0 ? edited : { kind: 'wrong', problems }
  })
}

/** Puts a new entry behind the others. */
export async function addEntry(
  { id, fields }: { readonly id: string; readonly fields: EntryFields },
  { file, io, loaded }: File & { readonly loaded: LoadedConfig },
): Promise<Change> {
  const entry = newEntryOf(id, fields)
  const url = httpUrl(fields.url)
  const known = url === undefined ? undefined : knownAs(url, loaded)
  if (known !== undefined) return { kind: 'wrong', problems: [{ field: 'url', words: `is watched already, as ${known}` }] }
  return await written(file, io, (text) => {
    const draft = draftOf(entry, { text, io })
    return draft.kind === 'wrong' ? { kind: 'wrong', problems: draft.words.map(byField) } : addSources(text, [entry])
  })
}

type Refused = Exclude<Change, { kind: 'done' }>

/** Writes an edit, or says why nothing was written. Every edit looks at the file as it is at that moment. */
async function written(file: string, io: Io, edit: (text: string) => SourcesEdit | Refused): Promise<Change> {
  let refused: Refused | undefined
  try {
    const changed = await rewriteConfig(file, io, (text) => {
      const result = edit(text)
      if (result.kind === 'edited' || result.kind === 'problem') return result
      refused = result
      return { kind: 'problem', words: 'refused' }
    })
    return { kind: 'done', changed }
  } catch (problem) {
    if (refused !== undefined) return refused
    if (!(problem instanceof KaynakError)) throw problem
    return problem.code === 'USAGE'
      ? { kind: 'stale', words: problem.message }
      : { kind: 'wrong', problems: [{ words: problem.message }] }
  }
}

function problemsOf(text: string, id: string, io: Io): readonly FieldProblem[] {
  return readConfig(text, 'feeds.json', io)
    .problems.filter(({ source }) => source === id)
    .map((problem) => byField(wordsInEntry(problem.text)))
}

/** `every: expected a duration …` belongs to the field `every`. */
function byField(text: string): FieldProblem {
  const [, name, words] = /^([a-zA-Z]+): ([\s\S]*)$/.exec(text) ?? []
  const field = name === 'id' ? 'id' : ENTRY_FIELDS.find((one) => one === name)
  return field === undefined || words === undefined ? { words: text } : { field, words }
}
