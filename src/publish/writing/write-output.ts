import { mkdir, readFile } from 'node:fs/promises'
import { MANIFEST, manifestText, readManifest } from './manifest.ts'
import { errorCode, outputTrouble } from './output-trouble.ts'
import { removeStale } from './remove-stale.ts'
import { type NewBytes, replaceFiles } from './replace-files.ts'
import { fileOf } from './safe-path.ts'
import { sweepTemporary } from './sweep-temporary.ts'

/** A file to publish; the path is relative to the output directory, with slashes. */
export type OutputFile = { readonly path: string; readonly text: string }

/** What a pass changed in the output directory. */
export type Written = {
  /** in the order in which they were put in their places */
  readonly written: readonly string[]
  /** files that stand as they were: their bytes were right already, or they are final */
  readonly unchanged: number
  readonly removed: readonly string[]
}

/**
 * Publishes files, in their order: all new bytes are on the disk before the first file changes, each change is a rename, and
 * files with equal bytes are not touched. Then removes what earlier passes published and neither `files` nor `kept` names.
 * @throws KaynakError OUTPUT_WRITE; what was published before stays whole
 */
export async function writeOutput(directory: string, files: readonly OutputFile[], kept: readonly string[]): Promise<Written> {
  try {
    await mkdir(directory, { recursive: true })
    const before = await readManifest(directory)
    const wanted = new Set([...files.map((file) => file.path), ...kept])
    await sweepTemporary(directory, [...before, ...wanted])
    const changed = await changedFiles(directory, files)
    // named before it exists: a file that a crash leaves behind is still known to be ours
    await list(directory, before, before.union(wanted))
    await replaceFiles(directory, changed)
    const removed = await removeStale(directory, before.difference(wanted))
    await list(directory, before.union(wanted), wanted)
    return { written: changed.map((file) => file.path), unchanged: wanted.size - changed.length, removed }
  } catch (problem) {
    throw outputTrouble(directory, problem)
  }
}

async function changedFiles(directory: string, files: readonly OutputFile[]): Promise<readonly NewBytes[]> {
  const changed: NewBytes[] = []
  for (const { path, text } of files) {
    const bytes = Buffer.from(text)
    if (!(await holds(fileOf(directory, path), bytes))) changed.push({ path, bytes })
  }
  return changed
}

async function holds(file: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return (await readFile(file)).equals(bytes)
  } catch (problem) {
    if (errorCode(problem) === undefined) throw problem
    return false // whatever is there, writing will say what is wrong with it
  }
}

async function list(directory: string, now: ReadonlySet<string>, next: ReadonlySet<string>): Promise<void> {
  if (now.size === next.size && now.isSubsetOf(next)) return
  await replaceFiles(directory, [{ path: MANIFEST, bytes: Buffer.from(manifestText(next)) }])
}
