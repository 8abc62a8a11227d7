import { lstat, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from './output-trouble.ts'

/** Makes the folders between the output directory and one of its files. A link among them would lead out, and is refused. */
export async function outputFolder(directory: string, path: string): Promise<void> {
  let folder = directory
  for (const segment of path.split('/').slice(0, -1)) {
    folder = join(folder, segment)
    await mkdir(folder).catch((problem: unknown) => (errorCode(problem) === 'EEXIST' ? undefined : Promise.reject(problem)))
    const found = await lstat(folder)
    if (found.isSymbolicLink()) throw Object.assign(new Error(`${folder} is a link`), { code: 'ELOOP' })
    if (!found.isDirectory()) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' })
  }
}
