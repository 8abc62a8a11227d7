import { load } from 'cheerio/slim'
import { htmlTree } from '../text/index.ts'
import { urlFrom } from './entry-url.ts'
import { plainLine } from './plain-line.ts'
import type { FeedLink } from './reading.ts'

const MOST = 40
const FEED_TYPE =
  /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|application\/rss|text\/rss(?:\+xml)?|(?:text|application)\/xml)/i
const LIKELY_ADDRESS = /(?:^|[/._=?&-])(?:rss|atom|feeds?|rdf|xml|syndication)(?:$|[/._=?&-]|\d)|\.(?:rss|rdf|atom|xml)(?:$|\?)/i
const LIKELY_WORDS = /\b(?:rss|atom|feeds?|xml|syndication|beslemesi)\b|خلاصات|آر\s?إس\s?إس/i
const UNLIKELY =
  /\.(?:css|js|png|jpe?g|gif|svg|pdf|mp3|zip|html?)(?:$|\?)|feedback|\/comments?\/|(?:twitter|facebook|youtube|instagram|feedly|inoreader|netvibes)\.com\/|\b(?:sitemap|opensearch|oembed|wlwmanifest|xmlrpc)/i
const USUAL_PATHS = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
  '/rss/all',
  '/?feed=rss2',
  '/feeds/posts/default',
]

/**
 * Feeds of a site, from one of its pages: those that it names for machines, then anchors that look like feeds, then usual paths that no one
 * has seen yet. Each address once; the page's own `<base>` is respected. At most 40.
 * @param url where the page was read
 */
export function discoverFeeds(html: string, url: string): readonly FeedLink[] {
  const $ = load(htmlTree(html).root)
  const base = urlFrom($('base[href]').attr('href'), url) ?? url
  const found = new Map<string, FeedLink>()
  for (const link of $('link[href]')) {
    const rel = $(link).attr('rel')?.toLowerCase().split(/\s+/) ?? []
    const type = $(link).attr('type')?.trim()
    const isFeed = rel.includes('feed') || (rel.includes('alternate') && type !== undefined && FEED_TYPE.test(type))
    if (isFeed) add(found, { href: $(link).attr('href'), base, title: $(link).attr('title'), type, how: 'link' })
  }
  for (const anchor of $('a[href], area[href]').slice(0, 5_000)) {
    const href = $(anchor).attr('href') ?? ''
    const words = `${$(anchor).text().slice(0, 200)} ${$(anchor).attr('title') ?? ''} ${$(anchor).attr('class') ?? ''}`
    const address = href.slice(0, 500)
    const type = $(anchor).attr('type')?.trim()
    const isLikely =
      (type !== undefined && FEED_TYPE.test(type)) ||
      LIKELY_ADDRESS.test(address) ||
      (LIKELY_WORDS.test(words) && !/^#|^javascript:/i.test(address))
    if (isLikely && !UNLIKELY.test(address)) add(found, { href, base, title: $(anchor).text(), type, how: 'anchor' })
  }
  for (const path of USUAL_PATHS) add(found, { href: path, base: url, how: 'guess' })
  return [...found.values()]
}

type Found = {
  readonly href: string | undefined
  readonly base: string
  readonly title?: string | undefined
  readonly type?: string | undefined
  readonly how: FeedLink['how']
}

function add(found: Map<string, FeedLink>, { href, base, title, type, how }: Found): void {
  const url = urlFrom(href?.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://'), base)
  if (url === undefined || found.has(url) || found.size >= MOST || url.replace(/#.*$/, '') === base) return
  const words = plainLine(title)?.slice(0, 200)
  found.set(url, { url, ...(words === undefined ? {} : { title: words }), ...(type === undefined ? {} : { type }), how })
}
