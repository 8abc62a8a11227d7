import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rssText } from '../helpers/feed-text.ts'
import { newsPage, paragraphs } from '../helpers/news-page.ts'
import { type Newsroom, newsroom } from '../helpers/pass-over.ts'
import { type Site, site } from '../helpers/site.ts'

const SHOWN = 'Masons from Aleppo in Syria finished the roof of the covered market, the city council said on Friday.'
const KEPT_BACK = 'Only readers of this outlet learn that the keys were handed over at dusk by the oldest of the masons.'
const LONGER =
  'The council paid for the timber with what the traders had given, and the stalls will open before the winter begins.'

let outlet: Site
let room: Newsroom

beforeEach(async () => {
  outlet = await site()
  outlet.put('/a.xml', {
    body: rssText('Feed', [{ title: 'Roof of the Aleppo market is done', link: `${outlet.origin}/market/roof`, guid: 'm' }]),
    type: 'application/rss+xml; charset=utf-8',
  })
})

afterEach(async () => {
  await room.close()
  await outlet.close()
})

type Terms = { readonly robots?: string; readonly rsl?: string; readonly head?: string; readonly body?: string }

/** One pass over an outlet with one article; what is published of it. */
async function publishedUnder({ robots, rsl, head = '', body = paragraphs([SHOWN, LONGER]) }: Terms): Promise<string> {
  const put = (path: string, text: string | undefined, type: string): void => {
    if (text !== undefined) outlet.put(path, { body: text.replaceAll('ORIGIN', outlet.origin), type })
  }
  put('/robots.txt', robots, 'text/plain')
  put('/rsl.xml', rsl, 'application/rsl+xml')
  put('/market/roof', newsPage({ headline: 'Roof of the Aleppo market', head, body }), 'text/html')
  const source = { id: 'a', name: 'Outlet A', url: `${outlet.origin}/a.xml`, language: 'en', article: 'always' }
  room = await newsroom({ homePage: 'https://news.example/', sources: [source] }, [outlet.host])
  await room.pass('2026-11-20T12:00:00Z')
  const feed: { items: { title: string; content_html: string; _kaynak: object }[] } = JSON.parse(
    readFileSync(join(room.output, 'feed.json'), 'utf8'),
  )
  return JSON.stringify(feed.items)
}

const rsl = (content: string): string => `<?xml version="1.0"?><rsl xmlns="https://rslstandard.org/rsl">${content}</rsl>`
const terms = (licences: string, url = '/'): string => rsl(`<content url="${url}">${licences}</content>`)
const LICENSED = 'License: ORIGIN/rsl.xml\nUser-agent: *\nAllow: /'

describe('the terms of a site', () => {
  it.each([
    ['says nothing', {}],
    ['lets search through', { robots: 'User-agent: *\nContent-Signal: search=yes, ai-train=no' }],
    ['refuses search to another program', { robots: 'User-agent: otherbot\nContent-Signal: search=no' }],
    ['refuses search elsewhere', { robots: 'User-agent: *\nContent-Signal: /sport search=no' }],
    [
      'has a licence that permits search',
      { robots: LICENSED, rsl: terms('<license><permits type="usage">search</permits></license>') },
    ],
    [
      'has a licence that only prohibits training',
      { robots: LICENSED, rsl: terms('<license><prohibits type="usage">ai-train</prohibits></license>') },
    ],
    [
      'has a licence at a price and a free one for search',
      {
        robots: LICENSED,
        rsl: terms(
          '<license><permits type="usage">ai-all</permits><payment type="crawl"/></license><license><permits type="usage">search</permits></license>',
        ),
      },
    ],
    [
      'has a licence for other pages',
      { robots: LICENSED, rsl: terms('<license><prohibits type="usage">all</prohibits></license>', '/sport/*') },
    ],
    ['has a licence that cannot be read', { robots: LICENSED }],
  ] satisfies [string, Terms][])('leaves an excerpt where the site %s', async (_, stated) => {
    const published = await publishedUnder(stated)
    expect(published).toContain('Roof of the Aleppo market')
    expect(published).toContain('finished the roof')
  })

  it.each([
    ['refuses search', { robots: 'User-agent: *\nContent-Signal: ai-train=no, search=no' }],
    ['refuses search to this program', { robots: 'User-agent: *\nAllow: /\n\nUser-agent: kaynak\nContent-Signal: search=no' }],
    ['refuses search here', { robots: 'User-agent: *\nContent-Usage: /market search=n' }],
    [
      'has a licence that prohibits all use',
      { robots: LICENSED, rsl: terms('<license><prohibits type="usage">all</prohibits></license>') },
    ],
    [
      'has a licence for its address that permits training only',
      { robots: LICENSED, rsl: terms('<license><permits type="usage">ai-train</permits></license>', 'ORIGIN/market/*') },
    ],
    ['has no licence without a price', { robots: LICENSED, rsl: terms('<license><payment type="purchase"/></license>') }],
    [
      'links its page to such a licence',
      {
        head: '<link rel="license" type="application/rsl+xml" href="/rsl.xml">',
        rsl: terms('<license><prohibits type="usage">search</prohibits></license>'),
      },
    ],
    ['keeps all of the article out of excerpts', { body: `<div data-nosnippet>${paragraphs([SHOWN, LONGER])}</div>` }],
    ['says when its page expires', { head: '<meta name="robots" content="unavailable_after: 25 Nov 2026 15:00:00 GMT">' }],
  ] satisfies [string, Terms][])('leave a link with its title where the site %s', async (_, stated) => {
    const published = await publishedUnder(stated)
    expect(published).toContain('Roof of the Aleppo market')
    expect(published).not.toContain('finished the roof')
  })

  it.each([
    ['Content-Signal', { robots: 'User-agent: *\nContent-Signal: ai-train=no' }],
    ['RSL', { robots: LICENSED, rsl: terms('<license><permits type="usage">all</permits></license>') }],
  ] satisfies [string, Terms][])('stay with the item as a reservation: %s', async (_, stated) => {
    expect(await publishedUnder(stated)).toContain('"tdm_reservation":1')
  })

  it('name the licence of robots.txt, and cost one request for it', async () => {
    const published = await publishedUnder({
      robots: LICENSED,
      rsl: terms('<license><permits type="usage">all</permits></license>'),
    })
    expect(published).toContain(`${outlet.origin}/rsl.xml`)
    expect(outlet.requests.filter(({ path }) => path === '/rsl.xml')).toHaveLength(1)
  })

  it('keep parts of a text out of the excerpt', async () => {
    const inline = SHOWN.replace(' finished', ' <span data-nosnippet>of the old guild</span> finished')
    const published = await publishedUnder({ body: `<p data-nosnippet>${KEPT_BACK}</p><p>${inline}</p><p>${LONGER}</p>` })
    expect(published).toContain('Masons from Aleppo in Syria finished the roof')
    expect(published).not.toMatch(/keys were handed over|old guild/)
  })
})
