import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import type { MatchInput } from '../match/index.ts'
import { KaynakError } from '../model/index.ts'
import { entryReader } from './entry-reader.ts'
import { fileTrouble } from './file-trouble.ts'
import type { Io } from './io.ts'
import { isRecord } from './json-fields.ts'
import { linesOf } from './json-lines.ts'

/**
 * The entries of a JSON Lines file, or of stdin where the name is `-`, in their order.
 * @throws KaynakError USAGE for a file that cannot be read, and for a line that is no entry, with its number
 */
export async function itemsFile(name: string, io: Io): Promise<readonly MatchInput[]> {
  const read = entryReader()
  const items: MatchInput[] = []
  let number = 0
  try {
    for await (const line of linesOf(name === '-' ? io.stdin : createReadStream(resolve(io.cwd(), name)))) {
      number += 1
      if (line.trim() === '') continue
      const value: unknown = JSON.parse(line)
      const item = isRecord(value) ? await read(value) : undefined
      if (item === undefined) throw new KaynakError('USAGE', `${name}:${number}: expected an object with a "title"`)
      items.push(item)
    }
  } catch (cause) {
    if (cause instanceof KaynakError) throw cause
    const where = number === 0 ? `${name}: cannot be read` : `${name}:${number}`
    throw new KaynakError('USAGE', `${where}: ${fileTrouble(cause)}`, { cause })
  }
  return items
}
