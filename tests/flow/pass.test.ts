import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isSourceId, type SourceId } from '../../src/model/index.ts'
import { type FeedItem, rssText } from '../helpers/feed-text.ts'
import { type Newsroom, newsroom } from '../helpers/pass-over.ts'
import { type Site, site } from '../helpers/site.ts'

const FILES = ['feed.xml', 'atom.xml', 'feed.json', 'index.html']
const DAY = '2026-11-20'

const BAKERY: FeedItem = {
  title: 'Bakery in Aleppo bakes again',
  link: 'https://outlet.example/bakery',
  guid: 'a-1',
  date: 'Fri, 20 Nov 2026 08:00:00 GMT',
  text: 'The public bakery in the Syrian city of Aleppo opened its doors again on Friday after two years of repairs, the municipality said.',
}
const TENNIS: FeedItem = {
  title: 'Final set decides the cup',
  link: 'https://outlet.example/tennis',
  guid: 'a-2',
  date: 'Fri, 20 Nov 2026 07:00:00 GMT',
  text: 'The cup went to the older of the two players after three hours.',
}

let outlet: Site
let room: Newsroom

function sourceId(id: string): SourceId {
  if (!isSourceId(id)) throw new Error(id)
  return id
}

function source(id: string, more: object = {}): object {
  return { id, name: `Outlet ${id.toUpperCase()}`, url: `${outlet.origin}/${id}.xml`, language: 'en', article: 'never', ...more }
}

function serve(id: string, items: readonly FeedItem[]): void {
  outlet.put(`/${id}.xml`, { body: rssText(`Feed of ${id}`, items), type: 'application/rss+xml; charset=utf-8' })
}

async function open(sources: readonly object[]): Promise<void> {
  room = await newsroom({ homePage: 'https://news.example/', sources }, [outlet.host])
}

function output(file: string): string {
  return readFileSync(join(room.output, file), 'utf8')
}

type JsonItem = {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly content_html: string
  readonly date_modified?: string
}

function published(): readonly JsonItem[] {
  const feed: { items: JsonItem[] } = JSON.parse(output('feed.json'))
  return feed.items
}

beforeEach(async () => {
  outlet = await site()
})

afterEach(async () => {
  await room?.close()
  await outlet.close()
})

