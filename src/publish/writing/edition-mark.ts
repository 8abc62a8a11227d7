import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Publication, SourceView } from '../publication.ts'
import { readManifest } from './manifest.ts'
import { errorCode } from './output-trouble.ts'
import { replaceFiles } from './replace-files.ts'
import { fileOf } from './safe-path.ts'

/** What the directory was last made from, and how its files stood then. */
const MARK = '.kaynak-edition'

/**
 * Whether a directory holds just what this publication would make: it was made from an equal one, and none of its files has been
 * touched since. Looks at no file's bytes, and makes none.
 * @returns how many files it holds; undefined when it has to be made
 */
export async function holdsEdition(directory: string, publication: Publication): Promise<number | undefined> {
  if (publication.edition?.mayStand !== true || (publication.restored ?? []).length > 0) return undefined
  const before = markIn(directory)
  if (before === undefined) return undefined
  const paths = await readManifest(directory)
  return before === markText(directory, publication, paths) ? paths.size : undefined
}

/** Notes what a directory was made from, once all of its files are in place. An equal note is not written again. */
export async function noteEdition(directory: string, publication: Publication): Promise<void> {
  if (publication.edition === undefined) return
  const text = markText(directory, publication, await readManifest(directory))
  if (markIn(directory) !== text) await replaceFiles(directory, [{ path: MARK, bytes: Buffer.from(text) }])
}

function markText(directory: string, publication: Publication, paths: ReadonlySet<string>): string {
  return `${sourceMark(publication)}\n${filesMark(directory, paths)}\n`
}

/** Everything that a publication shows, and the name of what it does not. */
function sourceMark({ withdrawn = [], remembered = [], months = [], ...publication }: Publication): string {
  const { channel, edition, stories, sources, now } = publication
  const told = [withdrawn, remembered.map(({ withdrawal }) => withdrawal)]
  const shown = [edition?.id, channel, stories, sources.map(lasting), told, months, now.toISOString().slice(0, 7)]
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url')
}

/** Of a source in good health no document tells when it was asked. */
function lasting({ source, state }: SourceView): unknown {
  if (state === undefined) return source
  const { lastAttempt: _asked, lastFull: _full, nextDue: _due, validators: _validators, bodyHash: _hash, ...rest } = state
  const { room: _room, pace: _pace, lastSuccess, ...shown } = rest
  return { source, shown, lastSuccess: state.failures > 0 ? lastSuccess : lastSuccess !== undefined }
}

/** Whoever changes a file, takes it away or puts another one in its place changes this. */
function filesMark(directory: string, paths: ReadonlySet<string>): string {
  const hash = createHash('sha256')
  for (const path of [...paths].sort()) {
    const { size, mtimeMs, ino } = statSync(fileOf(directory, path), { throwIfNoEntry: false }) ?? {}
    hash.update(`${path} ${size} ${mtimeMs} ${ino}\n`)
  }
  return hash.digest('base64url')
}

function markIn(directory: string): string | undefined {
  try {
    return readFileSync(join(directory, MARK), 'utf8')
  } catch (problem) {
    if (errorCode(problem) === undefined) throw problem
    return undefined // whatever is there: then everything is made, and written where it differs
  }
}
