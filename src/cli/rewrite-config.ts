import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { SourcesEdit } from '../config/index.ts'
import { KaynakError } from '../model/index.ts'
import { fileTrouble } from './file-trouble.ts'
import type { Io } from './io.ts'
import { readConfig } from './read-config.ts'

/**
 * Changes feeds.json by one edit: whole or not at all, by a rename, with the file's rights and behind a link if it is one. Answers with
 * whether anything changed. The result is read once more before it is written.
 * @throws KaynakError USAGE where the edit cannot be made or somebody else wrote the file meanwhile; OUTPUT_WRITE where it cannot be written
 */
export async function rewriteConfig(file: string, io: Io, edit: (text: string) => SourcesEdit): Promise<boolean> {
  const path = await realpath(resolve(io.cwd(), file))
  const before = await readFile(path, 'utf8')
  const edited = edit(before)
  if (edited.kind === 'problem') throw new KaynakError('USAGE', `${file}: ${edited.words}`)
  if (edited.text === before) return false
  const reading = readConfig(edited.text, file, io)
  if (reading.kind === 'unusable')
    throw new KaynakError('CONFIG_INVALID', `${reading.problems.map((one) => one.text).join('; ')} (nothing was written)`)
  try {
    await replaceFile(path, { before, after: edited.text, shown: file })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (cause instanceof KaynakError || code === undefined) throw cause
    throw new KaynakError('OUTPUT_WRITE', `${file}: cannot be written: ${fileTrouble(cause)}; it stands as it was`, { cause })
  }
  return true
}

type Replacement = { readonly before: string; readonly after: string; readonly shown: string }

async function replaceFile(path: string, { before, after, shown }: Replacement): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  const { mode } = await stat(path)
  try {
    await using handle = await open(temporary, 'w', mode & 0o777)
    await handle.writeFile(after)
    await handle.sync()
    if ((await readFile(path, 'utf8')) !== before)
      throw new KaynakError('USAGE', `${shown}: somebody else changed it a moment ago; nothing was written, try again`)
    await rename(temporary, path)
  } catch (problem) {
    await rm(temporary, { force: true })
    throw problem
  }
}
