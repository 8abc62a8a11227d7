import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FeedItem, rssText } from '../helpers/feed-text.ts'
import { newsPage } from '../helpers/news-page.ts'
import { type Newsroom, newsroom } from '../helpers/pass-over.ts'
import { type Site, site } from '../helpers/site.ts'

const STAYS: FeedItem = {
  title: 'Damascus museum opens a hall',
  link: 'https://outlet.example/museum',
  guid: 'museum',
  date: 'Mon, 09 Nov 2026 06:00:00 GMT',
  text: 'The museum in the Syrian capital opened a hall for the mosaics of the northern villages, and children enter without a ticket.',
}

let outlet: Site
let room: Newsroom

function vanishing(): FeedItem {
  return {
    title: 'Aleppo bakery bakes again',
    link: `${outlet.origin}/bakery`,
    guid: 'bakery',
    date: 'Mon, 09 Nov 2026 08:00:00 GMT',
    text: 'The public bakery in the Syrian city of Aleppo opened its doors again after two years of repairs, the municipality said.',
  }
}

function list(...items: readonly FeedItem[]): void {
  outlet.put('/a.xml', { body: rssText('A', items), type: 'application/rss+xml' })
}

async function open(more: object = {}): Promise<void> {
  const source = { id: 'a', name: 'Outlet A', url: `${outlet.origin}/a.xml`, language: 'en', ...more }
  room = await newsroom({ sources: [source] }, [outlet.host])
  await room.pass('2026-11-09T12:00:00Z')
}

/** A pass at noon of each of these days of November, and one in the afternoon. */
async function live(...days: readonly number[]): Promise<void> {
  for (const day of days) {
    await room.pass(`2026-11-${day}T12:00:00Z`)
    await room.pass(`2026-11-${day}T18:00:00Z`)
  }
}

const looks = () => outlet.requests.filter(({ path }) => path === '/bakery').length
const isPublished = () => readFileSync(join(room.output, 'feed.xml'), 'utf8').includes('Aleppo bakery')

beforeEach(async () => {
  outlet = await site()
  outlet.put('/bakery', { body: newsPage({ headline: 'Aleppo bakery bakes again' }), type: 'text/html' })
  list(vanishing(), STAYS)
})

afterEach(async () => {
  await room.close()
  await outlet.close()
})

describe('runPass, of an item that its source lists no more,', () => {
  it('looks three times at a page that is there, and leaves it in peace', async () => {
    await open()
    list(STAYS)
    await live(10, 11, 12, 13, 14, 15, 16, 17, 18)
    expect(looks()).toBe(3)
    expect(isPublished()).toBe(true)
  })

  it('withdraws it for a 410 at the first look, also when the list has only moved on', async () => {
    list(STAYS, vanishing())
    await open()
    outlet.put('/bakery', { body: 'gone', status: 410 })
    list(STAYS)
    await live(10)
    expect([looks(), isPublished()]).toEqual([1, false])
  })

  it('takes a site whose pages are all missing for one that has moved house', async () => {
    const many = ['bakery', 'market', 'school', 'bridge'].map((name) => ({
      ...vanishing(),
      guid: name,
      link: `${outlet.origin}/${name}`,
      title: `${vanishing().title}: the ${name}`,
    }))
    list(...many, STAYS)
    await open()
    outlet.remove('/bakery')
    list(STAYS)
    await live(10, 11, 12, 13, 14)
    expect(looks()).toBe(5)
    expect(isPublished()).toBe(true)
  })

  it('begins to count anew when the page answered in between', async () => {
    await open()
    outlet.remove('/bakery')
    list(STAYS)
    await live(10, 11)
    outlet.put('/bakery', { body: newsPage(), type: 'text/html' })
    await live(12)
    outlet.remove('/bakery')
    await live(13, 14, 15, 16)
    expect(isPublished()).toBe(true)
  })

  it.each([500, 403, 503])('draws nothing from status %i, and stops asking', async (status) => {
    await open()
    outlet.put('/bakery', { body: 'no', status })
    list(STAYS)
    for (let day = 10; day < 25; day += 1) await live(day)
    expect(looks()).toBeLessThanOrEqual(8)
    expect(isPublished()).toBe(true)
  })

  it('withdraws it for a notice on its page', async () => {
    await open()
    outlet.put('/bakery', {
      body: newsPage({ headline: 'RETRACTED: Aleppo bakery bakes again' }),
      type: 'text/html',
    })
    list(STAYS)
    await live(10)
    expect(isPublished()).toBe(false)
  })

  it('looks at no page of a source whose articles are never read, nor at one that robots.txt closes', async () => {
    await open({ article: 'never' })
    list(STAYS)
    await live(10, 11)
    expect(looks()).toBe(0)
    await room.close()
    list(vanishing(), STAYS)
    outlet.put('/robots.txt', { body: 'User-agent: *\nDisallow: /bakery', type: 'text/plain' })
    await open()
    list(STAYS)
    await live(10, 11)
    expect(looks()).toBe(0)
    expect(isPublished()).toBe(true)
  })

  it('stops looking when it is listed again', async () => {
    await open()
    list(STAYS)
    await live(10)
    list(vanishing(), STAYS)
    await live(11, 12, 13)
    expect(looks()).toBe(1)
  })

  it('misses nothing when the whole document is empty, or the feed is another one', async () => {
    await open()
    list()
    await live(10, 11)
    expect(looks()).toBe(0)
    expect(isPublished()).toBe(true)
  })

  it('does not miss an entry that only has another guid', async () => {
    await open()
    list({ ...vanishing(), guid: 'other' }, STAYS)
    await live(10, 11)
    expect(looks()).toBe(0)
  })
})

