import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type FeedItem, rssText } from './feed-text.ts'
import { type Paper, paper } from './paper.ts'
import { type Site, site } from './site.ts'

const MORNING = '2026-11-20T08:00:00Z'
export const NOON = '2026-11-20T12:00:00Z'
export const EVENING = '2026-11-20T18:00:00Z'
export const LATER = '2026-11-20T20:00:00Z'

/** What a pass says that found nothing to do. */
export const NOTHING_NEW = { kept: 0, changed: 0, copies: 0, withdrawn: 0 }

/** A newsroom that has published all that there is to be lost: see `twoPasses`. */
export type LostState = {
  readonly room: Paper
  readonly serve: (id: string, items: readonly FeedItem[]) => void
  /** answers this path with no content and a status from now on */
  readonly answer: (path: string, status: number) => void
  /** feeds.json with these sources only */
  readonly configure: (ids: readonly string[]) => void
  /** runs a command that has to end well, and gives what it prints */
  readonly fine: (at: string, ...words: readonly string[]) => Promise<string>
  /** everything is found; an item is changed by its source; one is retracted, and so is the leading copy of a story */
  readonly twoPasses: () => Promise<void>
  /** takes the state away, journals and all */
  readonly lose: () => void
  /** the items of a published JSON Feed */
  readonly items: (path?: string) => readonly FeedEntry[]
  readonly close: () => Promise<void>
}

export type FeedEntry = {
  readonly id: string
  readonly url?: string
  readonly title?: string
  readonly date_published?: string
  readonly date_modified?: string
  readonly summary?: string
  readonly content_html?: string
  readonly _kaynak: Readonly<Record<string, unknown>>
}

const CONVOY =
  'ALEPPO (Northern Wire) - A convoy of twenty lorries reached the Syrian city of Aleppo on Thursday after three days on a closed road, drivers said. ' +
  'The lorries carried flour, blankets and medicine for four districts. A second convoy is expected on Sunday if the bridge is mended by then. ' +
  'Residents lined the street as the first of them came in, and bakers said that they would open before dawn. ' +
  'The road had been closed since Monday, when the river rose above its banks and carried away two of the pillars.'
const WELLS =
  'Engineers in the Syrian town of Salamiyah have counted the wells around it and found three hundred more than any map shows. ' +
  'Most of them are dry. Those that are not will be fenced before the winter, and a pump is to be tried at nine of them next month. ' +
  'Shepherds had known of all but two, and showed the way to the rest for the price of a tank of water each.'

function told(id: string, what: string, title: string, text: string, hour: string): FeedItem {
  return { title, link: `https://${id}.example/${what}`, guid: `${id}-${what}`, date: `Fri, 20 Nov 2026 ${hour}:00:00 GMT`, text }
}

export const SCHOOL: FeedItem = {
  title: 'Schools in Homs open again',
  link: 'https://post.example/schools',
  guid: 'tag:post.example,2026:schools',
  date: 'Fri, 20 Nov 2026 06:30:00 GMT',
  text: 'Forty schools in Homs opened again on Friday. Teachers said that the roofs had been mended over the summer.',
}
export const UNDATED: FeedItem = {
  title: 'Damascus plants a thousand trees',
  link: 'https://post.example/trees',
  text: 'The governor of Damascus planted the first of a thousand plane trees along the river Barada.',
}
export const RETRACTED: FeedItem = {
  title: 'Latakia harbour closes',
  link: 'https://post.example/harbour',
  guid: 'post-harbour',
  date: 'Fri, 20 Nov 2026 05:00:00 GMT',
  text: 'The Syrian harbour of Latakia closes for good, it was reported by mistake on Friday morning.',
}
/** Too old for the feeds: it stands in the archive of the month that found it. */
export const OLD: FeedItem = {
  title: 'Bosra sweeps its theatre',
  link: 'https://linked.example/bosra',
  guid: 'linked-old',
  date: 'Sun, 02 Aug 2026 04:00:00 GMT',
  text: 'The Roman theatre of Bosra in southern Syria was swept from top to bottom, which takes two weeks and eleven brooms.',
}
const LINKED: FeedItem = {
  title: 'Idlib counts its olives',
  link: 'https://linked.example/olives',
  guid: 'linked-1',
  date: 'Fri, 20 Nov 2026 04:00:00 GMT',
  text: 'The olive harvest around Idlib was counted on Friday, and nobody had ever counted so many in northern Syria.',
}
const WHOLE = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Open House</title><link>https://open.example/</link><description>d</description><item><title>Palmyra museum lends its &lt;stones&gt;</title><link>https://open.example/palmyra</link><guid isPermaLink="false">open-1</guid><pubDate>Fri, 20 Nov 2026 03:00:00 GMT</pubDate><category>Culture</category><category>Syria</category><description>In short.</description><content:encoded><![CDATA[<p>The museum of <b>Palmyra</b> in Syria lends its stones to <a href="https://open.example/other">three others</a>.</p><blockquote>They travel by rail &amp; by sea.</blockquote><ul><li>One</li><li>Two</li></ul>]]></content:encoded><enclosure url="https://open.example/palmyra.mp3" type="audio/mpeg" length="1234"/></item></channel></rss>`
const PAGE = `<!doctype html><html lang="en"><head><title>Deir ez-Zor mends its bridge</title></head><body><article><h1>Deir ez-Zor mends its bridge</h1><p>The bridge of Deir ez-Zor over the Euphrates in eastern Syria is to be mended before the winter, its engineers said on Friday.</p><p>Cables for it have been lying in a depot of the railway since the spring, and nobody had found the key to it until now.</p><p>Whoever crosses the river has to wait for a ferry, of which there are two, and neither of them runs after dark or in fog.</p></article></body></html>`

