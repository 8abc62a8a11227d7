import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pruneState } from '../../src/pipeline/index.ts'
import { rssText } from '../helpers/feed-text.ts'
import { type Newsroom, newsroom } from '../helpers/pass-over.ts'
import { type Site, site } from '../helpers/site.ts'

const DAY = 86_400_000
const EVER = { limit: 100, since: new Date(0) }

type Entry = { title: string; link: string; guid: string; date: string; text: string }

/** One report a day from the first of March on. */
function report(day: number, parts: Partial<Entry> = {}): Entry {
  const at = new Date(Date.UTC(2026, 2, day, 8))
  return {
    title: `Damascus library, day ${day}`,
    link: `https://outlet.example/library/${day}`,
    guid: `day-${day}`,
    date: at.toUTCString(),
    text: `On day ${day} the library of Damascus lent ${day * 7} books to readers from the Syrian capital.`,
    ...parts,
  }
}

let outlet: Site
let room: Newsroom
beforeEach(async () => {
  outlet = await site()
  const sources = [{ id: 'post', name: 'Post', url: `${outlet.origin}/post.xml`, article: 'never' }]
  room = await newsroom({ window: { items: 3, days: 30 }, sources }, [outlet.host])
  await offering(
    [1, 2, 3, 4].map((day) => report(day)),
    '2026-03-05T12:00:00Z',
  )
  await offering([report(35)], '2026-04-04T12:00:00Z') // closes March
})
afterEach(async () => {
  await room.close()
  await outlet.close()
})

async function offering(entries: readonly Entry[], at: string) {
  outlet.put('/post.xml', { body: rssText('Post', [...entries]), type: 'application/rss+xml' })
  return await room.pass(at, { force: true })
}

async function prune(at: string, days = 60, isDryRun = false) {
  const request = {
    config: { window: { items: 3, days: 30 } },
    output: room.output,
    olderThanMs: days * DAY,
    now: new Date(at),
    isDryRun,
  }
  return await pruneState(request, room.store)
}

async function output(): Promise<ReadonlyMap<string, string>> {
  const found = await readdir(room.output, { recursive: true, withFileTypes: true })
  const names = found.filter((one) => one.isFile() && one.name !== '.kaynak-edition') // names the state, which has changed
  const paths = names.map((one) => join(one.parentPath, one.name)).sort()
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)))
}

describe('pruneState', () => {
  it('takes old stories out of the state and changes no file, then or at the next pass', async () => {
    await room.pass('2026-06-01T12:00:00Z', { force: true })
    const before = await output()
    expect(await prune('2026-06-01T12:00:00Z')).toMatchObject({ items: 4, stories: 4 })
    expect(await room.store.counts()).toMatchObject({ items: 1, stories: 1 })
    await room.pass('2026-06-01T12:00:00Z', { force: true })
    expect(await output()).toEqual(before)
  })
  it('counts only, in a dry run', async () => {
    expect(await prune('2026-06-01T12:00:00Z', 60, true)).toMatchObject({ items: 4, stories: 4 })
    expect(await room.store.counts()).toMatchObject({ items: 5 })
  })
  it('keeps what the feeds show', async () => {
    expect(await prune('2026-04-02T00:00:00Z', 1)).toMatchObject({ items: 2, stories: 2 })
    expect((await room.store.stories(EVER)).map(({ lead }) => lead.title)).toEqual([
      'Damascus library, day 35',
      'Damascus library, day 4',
      'Damascus library, day 3',
    ])
  })
  it('keeps a month whose archive document is not final yet', async () => {
    await offering([report(36)], '2026-04-05T12:00:00Z')
    const found = await prune('2026-09-01T12:00:00Z', 1)
    expect(found).toMatchObject({ items: 4, heldBackBy: '2026-04', before: new Date('2026-04-01T00:00:00Z') })
    await room.pass('2026-09-01T12:00:00Z', { force: true })
    expect(await prune('2026-09-01T12:00:00Z', 1)).toMatchObject({ items: 2 })
    const april = await readFile(join(room.output, 'archive/2026-04.xml'), 'utf8')
    expect(april.match(/<item>/g)).toHaveLength(2)
  })
})

describe('what was pruned', () => {
  beforeEach(async () => {
    await prune('2026-06-01T12:00:00Z')
  })
  it.each<readonly [string, Partial<Entry>]>([
    ['is listed again', {}],
    ['is listed again with other words', { title: 'Damascus library: a look back', text: 'Damascus had a library.' }],
    ['is listed again without its guid', { guid: '' }],
    ['is listed again at another address', { link: 'https://new.outlet.example/2' }],
  ])('is not news when it %s', async (_what, change) => {
    const found = await offering([report(35), report(2, change)], '2026-06-02T12:00:00Z')
    expect(found.pass).toMatchObject({ kept: 0, changed: 0 })
    expect((await room.store.counts()).items).toBe(1)
  })
  it('does not stand in the way of a new article that was given its guid', async () => {
    const fresh = report(93, { guid: 'day-2', title: 'Aleppo opens a library too' })
    expect((await offering([fresh], '2026-06-02T12:00:00Z')).pass.kept).toBe(1)
    expect((await offering([fresh], '2026-06-03T12:00:00Z')).pass).toMatchObject({ kept: 0, changed: 0 })
  })
  it('stays in its closed archive and bulletin when another story of that month is withdrawn', async () => {
    const [story] = await room.store.stories(EVER)
    if (story === undefined) throw new Error('one story is left')
    const [march, bulletin] = [join(room.output, 'archive/2026-03.xml'), join(room.output, 'bulletin/2026-03-02.html')]
    const before = await Promise.all([readFile(march, 'utf8'), readFile(bulletin, 'utf8')])
    await room.pass('2026-06-01T12:00:00Z', { force: true })
    await room.retract('2026-06-01T13:00:00Z', story.lead.id, 'wrong')
    expect(await Promise.all([readFile(march, 'utf8'), readFile(bulletin, 'utf8')])).toEqual(before)
  })
})

describe('an archive that holds what the state does not', () => {
  it('loses the withdrawn story only', async () => {
    const [gone] = (await room.store.stories(EVER)).filter(({ lead }) => lead.title.endsWith('day 2'))
    const shown = (await room.store.stories(EVER)).filter(
      ({ lead }) => lead.title.endsWith('day 2') || lead.title.endsWith('day 35'),
    )
    if (gone === undefined) throw new Error('day 2 was kept')
    await room.store.prune({ before: new Date('2026-05-01'), keep: new Set(shown.map(({ id }) => id)) })
    await room.retract('2026-06-01T13:00:00Z', gone.lead.id, 'wrong')
    const march = await readFile(join(room.output, 'archive/2026-03.xml'), 'utf8')
    expect(march.match(/<title>Damascus library, day \d/g)).toEqual(
      ['4', '3', '1'].map((day) => `<title>Damascus library, day ${day}`),
    )
    expect(march).toContain('<fh:archive/>')
    expect(await readFile(join(room.output, 'bulletin/2026-03-03.html'), 'utf8')).toContain('day 3')
    await expect(readFile(join(room.output, 'bulletin/2026-03-02.html'))).rejects.toThrow('ENOENT')
  })
})
