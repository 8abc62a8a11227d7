import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import type { MatchInput } from '../match/index.ts'
import { KaynakError } from '../model/index.ts'
import { entryReader } from './entry-reader.ts'
import { fileTrouble } from './file-trouble.ts'
import type { Io } from './io.ts'
import { isRecord } from './json-fields.ts'
import { linesOf } from './json-lines.ts'

/** A line of a file as its object, the entry that it holds, and its number. */
export type EntryLine = { readonly value: Readonly<Record<string, unknown>>; readonly entry: MatchInput; readonly number: number }

/**
 * What `take` makes of each line of a JSON Lines file of entries, or of stdin where the name is `-`, in their order.
 * @param file its name, and what a line of it is to be, for the words of an error
 * @param take gives undefined for a line that it cannot use
 * @throws KaynakError USAGE for a file that cannot be read, and for a line that is no entry or that `take` refuses, with its number
 */
export async function entriesFile<T>(
  { name, expected }: { readonly name: string; readonly expected: string },
  take: (line: EntryLine) => T | undefined,
  io: Io,
): Promise<readonly T[]> {
  const read = entryReader()
  const taken: T[] = []
  let number = 0
  try {
    for await (const line of linesOf(name === '-' ? io.stdin : createReadStream(resolve(io.cwd(), name)))) {
      number += 1
      if (line.trim() === '') continue
      const value: unknown = JSON.parse(line)
      const entry = isRecord(value) ? await read(value) : undefined
      const one = !isRecord(value) || entry === undefined ? undefined : take({ value, entry, number })
      if (one === undefined) throw new KaynakError('USAGE', `${name}:${number}: expected ${expected}`)
      taken.push(one)
    }
  } catch (cause) {
    if (cause instanceof KaynakError) throw cause
    const where = number === 0 ? `${name}: cannot be read` : `${name}:${number}`
    throw new KaynakError('USAGE', `${where}: ${fileTrouble(cause)}`, { cause })
  }
  return taken
}
