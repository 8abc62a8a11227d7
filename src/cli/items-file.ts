import type { MatchInput } from '../match/index.ts'
import { entriesFile } from './entries-file.ts'
import type { Io } from './io.ts'

/** The entries of a JSON Lines file, or of stdin where the name is `-`, in their order. @throws as `entriesFile` does */
export async function itemsFile(name: string, io: Io): Promise<readonly MatchInput[]> {
  return await entriesFile({ name, expected: 'an object with a "title"' }, ({ entry }) => entry, io)
}
