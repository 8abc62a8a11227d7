import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FeedItem, rssText } from '../helpers/feed-text.ts'
import { type Paper, paper } from '../helpers/paper.ts'
import { type Site, site } from '../helpers/site.ts'

const MORNING = '2026-11-20T08:00:00Z'
const NOON = '2026-11-20T12:00:00Z'
const EVENING = '2026-11-20T18:00:00Z'
const LATER = '2026-11-20T20:00:00Z'

let outlets: Site
let room: Paper

function serve(id: string, items: readonly FeedItem[], body = rssText(`The ${id}`, items)): void {
  outlets.put(`/${id}.xml`, { body, type: 'application/rss+xml; charset=utf-8' })
}

const CONVOY =
  'ALEPPO (Northern Wire) - A convoy of twenty lorries reached the Syrian city of Aleppo on Thursday after three days on a closed road, drivers said. ' +
  'The lorries carried flour, blankets and medicine for four districts. A second convoy is expected on Sunday if the bridge is mended by then. ' +
  'Residents lined the street as the first of them came in, and bakers said that they would open before dawn. ' +
  'The road had been closed since Monday, when the river rose above its banks and carried away two of the pillars.'

function convoy(id: string, title: string, hour: string): FeedItem {
  return {
    title,
    link: `https://${id}.example/convoy`,
    guid: `${id}-convoy`,
    date: `Fri, 20 Nov 2026 ${hour}:00:00 GMT`,
    text: CONVOY,
  }
}

const SCHOOL: FeedItem = {
  title: 'Schools in Homs open again',
  link: 'https://post.example/schools',
  guid: 'tag:post.example,2026:schools',
  date: 'Fri, 20 Nov 2026 06:30:00 GMT',
  text: 'Forty schools in Homs opened again on Friday. Teachers said that the roofs had been mended over the summer.',
}
const UNDATED: FeedItem = {
  title: 'Damascus plants a thousand trees',
  link: 'https://post.example/trees',
  text: 'The governor of Damascus planted the first of a thousand plane trees along the river Barada.',
}
const RETRACTED: FeedItem = {
  title: 'Latakia harbour closes',
  link: 'https://post.example/harbour',
  guid: 'post-harbour',
  date: 'Fri, 20 Nov 2026 05:00:00 GMT',
  text: 'The Syrian harbour of Latakia closes for good, it was reported by mistake on Friday morning.',
}
const LINKED: FeedItem = {
  title: 'Idlib counts its olives',
  link: 'https://linked.example/olives',
  guid: 'linked-1',
  date: 'Fri, 20 Nov 2026 04:00:00 GMT',
  text: 'The olive harvest around Idlib was counted on Friday, and nobody had ever counted so many in northern Syria.',
}
const WHOLE = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Open House</title><link>https://open.example/</link><description>d</description><item><title>Palmyra museum lends its &lt;stones&gt;</title><link>https://open.example/palmyra</link><guid isPermaLink="false">open-1</guid><pubDate>Fri, 20 Nov 2026 03:00:00 GMT</pubDate><category>Culture</category><category>Syria</category><description>In short.</description><content:encoded><![CDATA[<p>The museum of <b>Palmyra</b> in Syria lends its stones to <a href="https://open.example/other">three others</a>.</p><blockquote>They travel by rail &amp; by sea.</blockquote><ul><li>One</li><li>Two</li></ul>]]></content:encoded><enclosure url="https://open.example/palmyra.mp3" type="audio/mpeg" length="1234"/></item></channel></rss>`

const SOURCES = ['wire', 'post', 'star', 'linked', 'open', 'paged'].map((id) => ({
  id,
  name: `The ${id}`,
  language: 'en',
  homePage: `https://${id}.example/`,
  article: 'never',
}))

