import { type FeedItem, rssText } from './feed-text.ts'
import { type Newsroom, newsroom } from './pass-over.ts'
import { type Heard, type Said, type WatchedHost, watchedHost } from './watched-host.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** A Tuesday. */
export const START = new Date('2026-11-24T12:00:00Z')

type Visit = Newsroom['pass'] extends (at: string, options?: infer Options) => infer Report
  ? (afterMs: number, options?: Options) => Report
  : never

/** A newsroom and the hosts that it visits, over one clock that the test moves. */
export type Guest = AsyncDisposable & {
  readonly room: Newsroom
  readonly hosts: readonly WatchedHost[]
  /** the first of them */
  readonly host: WatchedHost
  /** one pass so long after the start */
  readonly visit: Visit
  /** what cron does: a pass every so often, from one moment after the start to another, both included */
  readonly visits: (span: Span) => Promise<void>
}

type Span = { readonly from?: number; readonly to: number; readonly every: number; readonly jitter?: () => number }

type Stay = {
  readonly hosts?: number
  /** the sources, given the hosts that are there */
  readonly sources: (hosts: readonly WatchedHost[]) => readonly object[]
  /** further settings of feeds.json */
  readonly more?: object
}

/** Opens hosts and a newsroom that watches sources on them. */
export async function guest({ hosts: count = 1, sources, more }: Stay): Promise<Guest> {
  let now = START
  const host = await watchedHost(() => now)
  const others = await Promise.all(Array.from({ length: count - 1 }, () => watchedHost(() => now)))
  const hosts = [host, ...others]
  const room = await newsroom(
    { sources: sources(hosts), ...more },
    hosts.map((one) => one.host),
  )
  const visit: Visit = (afterMs, options) => {
    now = new Date(START.getTime() + afterMs)
    return room.pass(now.toISOString(), options)
  }
  return {
    room,
    hosts,
    host,
    visit,
    async visits({ from = 0, to, every, jitter = () => 0 }) {
      for (let at = from; at <= to; at += every) await visit(at, { jitter })
    },
    [Symbol.asyncDispose]: async () => {
      await room.close()
      for (const one of hosts) await one[Symbol.asyncDispose]()
    },
  }
}

/** A source at a path of the first host, whose pages are left alone unless said otherwise. */
export function sourceAt(path: string, parts: object = {}): (hosts: readonly WatchedHost[]) => readonly object[] {
  return ([host]) => [{ id: idOf(path), name: `Outlet ${idOf(path)}`, url: `${host?.origin}${path}`, article: 'never', ...parts }]
}

/** The id of the source at a path: `/a.xml` is `a`. */
export function idOf(path: string): string {
  return path.replace(/^\/|\.xml$/g, '')
}

/** A feed with these headlines, each about the topic. */
export function feedOf(headlines: readonly string[], parts: Partial<FeedItem> = {}): string {
  const items = headlines.map((title) => ({
    title,
    link: `https://outlet.example/${encodeURIComponent(title)}`,
    guid: title,
    date: 'Mon, 23 Nov 2026 08:00:00 GMT',
    text: `${title}: word of it came from Aleppo in northern Syria on Monday, and nobody there was surprised by it.`,
    ...parts,
  }))
  return rssText('Outlet', items)
}

/** A feed that says the same at every visit. */
export function steady(headers: Readonly<Record<string, string>> = {}): () => Said {
  return () => ({ body: feedOf(['Aleppo mends its roofs']), headers: { 'content-type': 'application/rss+xml', ...headers } })
}

/** Milliseconds between each request and the one before it. */
export function gapsOf(heard: readonly Heard[]): readonly number[] {
  return heard.slice(1).map(({ at }, index) => at.getTime() - (heard[index]?.at.getTime() ?? 0))
}

/** Whether a request asked for the whole document. */
export function isUnconditional({ headers }: Heard): boolean {
  return headers['if-none-match'] === undefined && headers['if-modified-since'] === undefined
}
