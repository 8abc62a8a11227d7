import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FeedItem, rssText } from '../helpers/feed-text.ts'
import { type Newsroom, newsroom } from '../helpers/pass-over.ts'
import { type Site, site } from '../helpers/site.ts'

const SOURCES = 20
const FIRST = '2026-11-20T12:00:00Z'
const SECOND = '2026-11-20T13:00:00Z'

let outlets: Site
let room: Newsroom

/** Words that no other item has: reports of one event would be one story. */
function wordsOf(source: number, at: number): string {
  const letters = (number: number): string => [...number.toString(7)].map((digit) => 'bamidoku'.charAt(Number(digit))).join('')
  return Array.from({ length: 30 }, (_, word) => letters(source * 9_001 + at * 701 + word * 13)).join(' ')
}

function itemOf(source: number, at: number, isOnTopic: boolean): FeedItem {
  return {
    title: `${isOnTopic ? 'Aleppo' : 'Cup final'} ${wordsOf(source, at).slice(0, 40)}`,
    link: `https://outlet-${source}.example/${at}`,
    guid: `${source}-${at}`,
    date: `Fri, 20 Nov 2026 ${String(6 + at).padStart(2, '0')}:00:00 GMT`,
    text: `${isOnTopic ? 'In the Syrian city of Aleppo' : 'On Sunday'} ${wordsOf(source, at)}.`,
  }
}

/** Every source has three items, the first of which is about the topic. */
function serve(source: number, more: readonly FeedItem[] = [], headers: Readonly<Record<string, string>> = {}): void {
  const items = [...more, itemOf(source, 0, true), itemOf(source, 1, false), itemOf(source, 2, false)]
  outlets.put(`/${source}.xml`, { body: rssText(`Outlet ${source}`, items), type: 'application/rss+xml; charset=utf-8', headers })
}

function answersSince(count: number): readonly number[] {
  return outlets.requests.slice(count).map(({ status }) => status)
}

/** Every file of the output, with what changes when somebody writes it. */
function standing(): ReadonlyMap<string, string> {
  const files = readdirSync(room.output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map(({ parentPath, name }) => {
      const { ino, mtimeMs, size } = statSync(join(parentPath, name))
      return [join(parentPath, name), `${ino} ${mtimeMs} ${size}`]
    }),
  )
}

beforeEach(async () => {
  outlets = await site()
  for (let source = 0; source < SOURCES; source += 1) serve(source)
  const sources = Array.from({ length: SOURCES }, (_, source) => ({
    id: `outlet-${source}`,
    name: `Outlet ${source}`,
    url: `${outlets.origin}/${source}.xml`,
    language: 'en',
    article: 'never',
  }))
  room = await newsroom({ homePage: 'https://news.example/', sources }, [outlets.host])
})

afterEach(async () => {
  await room.close()
  await outlets.close()
})

describe('the work of a pass', () => {
  it('is one request and one reading a source at first', async () => {
    const report = await room.pass(FIRST, { force: true })
    expect(answersSince(0)).toEqual(Array.from({ length: SOURCES }, () => 200))
    expect(report.pass).toMatchObject({ read: SOURCES, unchanged: 0, entries: 3 * SOURCES, kept: SOURCES })
  })

  it('is one conditional request a source, no reading and no file, when nothing has changed', async () => {
    await room.pass(FIRST)
    const [asked, before] = [outlets.requests.length, standing()]
    const report = await room.pass(SECOND, { force: true })
    expect(answersSince(asked)).toEqual(Array.from({ length: SOURCES }, () => 304))
    expect(report.pass).toMatchObject({ read: 0, unchanged: SOURCES, entries: 0, kept: 0, changed: 0 })
    expect(report.published).toMatchObject({ written: [], unchanged: before.size - 2 }) // the list of files and the note of the edition are no documents
    expect(standing()).toEqual(before)
  })

  it('reads nothing that comes again as it was, where a server has no validators', async () => {
    for (let source = 0; source < SOURCES; source += 1) serve(source, [], { etag: '' })
    await room.pass(FIRST)
    const [asked, before] = [outlets.requests.length, standing()]
    const report = await room.pass(SECOND, { force: true })
    expect(answersSince(asked)).toEqual(Array.from({ length: SOURCES }, () => 200))
    expect(report.pass).toMatchObject({ read: 0, unchanged: SOURCES })
    expect(standing()).toEqual(before)
  })

  it('is one reading and the files of one source, when one of twenty has something new', async () => {
    await room.pass(FIRST)
    serve(7, [itemOf(7, 4, true), itemOf(7, 5, false)])
    const asked = outlets.requests.length
    const report = await room.pass(SECOND, { force: true })
    expect(answersSince(asked).filter((status) => status === 200)).toHaveLength(1)
    expect(report.pass).toMatchObject({ read: 1, unchanged: SOURCES - 1, entries: 5, kept: 1, changed: 0 })
    const bySource = report.published?.written.filter((path) => path.startsWith('by/source/')) ?? []
    expect(bySource.toSorted()).toEqual(['atom.xml', 'json', 'xml'].map((ending) => `by/source/outlet-7.${ending}`))
  })
})

describe('an output that nothing new has come for', () => {
  it.each([
    ['was changed by somebody', (file: string) => writeFileSync(file, 'gone')],
    ['was taken away', (file: string) => rmSync(file)],
  ])('is mended when a file of it %s', async (_, harm) => {
    await room.pass(FIRST)
    const file = join(room.output, 'feed.xml')
    const before = readFileSync(file, 'utf8')
    harm(file)
    const report = await room.pass(SECOND, { force: true })
    expect(report.published?.written).toEqual(['feed.xml'])
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('is made anew when its stories have become too old for it', async () => {
    await room.pass(FIRST)
    const report = await room.pass('2027-02-20T12:00:00Z', { force: true })
    expect(report.published?.stories).toBe(0)
    expect(report.published?.written).toContain('feed.xml')
  })

  it('is made anew by another version of the program, and written where that makes a difference', async () => {
    await room.pass(FIRST)
    const before = standing()
    await room.pass(SECOND, { force: true, rules: 'other' })
    expect(standing().get(join(room.output, '.kaynak-edition'))).not.toBe(before.get(join(room.output, '.kaynak-edition')))
    expect(standing().get(join(room.output, 'feed.xml'))).toBe(before.get(join(room.output, 'feed.xml')))
  })
})
