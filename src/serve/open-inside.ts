import { type BigIntStats, constants } from 'node:fs'
import { type FileHandle, open, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { isAbsent } from './file-trouble.ts'

/** An open file of the folder; the caller closes it. */
export type OpenFile = { readonly handle: FileHandle; readonly stats: BigIntStats; readonly mark: string }

/**
 * Opens a plain file that lies inside the folder, by a path from `requestPath`; undefined when there is none. What is open is compared
 * with what the folder really holds, so that a link that leads out, even one put there in between, opens nothing.
 * @throws the system's error when the machine is in trouble (too many open files, a broken disk)
 */
export async function openInside(folder: string, path: string): Promise<OpenFile | undefined> {
  let handle: FileHandle | undefined
  try {
    const file = join(folder, path)
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)) // a pipe would wait for its other end
    const stats = await handle.stat({ bigint: true })
    if (stats.isFile() && (await isInside(folder, file, stats))) {
      const opened = { handle, stats, mark: markOf(stats) }
      handle = undefined
      return opened
    }
    return undefined
  } catch (problem) {
    if (isAbsent(problem)) return undefined
    throw problem
  } finally {
    await handle?.close()
  }
}

/** Tells one version of a file from another: a rename over it gives another inode, a write in place another time. */
export function markOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${dev}:${ino}:${size}:${mtimeNs}:${ctimeNs}`
}

async function isInside(folder: string, file: string, { dev, ino }: BigIntStats): Promise<boolean> {
  const [root, real] = await Promise.all([realpath(folder), realpath(file)])
  if (!real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) return false
  const there = await stat(real, { bigint: true })
  return there.dev === dev && there.ino === ino
}
