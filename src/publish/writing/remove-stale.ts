import { lstat, rmdir, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { outputFolder } from './output-folder.ts'
import { errorCode } from './output-trouble.ts'
import { fileOf } from './safe-path.ts'

/** Removes files that earlier passes published, and folders that this empties. What is no plain file is somebody else's. */
export async function removeStale(directory: string, paths: ReadonlySet<string>): Promise<readonly string[]> {
  const removed: string[] = []
  for (const path of paths) if (await remove(directory, path)) removed.push(path)
  for (const folder of new Set(removed.map((path) => dirname(path)))) await removeEmpty(directory, folder)
  return removed
}

async function remove(directory: string, path: string): Promise<boolean> {
  const file = fileOf(directory, path)
  try {
    if (!(await lstat(file)).isFile()) return false
    await outputFolder(directory, path)
    await unlink(file)
    return true
  } catch (problem) {
    const code = errorCode(problem)
    if (code === 'ENOENT' || code === 'ELOOP' || code === 'ENOTDIR') return false // gone, or behind a link that is not ours
    throw problem
  }
}

async function removeEmpty(directory: string, folder: string): Promise<void> {
  for (let path = folder; path !== '.'; path = dirname(path)) {
    try {
      await rmdir(fileOf(directory, path))
    } catch (problem) {
      if (errorCode(problem) === undefined) throw problem
      return // not empty, most likely: others keep files there too
    }
  }
}
