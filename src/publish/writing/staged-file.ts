import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Names of files that are being written; what a crash leaves of them is swept by the next pass. */
export const TEMPORARY = /^\.kaynak-[0-9a-z]+\.tmp$/

/** New bytes beside the file they are for: on the disk for good, and not yet in its place. */
export type StagedFile = { readonly path: string; readonly temporary: string }

/** Writes the bytes into the file's own directory, so that the rename is atomic, and waits until the disk has them. */
export async function stageFile(path: string, bytes: Uint8Array, name: string): Promise<StagedFile> {
  const temporary = join(dirname(path), `.kaynak-${name}.tmp`)
  const file = await open(temporary, 'w', 0o666)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } catch (problem) {
    await file.close()
    await rm(temporary, { force: true })
    throw problem
  }
  await file.close()
  return { path, temporary }
}

/** Puts staged bytes in their place: readers see the old file or the new one, never a part. */
export async function settleFile(staged: StagedFile): Promise<void> {
  await rename(staged.temporary, staged.path)
}

/** Makes the renames in a directory outlive a power cut. Systems that cannot open a directory (Windows) need no such step. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