describe('runPass', () => {
  it('keeps what is about the topic, drops the rest, and credits the source in every format', async () => {
    serve('a', [BAKERY, TENNIS])
    await open([source('a', { ownership: 'public' })])
    const report = await room.pass(`${DAY}T12:00:00Z`)
    expect(report.pass).toMatchObject({ read: 1, failed: 0, entries: 2, kept: 1, interrupted: false })
    expect(published()).toMatchObject([{ url: 'https://outlet.example/bakery', title: 'Bakery in Aleppo bakes again' }])
    for (const file of FILES) {
      const text = output(file)
      expect(text, file).toContain('Outlet A')
      expect(text, file).toContain('Kaynak/Source:')
      expect(text, file).toContain('https://outlet.example/bakery')
      expect(text, file).not.toContain('Final set')
    }
    expect(output('feed.xml')).toContain(`<source url="${outlet.origin}/a.xml">`)
  })

  it('asks conditionally the second time and leaves every byte as it is', async () => {
    serve('a', [BAKERY, TENNIS])
    await open([source('a')])
    await room.pass(`${DAY}T12:00:00Z`)
    const before = FILES.map(output)
    const report = await room.pass(`${DAY}T14:00:00Z`)
    expect(outlet.requests.map(({ status }) => status)).toEqual([200, 304])
    expect(report.pass).toMatchObject({ unchanged: 1, kept: 0, changed: 0 })
    expect(report.published?.written.filter((file) => FILES.includes(file))).toEqual([])
    expect(FILES.map(output)).toEqual(before)
  })

  it('asks nobody before their time, and everybody when forced', async () => {
    serve('a', [BAKERY])
    await open([source('a')])
    await room.pass(`${DAY}T12:00:00Z`)
    expect((await room.pass(`${DAY}T12:10:00Z`)).pass).toMatchObject({ notDue: 1, read: 0, unchanged: 0 })
    expect((await room.pass(`${DAY}T12:11:00Z`, { force: true })).pass).toMatchObject({ notDue: 0, unchanged: 1 })
  })

  it('follows a corrected headline under the same id', async () => {
    serve('a', [BAKERY])
    await open([source('a')])
    await room.pass(`${DAY}T12:00:00Z`)
    const [first] = published()
    serve('a', [{ ...BAKERY, title: 'Bakery in Aleppo opens after repairs' }])
    const report = await room.pass(`${DAY}T14:00:00Z`)
    expect(report.pass).toMatchObject({ kept: 0, changed: 1 })
    expect(published()).toMatchObject([
      { id: first?.id, title: 'Bakery in Aleppo opens after repairs', date_modified: `${DAY}T14:00:00.000Z` },
    ])
  })

  it('takes an entry with a changed guid, or a changed link, for the item that it was', async () => {
    serve('a', [BAKERY])
    await open([source('a')])
    await room.pass(`${DAY}T12:00:00Z`)
    serve('a', [{ ...BAKERY, guid: 'b-77' }])
    await room.pass(`${DAY}T14:00:00Z`)
    serve('a', [{ ...BAKERY, guid: 'b-77', link: 'https://outlet.example/2026/bakery' }])
    await room.pass(`${DAY}T16:00:00Z`)
    expect(published()).toHaveLength(1)
  })

  it('takes a guid that returns with another link and headline for another item', async () => {
    serve('a', [{ ...BAKERY, guid: '1' }])
    await open([source('a')])
    await room.pass(`${DAY}T12:00:00Z`)
    const school: FeedItem = {
      ...BAKERY,
      guid: '1',
      title: 'Homs school paints its classrooms',
      link: 'https://outlet.example/school',
      date: 'Fri, 20 Nov 2026 13:00:00 GMT',
    }
    serve('a', [{ ...school, text: 'Pupils in the Syrian city of Homs came back to painted rooms and new desks this week.' }])
    await room.pass(`${DAY}T14:00:00Z`)
    expect(published().map((item) => item.url)).toEqual(['https://outlet.example/school', 'https://outlet.example/bakery'])
  })

  it('keeps what it published when a source fails, turns into a web page, or empties', async () => {
    serve('a', [BAKERY])
    serve('b', [])
    await open([source('a'), source('b')])
    await room.pass(`${DAY}T12:00:00Z`)
    const before = FILES.map(output)
    outlet.remove('/a.xml')
    const failed = await room.pass(`${DAY}T14:00:00Z`)
    expect(failed.sources).toMatchObject([
      { id: 'a', outcome: 'failed' },
      { id: 'b', outcome: 'unchanged' },
    ])
    expect(failed.sources[0]?.message).toContain('404')
    outlet.put('/a.xml', {
      body: '<!doctype html><html><head><title>Welcome</title></head><body><p>Hello</p></body></html>',
      type: 'text/html',
    })
    expect((await room.pass(`${DAY}T20:00:00Z`)).sources[0]).toMatchObject({ outcome: 'failed', code: 'unreadable' })
    serve('a', [])
    await room.pass('2026-11-22T20:00:00Z')
    expect(FILES.map(output)).toEqual(before)
  })

  it('shows a wire text that two outlets carry once, crediting both', async () => {
    const text =
      'Engineers reopened the railway between Homs and Tartus in western Syria on Thursday, the first passenger line to run there in a decade. The line carries four trains a day and stops at nine villages.'
    serve('a', [
      {
        title: 'Railway between Homs and Tartus reopens',
        link: 'https://outlet.example/rail',
        guid: 'r',
        date: 'Fri, 20 Nov 2026 06:00:00 GMT',
        text,
      },
    ])
    serve('b', [
      {
        title: 'Railway between Homs and Tartus reopens',
        link: 'https://other.example/world/rail',
        guid: '9',
        date: 'Fri, 20 Nov 2026 07:30:00 GMT',
        text,
      },
    ])
    await open([source('a'), source('b')])
    const report = await room.pass(`${DAY}T12:00:00Z`)
    expect(report.pass).toMatchObject({ kept: 2, copies: 1 })
    expect(published()).toHaveLength(1)
    for (const file of FILES) expect(output(file), file).toContain('Outlet B')
  })

  it('does not let a date in the future, or none at all, stand above today', async () => {
    serve('a', [
      {
        ...BAKERY,
        guid: 'f',
        link: 'https://outlet.example/future',
        title: 'Aleppo plans a market',
        date: 'Sat, 20 Nov 2027 08:00:00 GMT',
      },
      {
        guid: 'n',
        link: 'https://outlet.example/undated',
        title: 'Damascus museum opens a hall',
        text: 'The museum in Damascus, Syria, opened a hall for mosaics.',
      },
    ])
    await open([source('a')])
    await room.pass(`${DAY}T12:00:00Z`)
    const dates = published().map((item) => new Date(item.date_modified ?? 0).getTime())
    expect(Math.max(...dates)).toBeLessThanOrEqual(new Date(`${DAY}T12:00:00Z`).getTime())
    serve('a', [
      {
        ...BAKERY,
        guid: 'l',
        title: 'Syria: later news from Aleppo',
        text: 'A tram line across the old town of Aleppo carried its first riders on Friday afternoon.',
        link: 'https://outlet.example/later',
        date: 'Fri, 20 Nov 2026 13:00:00 GMT',
      },
    ])
    await room.pass(`${DAY}T14:00:00Z`)
    expect(published()[0]?.url).toBe('https://outlet.example/later')
  })

  it('judges everything anew when the rules have changed, though the source answers with the same bytes', async () => {
    serve('a', [BAKERY, TENNIS])
    await open([source('a')])
    await room.pass(`${DAY}T12:00:00Z`)
    const report = await room.pass(`${DAY}T14:00:00Z`, { rules: 'other' })
    expect(outlet.requests.map(({ status }) => status)).toEqual([200, 200])
    expect(report.pass).toMatchObject({ read: 1, kept: 0, changed: 0 })
    expect(report.sources[0]?.candidates).toBe(1)
  })

  it('stores and publishes nothing on a dry run', async () => {
    serve('a', [BAKERY])
    await open([source('a')])
    const report = await room.pass(`${DAY}T12:00:00Z`, { dryRun: true })
    expect(report.pass.kept).toBe(1)
    expect(report.published).toBeUndefined()
    expect(await room.store.counts()).toMatchObject({ items: 0, stories: 0 })
  })

  it('reads the article when the words of the feed leave a doubt or say too little', async () => {
    const paragraphs = Array.from(
      { length: 5 },
      (_, at) =>
        `<p>Paragraph ${at} tells how the Syrian town of Jableh repaired its harbour and what the fishermen of the Syrian coast say about it.</p>`,
    )
    outlet.put('/harbour', {
      body: `<html><head><title>The harbour</title></head><body><article><h1>The harbour</h1>${paragraphs.join('')}</article></body></html>`,
      type: 'text/html',
    })
    serve('a', [
      { title: 'Syria: the harbour', link: `${outlet.origin}/harbour`, guid: 'h', date: 'Fri, 20 Nov 2026 08:00:00 GMT' },
    ])
    await open([source('a', { article: 'when-needed' })])
    await room.pass(`${DAY}T12:00:00Z`)
    expect(outlet.requests.map(({ path }) => path)).toEqual(['/a.xml', '/robots.txt', '/harbour', '/.well-known/tdmrep.json'])
    expect(published()[0]?.content_html).toContain('Jableh')
  })

  it('reads no article of a source whose policy forbids it, nor one that robots.txt closes', async () => {
    outlet.put('/robots.txt', { body: 'User-agent: *\nDisallow: /closed', type: 'text/plain' })
    outlet.put('/closed', { body: '<html><body><article><p>Syria.</p></article></body></html>', type: 'text/html' })
    serve('a', [{ title: 'Syria: the closed page', link: `${outlet.origin}/closed`, guid: 'c' }])
    serve('b', [{ title: 'Syria: the unread page', link: `${outlet.origin}/unread`, guid: 'u' }])
    await open([source('a', { article: 'always' }), source('b', { article: 'never' })])
    await room.pass(`${DAY}T12:00:00Z`)
    expect(outlet.requests.map(({ path }) => path).sort()).toEqual(['/a.xml', '/b.xml', '/robots.txt'])
    expect(published()).toHaveLength(2)
  })

  it('blames no source when the whole machine is offline, and one source when only that one is not found', async () => {
    serve('a', [BAKERY])
    await open([source('a'), { id: 'lost', name: 'Lost', url: 'http://lost.invalid/feed' }])
    expect((await room.pass(`${DAY}T12:00:00Z`, { only: [sourceId('lost')] })).pass).toMatchObject({ failed: 1 })
    expect((await room.store.sourceStates()).size).toBe(0)
    await room.pass(`${DAY}T12:00:00Z`)
    expect((await room.store.sourceStates()).get(sourceId('lost'))).toMatchObject({ failures: 1, trouble: { code: 'dns' } })
  })

  it('tells the language of an entry that declares none, also for the terms that count in one language only', async () => {
    const undeclared: Partial<FeedItem> = { date: 'Fri, 20 Nov 2026 08:00:00 GMT' }
    serve('a', [
      {
        ...undeclared,
        title: 'Şam’da bakırcılar çarşısı yeniden açıldı',
        link: 'https://outlet.example/sam',
        text: 'Eski kentteki çarşıda ustalar dükkânlarının kepenklerini yıllar sonra ilk kez kaldırdı.',
      },
    ])
    await open([{ ...source('a'), language: undefined }])
    await room.pass(`${DAY}T12:00:00Z`)
    expect(published()).toMatchObject([{ title: 'Şam’da bakırcılar çarşısı yeniden açıldı', language: 'tr' }])
  })

  it('reads a page once for all sources that link to it, and carries the reservation of its site', async () => {
    const text = 'Masons from Aleppo, Syria, finished the roof of the covered market, the city council said on Friday. '
    outlet.put('/market', {
      body: `<html><body><article><h1>Roof of the Aleppo market</h1><p>${text.repeat(3)}</p><p>${text.repeat(3)}</p></article></body></html>`,
      type: 'text/html',
    })
    outlet.put('/.well-known/tdmrep.json', { body: '[{ "location": "/mark*", "tdm-reservation": 1 }]', type: 'application/json' })
    const entry: FeedItem = { title: 'Roof of the Aleppo market is done', link: `${outlet.origin}/market`, guid: 'm' }
    serve('a', [entry])
    serve('b', [entry])
    await open([source('a', { article: 'always' }), source('b', { article: 'always' })])
    await room.pass(`${DAY}T12:00:00Z`)
    expect(outlet.requests.filter(({ path }) => path === '/market')).toHaveLength(1)
    expect(outlet.requests.filter(({ path }) => path === '/.well-known/tdmrep.json')).toHaveLength(1)
    const [story] = await room.store.stories({ limit: 1, since: new Date(0) })
    expect(story?.lead.rights).toMatchObject({ reserved: true })
  })

  it('tells a hub of the feeds that have changed, and of nothing when nothing has', async () => {
    outlet.put('/hub', { body: '', status: 204 })
    serve('a', [BAKERY])
    room = await newsroom({ homePage: 'https://news.example/', hubs: [`${outlet.origin}/hub`], sources: [source('a')] }, [
      outlet.host,
    ])
    await room.pass(`${DAY}T12:00:00Z`)
    await room.pass(`${DAY}T14:00:00Z`)
    const pings = outlet.requests.filter(({ path }) => path === '/hub').map(({ body }) => body())
    expect(pings).toEqual(
      ['feed.xml', 'atom.xml', 'feed.json'].map((feed) => `hub.mode=publish&hub.url=https%3A%2F%2Fnews.example%2F${feed}`),
    )
  })
})
