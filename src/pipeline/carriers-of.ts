import { type Carrier, type HttpUrl, isSourceId, present, type Source, type SourceId } from '../model/index.ts'
import type { ToldEntry } from '../publish/index.ts'
import { siteOf } from '../text/index.ts'

/** Tells whose something is that was published, by its addresses alone. */
export type Carriers = {
  /** Whose feed an entry came from: a source of feeds.json, or one that has left it since and is known by its address only. */
  readonly ofFeed: (feed: ToldEntry['feed']) => { readonly carrier: Carrier; readonly source?: Source }
  /** The sources at whose site an address lies; where there is none, its site stands for itself. */
  readonly at: (url: HttpUrl) => readonly Carrier[]
}

/** Sorts the sources once, however much is asked of them. */
export function carriersOf(sources: readonly Source[]): Carriers {
  const byUrl = new Map<HttpUrl, Source>(sources.toReversed().map((source) => [source.url, source]))
  const bySite = new Map<string | undefined, Carrier[]>()
  for (const source of sources)
    for (const site of new Set([source.url, ...(source.homePage === undefined ? [] : [source.homePage])].map(siteOf))) {
      const there = bySite.get(site)
      if (there === undefined) bySite.set(site, [carrierOf(source)])
      else there.push(carrierOf(source))
    }
  return {
    ofFeed(feed) {
      const source = byUrl.get(feed.url)
      if (source === undefined) return { carrier: stranger(feed.url, feed.title) }
      return { carrier: present({ ...carrierOf(source), feedTitle: feed.title }), source }
    },
    at: (url) => bySite.get(siteOf(url)) ?? [stranger(url)],
  }
}

function carrierOf({ id, name, url, homePage, country, ownership }: Source): Carrier {
  return present({ sourceId: id, name, feedUrl: url, homePage, country, ownership })
}

function stranger(url: HttpUrl, title?: string): Carrier {
  const { host } = new URL(url)
  return present({ sourceId: idOf(host), name: title ?? host, feedUrl: url, feedTitle: title })
}

const NOBODY = 'unknown-source'

function idOf(host: string): SourceId {
  const id = host
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replaceAll(/^-+|-+$/g, '')
  if (isSourceId(id)) return id
  if (isSourceId(NOBODY)) return NOBODY
  throw new TypeError(`not a source id: ${NOBODY}`) // a bug in the line above, never data
}
