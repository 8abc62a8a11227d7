import type { MatchInput } from '../match/index.ts'
import { entriesFile } from './entries-file.ts'
import type { Io } from './io.ts'
import { idOf } from './json-fields.ts'

/** An entry with what a person says of it. */
export type Label = { readonly entry: MatchInput; readonly relevant: boolean }

/**
 * The labels of a JSON Lines file `{id?,title,summary?,content?,lang?,categories?,url?,relevant}`, or of stdin where the name is `-`. Of
 * several with one id the last counts: whoever changes their mind writes another line. @throws as `entriesFile` does
 */
export async function labelsFile(name: string, io: Io): Promise<readonly Label[]> {
  const lines = await entriesFile(
    { name, expected: 'an object with a "title", and "relevant" true or false' },
    ({ value, entry, number }) => {
      const relevant = value['relevant']
      const { id } = idOf(value)
      if (typeof relevant !== 'boolean') return undefined
      return { key: id === undefined ? `line ${number}` : `id ${JSON.stringify(id)}`, label: { entry, relevant } }
    },
    io,
  )
  return [...new Map(lines.map(({ key, label }) => [key, label])).values()]
}
