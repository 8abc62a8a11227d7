import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from './output-trouble.ts'

/** What earlier passes left in the folders whose files outlive a window. Names without their endings. */
export type Existing = {
  /** months whose archive is closed: its bytes are final */
  readonly closedMonths: ReadonlySet<string>
  /** days that have a bulletin which may stand as it is */
  readonly bulletins: ReadonlySet<string>
  /** days whose bulletin holds something that was withdrawn */
  readonly outdatedBulletins: ReadonlySet<string>
  /** sources and languages that have feeds, which somebody may have subscribed to */
  readonly bySource: ReadonlySet<string>
  readonly byLanguage: ReadonlySet<string>
}

/** Looks once, before anything is made. `withdrawn`: ids that no document may hold any more; one that does counts as missing. */
export async function existingFiles(directory: string, withdrawn: readonly string[]): Promise<Existing> {
  const closedMonths = new Set<string>()
  for (const month of await names(join(directory, 'archive'), /^(\d{4}-\d{2})\.xml$/)) {
    const file = join(directory, 'archive', `${month}.xml`)
    if ((await isClosed(file)) && !(await holdsAny(file, withdrawn))) closedMonths.add(month)
  }
  const bulletins = new Set<string>()
  const outdatedBulletins = new Set<string>()
  for (const day of await names(join(directory, 'bulletin'), /^(\d{4}-\d{2}-\d{2})\.html$/)) {
    const isOutdated = await holdsAny(join(directory, 'bulletin', `${day}.html`), withdrawn)
    const days = isOutdated ? outdatedBulletins : bulletins
    days.add(day)
  }
  return {
    closedMonths,
    bulletins,
    outdatedBulletins,
    bySource: await names(join(directory, 'by', 'source'), /^([a-z0-9][a-z0-9-]*)\.xml$/),
    byLanguage: await names(join(directory, 'by', 'language'), /^([a-z]{2,8})\.xml$/),
  }
}

/** Whether a document shows one of these items; files are only read whole when there is something to look for. */
async function holdsAny(file: string, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false
  const text = await readFile(file, 'utf8')
  return ids.some((id) => text.includes(id.slice('urn:uuid:'.length)))
}

async function names(folder: string, pattern: RegExp): Promise<ReadonlySet<string>> {
  try {
    const found = await readdir(folder)
    return new Set(found.flatMap((name) => pattern.exec(name)?.[1] ?? []).sort())
  } catch (problem) {
    if (errorCode(problem) === undefined) throw problem
    return new Set()
  }
}

/** The mark stands in the channel before the first item; files are whole, since they were renamed into their places. */
async function isClosed(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.toString('utf8', 0, bytesRead).split('<item>')[0]?.includes('<fh:archive/>') ?? false
  } finally {
    await handle.close()
  }
}

const HEAD_BYTES = 16_384
