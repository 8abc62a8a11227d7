import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from './output-trouble.ts'
import { isSafePath } from './safe-path.ts'

/** The list of what is ours in the output directory. Nothing that it does not name is ever removed. */
export const MANIFEST = '.kaynak-manifest.json'

/** The paths that the last pass published. A missing or damaged list is an empty one: then nothing is removed. */
export async function readManifest(directory: string): Promise<ReadonlySet<string>> {
  let text: string
  try {
    text = await readFile(join(directory, MANIFEST), 'utf8')
  } catch (problem) {
    if (errorCode(problem) === undefined) throw problem
    return new Set()
  }
  return new Set(pathsIn(text))
}

/** The list as it is kept: sorted, a line for each path. */
export function manifestText(paths: Iterable<string>): string {
  return `${JSON.stringify({ version: 1, files: [...new Set(paths)].sort() }, null, 1)}\n`
}

function pathsIn(text: string): readonly string[] {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || !('files' in value) || !Array.isArray(value.files)) return []
  return value.files.filter((path: unknown): path is string => typeof path === 'string' && isSafePath(path) && path !== MANIFEST)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined
    throw problem
  }
}
