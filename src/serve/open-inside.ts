import { type BigIntStats, constants } from 'node:fs'
import { type FileHandle, open, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { isAbsent } from './file-trouble.ts'

/** An open file of the folder; the caller closes it. */
export type OpenFile = { readonly handle: FileHandle; readonly stats: BigIntStats; readonly mark: string }

/**
 * Opens a plain file that lies inside the folder, by a path from `requestPath`; undefined when there is none. Links are resolved before
 * it is opened and looked at again afterwards, so that one that leads out opens nothing, not even one put there in between.
 * @throws the system's error when the machine is in trouble (too many open files, a broken disk)
 */
export async function openInside(folder: string, path: string): Promise<OpenFile | undefined> {
  let handle: FileHandle | undefined
  try {
    const real = await realInside(folder, path)
    if (real === undefined) return undefined
    handle = await open(real, READ_ONLY)
    const stats = await handle.stat({ bigint: true })
    if (!stats.isFile() || (await realInside(folder, path)) !== real) return undefined
    const opened = { handle, stats, mark: markOf(stats) }
    handle = undefined
    return opened
  } catch (problem) {
    if (isAbsent(problem)) return undefined
    throw problem
  } finally {
    await handle?.close()
  }
}

/** A pipe would wait for its other end, and a link at the end of a resolved path was put there a moment ago. Windows has neither flag. */
const READ_ONLY = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)

/** Tells one version of a file from another: a rename over it gives another inode, a write in place another time. */
export function markOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${dev}:${ino}:${size}:${mtimeNs}:${ctimeNs}`
}

async function realInside(folder: string, path: string): Promise<string | undefined> {
  const [root, real] = await Promise.all([realpath(folder), realpath(join(folder, path))])
  return real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`) ? real : undefined
}
