import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { rssText } from './feed-text.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Entries in a feed; the slowest reader comes by before so many are new. */
const WINDOW = 24

/** What the site did, as it saw it itself. */
export type SiteCounts = {
  /** answers to requests for feeds, by status; `reset`: the connection was cut */
  readonly feeds: Readonly<Record<'200' | '304' | '410' | '429' | '503' | 'page' | 'reset', number>>
  /** bytes of bodies of feeds */
  readonly bytes: number
  /** the relevant entries that stood in a feed somebody was given */
  readonly offered: ReadonlySet<string>
  /** entries that were given, as often as they were */
  readonly entries: number
  /** the most requests for one feed that were under way at once */
  readonly mostAtOnce: number
}

/** Many feeds on loopback in a time of their own, several of which fail for a while, and one for ever. */
export type SoakSite = {
  readonly origin: string
  readonly host: string
  readonly counts: () => SiteCounts
  readonly close: () => Promise<void>
}

/** @param now the time of the site; its first entries are a day older than `start` */
export async function soakSite(now: () => Date, start: Date): Promise<SoakSite> {
  const feeds = { '200': 0, '304': 0, '410': 0, '429': 0, '503': 0, page: 0, reset: 0 }
  const offered = new Set<string>()
  const active = new Map<number, number>()
  const totals = { bytes: 0, entries: 0, mostAtOnce: 0 }
  let origin = ''

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const source = Number(/^\/feed\/(\d+)\.xml$/.exec(request.url ?? '')?.[1] ?? Number.NaN)
    if (Number.isNaN(source)) {
      response.writeHead(request.url === '/robots.txt' ? 404 : 200, { 'content-type': 'text/html' })
      response.end('<!doctype html><title>Article</title><p>Words of an article.</p>')
      return
    }
    const underWay = (active.get(source) ?? 0) + 1
    active.set(source, underWay)
    totals.mostAtOnce = Math.max(totals.mostAtOnce, underWay)
    response.once('close', () => active.set(source, (active.get(source) ?? 1) - 1))
    const day = (now().getTime() - start.getTime()) / DAY_MS
    const trouble = troubleOf(source, day)
    if (trouble === 'reset') {
      feeds.reset += 1
      request.socket.destroy()
    } else if (trouble !== undefined) {
      feeds[trouble] += 1
      const status = trouble === 'page' ? 200 : Number(trouble)
      const body = '<!doctype html><title>We are sorry</title><p>Come back later.</p>'
      if (status === 200) totals.bytes += body.length
      response.writeHead(status, { 'content-type': 'text/html', ...(trouble === '429' ? { 'retry-after': '7200' } : {}) })
      response.end(body)
    } else feed(request, response, source)
  }

  function feed(request: IncomingMessage, response: ServerResponse, source: number): void {
    const items = itemsOf(source, now(), { start, origin })
    const etag = `"${source}-${items[0]?.guid}"`
    const hasValidators = source % 3 !== 0
    if (hasValidators && request.headers['if-none-match'] === etag) {
      feeds['304'] += 1
      response.writeHead(304, { etag })
      response.end()
      return
    }
    feeds['200'] += 1
    totals.entries += items.length
    for (const { guid, isRelevant } of items) if (isRelevant) offered.add(`${source} ${guid}`)
    const body = Buffer.from(rssText(`Outlet ${source}`, items))
    totals.bytes += body.length
    response.writeHead(200, {
      'content-type': 'application/rss+xml',
      'content-length': body.length,
      ...(hasValidators ? { etag } : {}),
    })
    response.end(body)
  }

  const server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  origin = `http://${host}`
  return {
    origin,
    host,
    counts: () => ({ feeds: { ...feeds }, offered, ...totals }),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Who is in trouble on which days of the month, and how. */
function troubleOf(source: number, day: number): '410' | '429' | '503' | 'page' | 'reset' | undefined {
  const kind = source % 12
  if (kind === 1 && day >= 5 && day < 8) return '503'
  if (kind === 3 && day >= 10 && day < 11) return 'reset'
  if (kind === 5 && day >= 20) return '410'
  if (kind === 7 && day >= 3 && day < 3.5) return '429'
  return kind === 9 && day >= 15 && day < 16 ? 'page' : undefined
}

type SoakItem = {
  readonly title: string
  readonly link: string
  readonly guid: string
  readonly date: string
  readonly text: string
  readonly isRelevant: boolean
}

/** The newest entries of a source, newest first: one every 8 to 30 hours, every second one about the topic. */
function itemsOf(
  source: number,
  now: Date,
  { start, origin }: { readonly start: Date; readonly origin: string },
): readonly SoakItem[] {
  const everyMs = (8 + (source % 23)) * HOUR_MS
  const first = start.getTime() - DAY_MS - source * 60_000
  const newest = Math.floor((now.getTime() - first) / everyMs)
  return Array.from({ length: Math.min(newest + 1, WINDOW) }, (_, at) => {
    const number = newest - at
    const isRelevant = number % 2 === 0
    const seed = source * 100_003 + number * 17
    const about = [0, 1, 2].map((at) => word(seed + at)).join(' ')
    const text = Array.from({ length: 24 }, (_, at) => word(seed * 31 + at)).join(' ')
    return {
      title: `${isRelevant ? 'Aleppo' : 'Rainfall'}: ${about} ${source}-${number}`,
      link: `${origin}/article/${source}/${number}`,
      guid: `${source}-${number}`,
      date: new Date(first + number * everyMs).toUTCString(),
      text: `${text}.`,
      isRelevant,
    }
  })
}

/** One of many thousand words that nobody uses. */
function word(number: number): string {
  const mixed = Math.imul(number + 1, 0x9e37_79b1) >>> 0
  return Array.from({ length: 4 }, (_, at) => SYLLABLES[(mixed >>> (at * 8)) % SYLLABLES.length]).join('')
}

const SYLLABLES = [
  'ba',
  'ke',
  'li',
  'mo',
  'nu',
  'pra',
  'res',
  'tin',
  'vor',
  'dul',
  'fam',
  'gex',
  'hob',
  'jun',
  'sil',
  'wa',
  'zet',
] as const
