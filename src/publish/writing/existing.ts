import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { itemMoment } from '../../model/index.ts'
import { escapeAttribute } from '../markup/escape.ts'
import type { Publication } from '../publication.ts'
import { errorCode } from './output-trouble.ts'

/** What earlier passes left in the folders whose files outlive a window. Names without their endings. */
export type Existing = {
  /** months whose archive is closed: its bytes are final */
  readonly closedMonths: ReadonlySet<string>
  /** the text of months that are not closed yet */
  readonly openMonths: ReadonlyMap<string, string>
  /** the text of closed months that hold what was withdrawn, or lack what was restored */
  readonly outdatedMonths: ReadonlyMap<string, string>
  /** days that have a bulletin which may stand as it is */
  readonly bulletins: ReadonlySet<string>
  /** the text of old bulletins that hold what was withdrawn, or lack what was restored */
  readonly outdatedBulletins: ReadonlyMap<string, string>
  /** sources and languages that have feeds, which somebody may have subscribed to */
  readonly bySource: ReadonlySet<string>
  readonly byLanguage: ReadonlySet<string>
}

/**
 * Looks once, before anything is made. A document that holds what was withdrawn, or lacks what was restored, counts as missing or as
 * outdated.
 */
export async function existingFiles(
  directory: string,
  { withdrawn = [], restored = [] }: Pick<Publication, 'withdrawn' | 'restored'>,
): Promise<Existing> {
  const unwanted = withdrawn.flatMap(({ id, goesOn, urls = [] }) => (goesOn === true ? urls.map(linkTo) : [id.slice(9)]))
  const back = restored.map((item) => ({
    link: linkTo(item.url),
    month: item.firstSeen.toISOString().slice(0, 7),
    day: itemMoment(item).toISOString().slice(0, 10),
  }))
  const wantedIn = (name: string) => back.filter(({ month, day }) => name === month || name === day).map(({ link }) => link)
  const closedMonths = new Set<string>()
  const openMonths = new Map<string, string>()
  const outdatedMonths = new Map<string, string>()
  for (const month of await archivedMonths(directory)) {
    const file = monthFile(directory, month)
    if (!(await isClosed(file))) openMonths.set(month, await readFile(file, 'utf8'))
    else if (await isOutdated(file, { unwanted, wanted: wantedIn(month) }))
      outdatedMonths.set(month, await readFile(file, 'utf8'))
    else closedMonths.add(month)
  }
  const bulletins = new Set<string>()
  const outdatedBulletins = new Map<string, string>()
  for (const day of await names(join(directory, 'bulletin'), /^(\d{4}-\d{2}-\d{2})\.html$/)) {
    const file = join(directory, 'bulletin', `${day}.html`)
    if (await isOutdated(file, { unwanted, wanted: wantedIn(day) })) outdatedBulletins.set(day, await readFile(file, 'utf8'))
    else bulletins.add(day)
  }
  return {
    closedMonths,
    openMonths,
    outdatedMonths,
    bulletins,
    outdatedBulletins,
    bySource: await names(join(directory, 'by', 'source'), /^([a-z0-9][a-z0-9-]*)\.xml$/),
    byLanguage: await names(join(directory, 'by', 'language'), /^([a-z]{2,8})\.xml$/),
  }
}

/** The months whose archive documents are closed in a directory. */
export async function publishedMonths(directory: string): Promise<ReadonlySet<string>> {
  const months = new Set<string>()
  for (const month of await archivedMonths(directory)) if (await isClosed(monthFile(directory, month))) months.add(month)
  return months
}

/** The months that have an archive document in a directory, closed or not, oldest first. */
async function archivedMonths(directory: string): Promise<ReadonlySet<string>> {
  return await names(join(directory, 'archive'), /^(\d{4}-\d{2})\.xml$/)
}

function monthFile(directory: string, month: string): string {
  return join(directory, 'archive', `${month}.xml`)
}

/** Files are only read whole when there is something to look for. */
async function isOutdated(
  file: string,
  { unwanted, wanted }: { readonly unwanted: readonly string[]; readonly wanted: readonly string[] },
): Promise<boolean> {
  if (unwanted.length + wanted.length === 0) return false
  const text = await readFile(file, 'utf8')
  return unwanted.some((mark) => text.includes(mark)) || wanted.some((mark) => !text.includes(mark))
}

/** How every document links to an item: its address as an attribute. */
function linkTo(url: string): string {
  return `href="${escapeAttribute(url)}"`
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
