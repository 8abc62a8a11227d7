import { type Entry, type HttpUrl, present } from '../model/index.ts'
import { parseDate } from '../text/index.ts'
import { urlFrom } from './entry-url.ts'
import { plainLine } from './plain-line.ts'
import type { About, Reading, Slip } from './reading.ts'
import { slipText } from './slip-text.ts'
import type { Around } from './stated-entry.ts'
import { child, childrenOf, childText, type XmlNode } from './xml-node.ts'

/** Reads a sitemap (sitemaps.org 0.9) with Google's news and image extensions, or an index of sitemaps. Addresses only: no text is in it. */
export function readSitemap(root: XmlNode, about: About, warnings: readonly string[]): Reading {
  const around: Around = present({
    base: about.url,
    language: about.contentLanguage,
    now: about.now,
    defaultZone: about.defaultZone,
  })
  if (root.name === 'sm:sitemapindex') {
    return { kind: 'index', sitemaps: childrenOf(root, ['sm:sitemap']).flatMap((node) => sitemapOf(node, around)) }
  }
  const entries = childrenOf(root, ['sm:url']).flatMap((node) => entryOf(node, around))
  const first = childrenOf(root, ['sm:url'])[0]
  const news = first === undefined ? undefined : child(first, ['news:news'])
  const publication = news === undefined ? undefined : child(news, ['news:publication'])
  const title = publication === undefined ? undefined : plainLine(childText(publication, ['news:name']))
  return {
    kind: 'document',
    feed: present({ format: 'sitemap', title, authors: [], categories: [] }),
    slips: entries.map(slipOf),
    warnings,
    around,
  }
}

function sitemapOf(node: XmlNode, around: Around): readonly { url: HttpUrl; updated?: Date }[] {
  const url = urlFrom(childText(node, ['sm:loc']), around.base)
  return url === undefined ? [] : [present({ url, updated: parseDate(childText(node, ['sm:lastmod']) ?? '', around) })]
}

function entryOf(node: XmlNode, around: Around): readonly Entry[] {
  const url = urlFrom(childText(node, ['sm:loc']), around.base)
  if (url === undefined) return []
  const news = child(node, ['news:news'])
  const publication = news === undefined ? undefined : child(news, ['news:publication'])
  const language = publication === undefined ? undefined : childText(publication, ['news:language'])
  const dates = language === undefined ? around : { ...around, language }
  const keywords = news === undefined ? [] : (childText(news, ['news:keywords'])?.split(',') ?? [])
  const image = child(node, ['image:image'])
  const entry: Entry = present({
    url,
    title: plainLine(news === undefined ? undefined : childText(news, ['news:title'])),
    authors: [],
    published: news === undefined ? undefined : parseDate(childText(news, ['news:publication_date']) ?? '', dates),
    updated: parseDate(childText(node, ['sm:lastmod']) ?? '', dates),
    language,
    categories: keywords.map((word) => plainLine(word)).filter((word) => word !== undefined),
    enclosures: [],
    image: image === undefined ? undefined : urlFrom(childText(image, ['image:loc']), around.base),
  })
  return [entry]
}

/** The slip of an entry that is read in full already. */
export function slipOf(entry: Entry): Slip {
  const { id, url, title, published, summary, content, categories } = entry
  return present({
    guid: id,
    url,
    title,
    published,
    ...slipText(title, [summary ?? '', content ?? ''], [...categories, url ?? '']),
    cut: { kind: 'ready' as const, entry },
  })
}