function config(ids: readonly string[] = SOURCES.map(({ id }) => id)): object {
  const more: Readonly<Record<string, object>> = {
    linked: { republish: 'link', ownership: 'party', country: 'SY' },
    open: { republish: 'full' },
    paged: { article: 'always' },
    wire: { ownership: 'independent' },
  }
  const sources = SOURCES.filter(({ id }) => ids.includes(id)).map((source) => ({
    ...source,
    url: `${outlets.origin}/${source.id}.xml`,
    ...more[source.id],
  }))
  return { homePage: 'https://news.example/', sources }
}

function page(title: string, paragraphs: readonly string[]): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
}

async function fine(at: string, ...words: readonly string[]): Promise<string> {
  const { exit, stdout, stderr } = await room.kaynak(at, ...words)
  expect({ exit, stderr }).toMatchObject({ exit: 0 })
  return stdout
}

function idOf(url: string): string {
  const feed: { items: { id: string; url: string }[] } = JSON.parse(readFileSync(join(room.output, 'feed.json'), 'utf8'))
  return feed.items.find((item) => item.url === url)?.id ?? 'no such item'
}

/** Three passes: everything is found; one item is changed by its source and one is retracted; nothing happens. */
async function twoPasses(): Promise<void> {
  await fine(MORNING, 'run')
  serve('post', [
    { ...SCHOOL, title: 'Schools in Homs and Hama open again' },
    UNDATED,
    RETRACTED,
    convoy('post', 'Convoy in Aleppo', '07'),
  ])
  await fine(NOON, 'run', '--force')
  await fine(NOON, 'retract', idOf('https://post.example/harbour'), '--reason', 'reported by mistake')
}

beforeEach(async () => {
  outlets = await site()
  serve('wire', [convoy('wire', 'Aid convoy reaches Aleppo', '06')])
  serve('post', [SCHOOL, UNDATED, RETRACTED, convoy('post', 'Convoy in Aleppo', '07')])
  serve('star', [convoy('star', 'Twenty lorries reach Aleppo', '05')])
  serve('linked', [LINKED])
  serve('open', [], WHOLE)
  const link = `${outlets.origin}/paged/1`
  serve('paged', [
    { title: 'Deir ez-Zor mends its bridge', link, guid: 'p1', date: 'Fri, 20 Nov 2026 02:00:00 GMT', text: 'In Syria.' },
  ])
  outlets.put('/paged/1', {
    body: page('Deir ez-Zor mends its bridge', [
      'The bridge of Deir ez-Zor over the Euphrates in eastern Syria is to be mended before the winter, its engineers said on Friday.',
      'Cables for it have been lying in a depot of the railway since the spring, and nobody had found the key to it until now.',
      'Whoever crosses the river has to wait for a ferry, of which there are two, and neither of them runs after dark or in fog.',
    ]),
    type: 'text/html; charset=utf-8',
  })
  room = paper(config(), [outlets.host])
})

afterEach(async () => {
  room.close()
  await outlets.close()
})

describe('a pass that finds no state beside its publication', () => {
  it.each([
    ['was deleted', () => rmSync(room.state)],
    ['is empty', () => writeFileSync(room.state, '')],
    ['is cut within its header', () => writeFileSync(room.state, readFileSync(room.state).subarray(0, 60))],
    ['is cut within a page', () => writeFileSync(room.state, readFileSync(room.state).subarray(0, 9_000))],
    [
      'is cut at half',
      () => writeFileSync(room.state, readFileSync(room.state).subarray(0, readFileSync(room.state).length / 2)),
    ],
    ['holds random bytes', () => writeFileSync(room.state, Buffer.alloc(50_000, 'no database'))],
  ])('publishes the same as before when it %s', async (_, harm) => {
    await twoPasses()
    const before = room.published()
    for (const journal of ['-wal', '-shm']) rmSync(room.state + journal, { force: true })
    harm()
    const report = JSON.parse(await fine(EVENING, 'run', '--json'))
    expect(report.pass).toMatchObject({ kept: 0, changed: 0, copies: 0, withdrawn: 0 })
    expect(room.published()).toEqual(before)
    await fine(LATER, 'run', '--force')
    expect(room.published()).toEqual(before)
  })
})
