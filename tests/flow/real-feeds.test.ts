import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PassReport } from '../../src/pipeline/index.ts'
import { type Newsroom, newsroom } from '../helpers/pass-over.ts'
import { type Site, site } from '../helpers/site.ts'

const FEEDS = new URL('../../../shared/data/feeds/', import.meta.url)
const isThere = existsSync(new URL('MANIFEST.tsv', FEEDS))
if (!isThere) console.warn('SKIPPED: the real feeds need ../shared/data/feeds, which is not there')

const NOW = '2026-11-23T12:00:00Z'

type Row = {
  readonly file: string
  readonly outlet: string
  readonly kind: string
  readonly language: string
  readonly items: number
  readonly withUrl: number
  readonly syria: number
}
type JsonFeed = {
  readonly items: readonly {
    readonly id: string
    readonly url: string
    readonly title: string
    readonly content_html: string
    readonly authors?: unknown
    readonly _kaynak?: object
  }[]
}

function manifest(): readonly Row[] {
  const [head = '', ...lines] = readFileSync(new URL('MANIFEST.tsv', FEEDS), 'utf8').trimEnd().split('\n')
  const columns = head.split('\t')
  const at = (cells: readonly string[], column: string) => cells[columns.indexOf(column)] ?? ''
  return lines
    .map((line) => line.split('\t'))
    .map((cells) => ({
      file: at(cells, 'file'),
      outlet: at(cells, 'outlet'),
      kind: at(cells, 'kind'),
      language: at(cells, 'language'),
      items: Number(at(cells, 'items')),
      withUrl: Number(at(cells, 'with_url')),
      syria: Number(at(cells, 'syria_items')),
    }))
    .filter((row) => row.kind !== 'json-archive')
}

const idOf = (file: string) =>
  file
    .toLowerCase()
    .replace(/\.[a-z]+$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)

describe.skipIf(!isThere)('a pass over real feeds (needs ../shared)', () => {
  const rows = isThere ? manifest() : []
  let server: Site
  let room: Newsroom
  let first: PassReport
  let second: PassReport
  let feed: JsonFeed
  let bytes: readonly string[]

  const files = ['feed.xml', 'atom.xml', 'feed.json', 'index.html']
  const output = (file: string) => readFileSync(join(room.output, file), 'utf8')

  beforeAll(async () => {
    server = await site()
    for (const row of rows) {
      const type = row.kind === 'jsonfeed' ? 'application/feed+json' : 'application/xml'
      server.put(`/${row.file}`, { body: readFileSync(new URL(row.file, FEEDS)), type })
    }
    const sources = rows.map((row) => ({
      id: idOf(row.file),
      name: row.outlet,
      url: `${server.origin}/${row.file}`,
      article: 'never',
      ...(/^[a-z]{2,3}$/.test(row.language) ? { language: row.language } : {}),
    }))
    room = await newsroom({ window: { items: 100_000, days: 10_000 }, sources }, [server.host])
    first = await room.pass(NOW)
    feed = JSON.parse(output('feed.json'))
    bytes = files.map(output)
    second = await room.pass('2026-11-23T18:00:00Z')
  }, 180_000)

  afterAll(async () => {
    await room?.close()
    await server?.close()
  })

  it('reads every file', () => {
    expect(first.sources.filter((source) => source.outcome !== 'read').map(({ id, message }) => ({ id, message }))).toEqual([])
  })

  it('finds at least 99 in 100 of the items that the manifest counts', () => {
    const expected = rows.reduce((sum, row) => sum + row.items, 0)
    const short = rows.flatMap((row) => {
      const found = first.sources.find((source) => source.id === idOf(row.file))?.entries ?? 0
      return found < row.items ? [{ file: row.file, found, expected: row.items }] : []
    })
    const missing = short.reduce((sum, { found, expected: wanted }) => sum + wanted - found, 0)
    console.info(
      `real feeds: ${first.pass.entries} entries of ${expected}; kept ${first.pass.kept}, copies ${first.pass.copies}, dropped with a term ${first.pass.dropped}; stories ${feed.items.length}`,
    )
    expect(missing / expected, JSON.stringify(short)).toBeLessThanOrEqual(0.01)
  })

  it('keeps something from most files in which a keyword names Syria, and next to nothing from the others', () => {
    const kept = (row: Row) => first.sources.find((source) => source.id === idOf(row.file))?.kept ?? 0
    const named = rows.filter((row) => row.syria >= 2)
    expect(named.filter((row) => kept(row) > 0).length / named.length).toBeGreaterThanOrEqual(0.85)
    const silent = rows.filter((row) => row.syria === 0)
    const keptInSilence = silent.reduce((sum, row) => sum + kept(row), 0)
    const read = silent.reduce((sum, row) => sum + row.items, 0)
    expect(keptInSilence / read).toBeLessThanOrEqual(0.02)
  })

  it('publishes every story once, with a publisher, an address and the line that says so', () => {
    expect(new Set(feed.items.map((item) => item.id)).size).toBe(feed.items.length)
    expect(feed.items.length).toBe(first.pass.kept - first.pass.copies)
    const bad = feed.items.filter(
      (item) =>
        !/^https?:\/\//.test(item.url) ||
        item.title === '' ||
        !item.content_html.includes('Kaynak/Source:') ||
        !item.content_html.includes(item.url.replaceAll('&', '&amp;')),
    )
    expect(bad.map(({ id, url, title }) => ({ id, url, title }))).toEqual([])
  })

  it('says nothing new, and writes nothing, when nothing is', () => {
    expect(second.pass).toMatchObject({ kept: 0, changed: 0, failed: 0 })
    expect(files.map(output)).toEqual(bytes)
  })
})