export const POST: readonly FeedItem[] = [
  SCHOOL,
  UNDATED,
  RETRACTED,
  told('post', 'convoy', 'Convoy in Aleppo', CONVOY, '07'),
  told('post', 'wells', 'Three hundred wells that no map shows', WELLS, '07'),
]

/** What is said of a source beside its name. */
const POLICIES: Readonly<Record<string, object>> = {
  wire: { ownership: 'independent' },
  post: {},
  star: {},
  linked: { republish: 'link', ownership: 'party', country: 'SY' },
  open: { republish: 'full' },
  paged: { article: 'always' },
}

/** @param state another one than the file in the room's folder */
export async function lostState(state?: string): Promise<LostState> {
  const outlets: Site = await site()
  const type = 'application/rss+xml; charset=utf-8'

  function serve(id: string, items: readonly FeedItem[]): void {
    outlets.put(`/${id}.xml`, { body: rssText(`The ${id}`, items), type })
  }
  function config(ids: readonly string[]): object {
    const sources = ids.map((id) => ({
      ...{ id, name: `The ${id}`, language: 'en', url: `${outlets.origin}/${id}.xml` },
      ...{ homePage: `https://${id}.example/`, article: 'never' },
      ...POLICIES[id],
    }))
    return { homePage: 'https://news.example/', statusFeed: true, sources }
  }

  serve('wire', [told('wire', 'convoy', 'Aid convoy reaches Aleppo', CONVOY, '06')])
  serve('post', POST)
  serve('star', [
    told('star', 'convoy', 'Twenty lorries reach Aleppo', CONVOY, '05'),
    told('star', 'wells', 'Wells counted in Salamiyah', WELLS, '06'),
  ])
  serve('linked', [LINKED, OLD])
  outlets.put('/open.xml', { body: WHOLE, type })
  const link = `${outlets.origin}/paged/1`
  serve('paged', [
    { title: 'Deir ez-Zor mends its bridge', link, guid: 'p1', date: 'Fri, 20 Nov 2026 02:00:00 GMT', text: 'In Syria.' },
  ])
  outlets.put('/paged/1', { body: PAGE, type: 'text/html; charset=utf-8' })
  const room = paper(config(Object.keys(POLICIES)), [outlets.host], state)

  async function fine(at: string, ...words: readonly string[]): Promise<string> {
    const { exit, stdout, stderr } = await room.kaynak(at, ...words)
    if (exit !== 0) throw new Error(`${words.join(' ')} ended with ${exit}: ${stderr}`)
    return stdout
  }
  function items(path = 'feed.json'): readonly FeedEntry[] {
    const feed: { readonly items: readonly FeedEntry[] } = JSON.parse(readFileSync(join(room.output, path), 'utf8'))
    return feed.items
  }

  return {
    room,
    serve,
    answer: (path, status) => outlets.put(path, { body: '', status, headers: { etag: '' } }),
    configure: (ids) => room.configure(config(ids)),
    fine,
    async twoPasses() {
      await fine(MORNING, 'run')
      serve('post', [{ ...SCHOOL, title: 'Schools in Homs and Hama open again' }, ...POST.slice(1)])
      await fine(NOON, 'run', '--force')
      for (const url of ['https://post.example/harbour', 'https://star.example/wells'])
        await fine(NOON, 'retract', url, '--reason', 'reported by mistake')
    },
    lose() {
      for (const end of ['', '-wal', '-shm']) rmSync(room.state + end, { recursive: true, force: true })
    },
    items,
    async close() {
      room.close()
      await outlets.close()
    },
  }
}
