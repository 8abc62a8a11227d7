import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { outputFolder } from './output-folder.ts'
import { outputTrouble } from './output-trouble.ts'
import { fileOf } from './safe-path.ts'
import { type StagedFile, settleFile, stageFile, syncDirectory } from './staged-file.ts'

/** The bytes that a file of the output is to hold. */
export type NewBytes = { readonly path: string; readonly bytes: Uint8Array }

/** So many files are written at a time: most of the work is waiting for the disk. */
const AT_ONCE = 8

/**
 * Replaces files in their order. Nothing changes before everything is on the disk: a full disk is found while only temporary
 * files exist, and they are removed again.
 */
export async function replaceFiles(directory: string, files: readonly NewBytes[]): Promise<void> {
  const staged: StagedFile[] = []
  try {
    for (let from = 0; from < files.length; from += AT_ONCE)
      await stageGroup(directory, files.slice(from, from + AT_ONCE), staged)
    for (const one of staged) await settleFile(one).catch((problem: unknown) => Promise.reject(outputTrouble(one.path, problem)))
  } catch (problem) {
    for (const one of staged) await rm(one.temporary, { force: true })
    throw problem
  }
  for (const folder of new Set(staged.map((one) => dirname(one.path)))) await syncDirectory(folder)
}

/** Every one of a group is waited for, so that what it staged can be cleared away when another one fails. */
async function stageGroup(directory: string, group: readonly NewBytes[], staged: StagedFile[]): Promise<void> {
  const first = staged.length
  const done = await Promise.allSettled(group.map((file, at) => stage(directory, file, (first + at).toString(36))))
  for (const one of done) if (one.status === 'fulfilled') staged.push(one.value)
  for (const one of done) if (one.status === 'rejected') throw one.reason
}

async function stage(directory: string, { path, bytes }: NewBytes, name: string): Promise<StagedFile> {
  const file = fileOf(directory, path)
  try {
    await outputFolder(directory, path)
    return await stageFile(file, bytes, name)
  } catch (problem) {
    throw outputTrouble(file, problem)
  }
}
