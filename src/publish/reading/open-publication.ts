import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../writing/output-trouble.ts'
import { type Fields, fieldsOf } from './fields.ts'

/** The documents of an output directory, to be read back. */
export type OpenPublication = {
  /** the text of a document; undefined where there is none, or one that cannot be read */
  readonly text: (path: string) => Promise<string | undefined>
  /** the object in a JSON document, likewise */
  readonly json: (path: string) => Promise<Fields | undefined>
  /** the names in a folder that end so, in their order */
  readonly names: (folder: string, ending: string) => Promise<readonly string[]>
  /** what was there and could not be read, one line each */
  readonly troubles: readonly string[]
}

/** No document of ours comes near; a longer one could not be held. */
const MOST_BYTES = 256 * 1_024 * 1_024

/** Opens an output directory for reading. Nothing in it makes it throw, but a bug. */
export function openPublication(directory: string): OpenPublication {
  const troubles: string[] = []

  async function text(path: string): Promise<string | undefined> {
    const file = join(directory, path)
    try {
      const { size } = await stat(file)
      if (size <= MOST_BYTES) return await readFile(file, 'utf8')
      troubles.push(`${file}: is too large to be one of ours (${size} bytes)`)
    } catch (problem) {
      const code = errorCode(problem)
      if (code === undefined) throw problem
      if (code !== 'ENOENT' && code !== 'ENOTDIR') troubles.push(`${file}: cannot be read (${code})`)
    }
    return undefined
  }

  return {
    troubles,
    text,
    async json(path) {
      const found = await text(path)
      if (found === undefined) return undefined
      try {
        const value: unknown = JSON.parse(found)
        return fieldsOf(value)
      } catch (problem) {
        if (!(problem instanceof SyntaxError)) throw problem
        troubles.push(`${join(directory, path)}: is damaged (${found === '' ? 'it is empty' : 'it is no JSON any more'})`)
        return undefined
      }
    },
    async names(folder, ending) {
      try {
        return (await readdir(join(directory, folder))).filter((name) => name.endsWith(ending)).toSorted()
      } catch (problem) {
        if (errorCode(problem) === undefined) throw problem
        return []
      }
    },
  }
}
