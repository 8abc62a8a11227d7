import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import type { MatchInput } from '../match/index.ts'
import { KaynakError } from '../model/index.ts'
import { entryReader } from './entry-reader.ts'
import type { Io } from './io.ts'
import { idOf, isRecord } from './json-fields.ts'
import { linesOf } from './json-lines.ts'

/** An entry with what a person says of it. */
export type Label = { readonly entry: MatchInput; readonly relevant: boolean }

/**
 * The labels of a JSON Lines file `{id?,title,summary?,content?,lang?,categories?,url?,relevant}`, or of stdin where the name is `-`. Of
 * several with one id the last counts: whoever changes their mind writes another line.
 * @throws KaynakError USAGE for a file that cannot be read, and for a line that is no label, with its number
 */
export async function labelsFile(name: string, io: Io): Promise<readonly Label[]> {
  const read = entryReader()
  const labels = new Map<string, Label>()
  let number = 0
  try {
    for await (const line of linesOf(name === '-' ? io.stdin : createReadStream(resolve(io.cwd(), name)))) {
      number += 1
      if (line.trim() === '') continue
      const value: unknown = JSON.parse(line)
      const entry = isRecord(value) ? await read(value) : undefined
      const relevant = isRecord(value) ? value['relevant'] : undefined
      if (!isRecord(value) || entry === undefined || typeof relevant !== 'boolean')
        throw new KaynakError('USAGE', `${name}:${number}: expected an object with a "title", and "relevant" true or false`)
      const { id } = idOf(value)
      labels.set(id === undefined ? `line ${number}` : `id ${JSON.stringify(id)}`, { entry, relevant })
    }
  } catch (cause) {
    if (cause instanceof KaynakError) throw cause
    throw new KaynakError('USAGE', `${name}:${number}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
  return [...labels.values()]
}
