import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import { openSqliteStore } from '../../src/store/index.ts'

/** What a pass left in its folder. */
export type Remains = {
  /** the published files with their bytes, by path; what notes inode and time is left out */
  readonly output: ReadonlyMap<string, string>
  /** the names of all files of output and state */
  readonly names: readonly string[]
}

/** Its note says which inodes the files have: two equal outputs differ in it. */
const EDITION = '.kaynak-edition'
const STATE = '.kaynak/kaynak.db'

export function remainsIn(folder: string): Remains {
  const names = ['output', '.kaynak'].flatMap((top) => filesIn(folder, top)).sort()
  const output = new Map<string, string>()
  for (const name of names)
    if (name.startsWith('output/') && !name.endsWith(EDITION)) output.set(name, readFileSync(join(folder, name), 'utf8'))
  return { output, names }
}

function filesIn(folder: string, top: string): readonly string[] {
  if (!existsSync(join(folder, top))) return []
  return readdirSync(join(folder, top), { recursive: true, encoding: 'utf8' })
    .map((name) => join(top, name))
    .filter((name) => statSync(join(folder, name)).isFile())
}

/** What readers would meet that is not whole: one line for each document that no longer reads as what it is. */
export function brokenDocuments({ output }: Remains): readonly string[] {
  return [...output].flatMap(([path, text]) => {
    if (path.endsWith('.tmp')) return []
    try {
      return isWhole(path, text) ? [] : [`${path} is not whole`]
    } catch (problem) {
      return [`${path} does not parse: ${String(problem)}`]
    }
  })
}

function isWhole(path: string, text: string): boolean {
  if (path.endsWith('feed.json')) return parseJsonFeed(text) !== undefined
  if (path.endsWith('.json')) return JSON.parse(text) !== undefined
  if (path.endsWith('.opml')) return parseOpml(text) !== undefined && text.trimEnd().endsWith('</opml>')
  if (/atom|\.atom/.test(path)) return parseAtomFeed(text) !== undefined && text.trimEnd().endsWith('</feed>')
  if (path.endsWith('.xml')) return parseRssFeed(text) !== undefined && text.trimEnd().endsWith('</rss>')
  if (path.endsWith('.html')) return text.trimEnd().endsWith('</html>')
  return text.length > 0
}

/** The whole state, a line a row. When a source is due next is left to chance by design, and left out. */
export async function stateIn(folder: string): Promise<readonly string[]> {
  const { store, notices } = await openSqliteStore(join(folder, STATE))
  const lines = notices.map((notice) => `NOTICE ${notice.message}`)
  try {
    for await (const row of store.dump()) lines.push(JSON.stringify(row, lasting))
  } finally {
    await store.close()
  }
  return lines.sort()
}

function lasting(key: string, value: unknown): unknown {
  if (key === 'nextDue') return undefined
  return value instanceof Map ? [...value] : value
}
