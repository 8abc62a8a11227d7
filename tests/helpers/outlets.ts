import { once } from 'node:events'
import { createServer, type Server } from 'node:http'

/** Web sites of several outlets, each a host of its own, with what they saw of whoever came. */
export type Outlets = {
  /** a feeds.json that watches all of them */
  readonly list: (fetch?: object) => string
  /** addresses that were asked for, in their order */
  readonly asked: readonly string[]
  /**
   * Most requests at one host at a time, and the shortest gap between starts there in milliseconds, over three gaps on end: what a busy server sees
   * late is late for one and early for the next.
   */
  readonly treatment: () => { readonly atOnce: number; readonly gapMs: number }
  /** from now on feeds wait for `release` before they answer */
  readonly hold: () => void
  readonly release: () => void
  /** resolves when so many feeds have been asked for */
  readonly count: (feeds: number) => Promise<void>
  readonly close: () => Promise<void>
}

const GAPS = 3

type Host = { readonly server: Server; active: number; readonly starts: number[] }

/**
 * Each outlet has several feeds. They report the same events in their own words, carry each other's texts, give no date now and then, and
 * link to articles at the next outlet, so that who reads one host's feeds has to come to another host for pages.
 */
export async function outlets(hosts: number, feedsEach: number, { latencyMs = 0 } = {}): Promise<Outlets> {
  const asked: string[] = []
  const sites: Host[] = []
  const origins: string[] = []
  const waiting: { feeds: number; resolve: () => void }[] = []
  let held: (() => void)[] | undefined
  let atOnce = 0
  let gapMs = Number.POSITIVE_INFINITY
  let feedCount = 0

  async function answer(site: Host, at: number, path: string): Promise<string> {
    if (path.startsWith('/feed/')) {
      feedCount += 1
      for (const { feeds, resolve } of waiting) if (feedCount >= feeds) resolve()
      if (held !== undefined) await new Promise<void>((resolve) => held?.push(resolve))
    }
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs))
    site.active -= 1
    if (path === '/robots.txt') return 'User-agent: *\nAllow: /\n'
    if (path.startsWith('/feed/')) return feedText(at, Number(path.slice('/feed/'.length)), origins)
    return `<html><head><title>Page</title></head><body><article><h1>A report</h1><p>${reportText(at)}</p></article></body></html>`
  }

  for (let at = 0; at < hosts; at++) {
    const server = createServer((request, response) => {
      const path = request.url ?? '/'
      asked.push(`${at}${path}`)
      site.active += 1
      atOnce = Math.max(atOnce, site.active)
      const now = performance.now()
      site.starts.push(now)
      gapMs = Math.min(gapMs, (now - (site.starts.at(-1 - GAPS) ?? Number.NEGATIVE_INFINITY)) / GAPS)
      const type = path.startsWith('/feed/') ? 'application/rss+xml' : path === '/robots.txt' ? 'text/plain' : 'text/html'
      void answer(site, at, path).then((body) => {
        response.writeHead(200, { 'content-type': `${type}; charset=utf-8` })
        response.end(body)
      })
    })
    const site: Host = { server, active: 0, starts: [] }
    sites.push(site)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    origins.push(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`)
  }

  return {
    asked,
    treatment: () => ({ atOnce, gapMs }),
    list: (fetch = {}) =>
      JSON.stringify({
        title: 'Outlets',
        window: { items: 1_000, days: 30 },
        fetch: { gapMs: 0, ...fetch, allowPrivate: origins.map((origin) => new URL(origin).host) },
        sources: origins.flatMap((origin, at) =>
          Array.from({ length: feedsEach }, (_, n) => ({
            id: `outlet-${at}-${n}`,
            name: `Outlet ${at}, desk ${n}`,
            url: `${origin}/feed/${n}`,
            language: 'en',
            article: n % 2 === 0 ? 'when-needed' : 'always',
          })),
        ),
      }),
    hold() {
      held ??= []
    },
    release() {
      const all = held ?? []
      held = undefined
      for (const go of all) go()
    },
    count: (feeds) =>
      new Promise((resolve) => {
        if (feedCount >= feeds) resolve()
        else waiting.push({ feeds, resolve })
      }),
    async close() {
      for (const { server } of sites) {
        server.closeAllConnections()
        server.close()
      }
      await Promise.all(sites.map(({ server }) => once(server, 'close')))
    },
  }
}

const PLACES = ['Aleppo', 'Homs', 'Damascus', 'Latakia', 'Idlib', 'Daraa', 'Raqqa']

function feedText(at: number, desk: number, origins: readonly string[]): string {
  const items = Array.from({ length: 6 }, (_, n) => {
    const place = PLACES[(at + desk + n) % PLACES.length] ?? ''
    const origin = origins[(at + (desk % 2)) % origins.length] ?? ''
    const isWire = n === 0 // the same text at every outlet
    const text = isWire ? wireText(desk) : `${reportText(at * 100 + desk * 10 + n)} It happened in ${place}, Syria.`
    const date = n === 5 ? '' : `<pubDate>${new Date(Date.UTC(2026, 0, 14, 6 + n, (at * 7) % 60)).toUTCString()}</pubDate>`
    const title = isWire ? 'Ferries return to the Syrian coast' : `Notes from ${place} ${at}-${desk}-${n}`
    return `<item><guid>g-${at}-${desk}-${n}</guid><title>${title}</title><link>${origin}/a/${at}-${desk}-${n}</link>${date}<description>${n === 4 ? '' : text}</description></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet ${at}, desk ${desk}</title><link>${origins[at]}</link>${items.join('')}</channel></rss>`
}

function wireText(desk: number): string {
  return `Ferries between the Syrian ports of Latakia and Tartus and the island opposite sail again from Sunday on, the port authority said, after ${desk + 2} years in which only freight was carried. Tickets are sold at the quay, children travel for half the price, and the first boat leaves at seven in the morning with the mayor on board.`
}

function reportText(n: number): string {
  return `Report ${n}: the ${WORDS[n % WORDS.length]} of the town was opened again by ${WORDS[(n * 7 + 3) % WORDS.length]} workers after repairs that took ${n % 40} weeks.`
}

const WORDS = ['bridge', 'school', 'bakery', 'market', 'library', 'station', 'clinic', 'theatre', 'harbour', 'mill', 'pharmacy']