describe('runPass, of an item that changed,', () => {
  type Change = readonly [what: string, parts: Partial<FeedItem>, revisions: readonly object[]]
  const changed: readonly Change[] = [
    ['another figure in the text', { text: vanishing0().replace('two years', 'five years') }, [{ changed: ['text'] }]],
    ['a further sentence', { text: `${vanishing0()} It employs thirty people.` }, [{ changed: ['addition'] }]],
    ['a question that became a claim', { title: 'Aleppo bakery bakes again?' }, [{ changed: ['title'] }]],
    ['a headline without its end', { title: 'Aleppo bakery bakes' }, [{ changed: ['title'] }]],
    ['the name of the outlet behind the headline', { title: 'Aleppo bakery bakes again - Outlet A' }, []],
    ['a headline that is cut', { title: 'Aleppo bakery bakes…' }, []],
    ['half of the summary', { text: vanishing0().slice(0, 60) }, []],
    ['a counter', { text: `${vanishing0()} 12 comments` }, []],
    ['no text at all', { text: '' }, []],
  ]

  function vanishing0(): string {
    return 'The public bakery in the Syrian city of Aleppo opened its doors again after two years of repairs, the municipality said.'
  }

  it.each(changed)('records %s as it should', async (_, parts, revisions) => {
    await open({ article: 'never' })
    list({ ...vanishing(), ...parts }, STAYS)
    await room.pass('2026-11-10T12:00:00Z')
    const [item] = (await room.store.stories({ limit: 5, since: new Date(0) })).map(({ lead }) => lead)
    expect(item?.revisions ?? []).toMatchObject(revisions)
    expect(item?.revisions?.length ?? 0).toBe(revisions.length)
    expect(item?.text).toContain('municipality said')
  })

  it('remembers its last ten changes', async () => {
    await open({ article: 'never' })
    for (let hour = 0; hour < 12; hour += 1) {
      list({ ...vanishing(), title: `Aleppo bakery bakes ${hour} loaves` }, STAYS)
      await room.pass(`2026-11-10T${String(hour * 2).padStart(2, '0')}:00:00Z`, { force: true })
    }
    const [item] = (await room.store.stories({ limit: 5, since: new Date(0) })).map(({ lead }) => lead)
    expect(item?.revisions?.map(({ title }) => title)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `Aleppo bakery bakes ${n} loaves`),
    )
  })

  it('follows its new address, and finds it by each of its names', async () => {
    await open({ article: 'never' })
    list({ ...vanishing(), guid: 'second' }, STAYS)
    await room.pass('2026-11-10T12:00:00Z')
    list({ ...vanishing(), guid: 'second', link: `${outlet.origin}/2026/bakery`, title: 'Aleppo bakery bakes once more' }, STAYS)
    await room.pass('2026-11-11T12:00:00Z')
    const stories = await room.store.stories({ limit: 5, since: new Date(0) })
    expect(stories.map(({ lead }) => lead.url)).toEqual([`${outlet.origin}/2026/bakery`, STAYS.link])
  })

  it('takes a text that was read on its page from the page again, and not from the few words of the feed', async () => {
    list({ ...vanishing(), text: '' }, STAYS)
    await open()
    const [item] = (await room.store.stories({ limit: 5, since: new Date(0) })).map(({ lead }) => lead)
    expect(item?.textFrom).toBe('page')
    list({ ...vanishing(), text: 'The council of Aleppo met.' }, STAYS)
    await room.pass('2026-11-10T12:00:00Z')
    outlet.put('/bakery', { body: 'no', status: 503 })
    list({ ...vanishing(), text: 'The council of Aleppo has met.' }, STAYS)
    await room.pass('2026-11-11T12:00:00Z')
    expect(await room.store.item(item?.id ?? fail())).toEqual(item)
  })

  it('carries out what its page said of excerpts, also when the page was not read again', async () => {
    outlet.put('/bakery', { body: newsPage({ head: '<meta name="robots" content="nosnippet">' }), type: 'text/html' })
    await open({ article: 'always' })
    outlet.put('/bakery', { body: 'no', status: 503 })
    list({ ...vanishing(), title: 'Aleppo bakery bakes once more' }, STAYS)
    await room.pass('2026-11-10T12:00:00Z')
    const feeds = ['feed.xml', 'atom.xml', 'feed.json', 'index.html'].map((file) => readFileSync(join(room.output, file), 'utf8'))
    for (const text of feeds) {
      expect(text).toContain('bakes once more')
      expect(text).not.toContain('opened its doors')
    }
  })
})

function fail(): never {
  throw new Error('there is an item')
}
