import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCode } from './output-trouble.ts'
import { fileOf } from './safe-path.ts'
import { TEMPORARY } from './staged-file.ts'

/** Removes what a crash left of files being written, in the folders that hold these paths; only one pass runs at a time. */
export async function sweepTemporary(directory: string, paths: readonly string[]): Promise<void> {
  const folders = new Set(paths.map((path) => dirname(fileOf(directory, path)))).add(directory)
  for (const folder of folders) {
    for (const name of await namesIn(folder)) if (TEMPORARY.test(name)) await rm(join(folder, name), { force: true })
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (problem) {
    if (errorCode(problem) === undefined) throw problem
    return []
  }
}
