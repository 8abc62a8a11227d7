import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Decision, KaynakError, present } from '../../model/index.ts'
import { isRecord } from '../json-fields.ts'
import type { InTurn } from './one-by-one.ts'

/** What was said of entries, the last word on each. */
export type Labels = ReadonlyMap<string, boolean>

/** The labels beside a feeds.json: one JSON object a line, in the form that `kaynak topic test --labels` runs. */
export type LabelBook = {
  readonly read: (folder: string) => Promise<Labels>
  /** Adds a line; none where the last word is the same. @throws KaynakError OUTPUT_WRITE */
  readonly write: (
    folder: string,
    label: { readonly decision: Decision; readonly relevant: boolean; readonly at: Date },
  ) => Promise<void>
}

const FILE = 'labels.jsonl'

export function labelBook(inTurn: InTurn): LabelBook {
  return { read, write: (folder, label) => inTurn(() => append(folder, label)) }
}

/** What names an entry in the labels: its source, and how that names it. */
export function labelId({ sourceId, entryKey }: Decision): string {
  return `${sourceId} ${entryKey}`
}

async function read(folder: string): Promise<Labels> {
  const labels = new Map<string, boolean>()
  for (const line of (await textOf(folder)).split('\n')) {
    const value = lineOf(line)
    if (typeof value?.['id'] === 'string' && typeof value['relevant'] === 'boolean') labels.set(value['id'], value['relevant'])
  }
  return labels
}

async function append(
  folder: string,
  { decision, relevant, at }: { readonly decision: Decision; readonly relevant: boolean; readonly at: Date },
): Promise<void> {
  const id = labelId(decision)
  if ((await read(folder)).get(id) === relevant) return
  const { title, text, language, url, verdict } = decision
  const summary = text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;') // a summary is HTML, the stored words are plain
  const line = JSON.stringify(present({ id, title, summary, lang: language, url, relevant, decided: verdict.relevant, at }))
  try {
    await using file = await open(join(folder, FILE), 'a+')
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1))
    await file.appendFile(`${size > 0 && buffer[0] !== 0x0a ? '\n' : ''}${line}\n`) // a line that a person wrote may lack its end
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new KaynakError('OUTPUT_WRITE', `${FILE}: cannot be written (${code})`, { cause })
  }
}

async function textOf(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, FILE), 'utf8')
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return ''
    throw problem
  }
}

/** A line that a person broke is none of ours; `topic test` names it. */
function lineOf(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isRecord(value) ? value : undefined
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined
    throw problem
  }
}
