import type { PublishedEntry } from '../entry/published-entry.ts'
import { cdata, escapeAttribute, escapeText } from '../markup/escape.ts'
import { slots } from '../markup/slots.ts'
import type { FeedFrame } from './feed-frame.ts'
import { newFeed } from './new-feed.ts'

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:fh="http://purl.org/syndication/history/1.0"',
].join(' ')

const BETWEEN = '\n        '

/** What RSS needs of an entry; one that is ours, such as a day's bulletin, has no source, and no address while the site has none. */
export type RssEntry = Pick<
  PublishedEntry,
  | 'title'
  | 'language'
  | 'html'
  | 'plain'
  | 'creators'
  | 'categories'
  | 'published'
  | 'licence'
  | 'licenceUrl'
  | 'reservation'
  | 'attachments'
> & {
  readonly id: string
  readonly url: string
  readonly source?: PublishedEntry['source']
}

/**
 * RSS 2.0: guid for ever, link to the publisher, `<source url>` and `dc:creator` for the credit, the body in
 * `content:encoded`, its plain words in `description`; hubs and RFC 5005 relations as `atom:link`. An item whose outlet gave
 * no date has none here either.
 */
export function rssFeed(frame: FeedFrame, entries: readonly RssEntry[]): string {
  const held = slots()
  const feed = newFeed({
    title: held.text(frame.title),
    description: held.text(frame.description),
    id: frame.id,
    link: frame.link,
    language: frame.language,
    updated: frame.updated,
    generator: 'kaynak',
    docs: 'https://www.rssboard.org/rss-specification',
    stylesheet: frame.stylesheet,
    copyright: held.markup(channelExtras(frame)), // an element that is never used for itself: it stands before the items
    ...(frame.self === undefined ? {} : { feedLinks: { rss: frame.self } }),
  })
  // the items go around `feed` as a whole: element by element its XML writer takes as long as all the rest of publishing
  if (entries.length > 0) feed.addExtension({ name: 'slot', objects: { _text: held.markup(entries.map(itemXml).join(BETWEEN)) } })
  const document = feed
    .rss2()
    .replace(/<rss [^>]*>/, `<rss version="2.0" ${NAMESPACES}>`)
    .replace('type="text/xsl"', 'type="text/css"')
    .replaceAll(/<\/?(?:slot|copyright)>/g, '') // wrappers of what `feed` has no word for
  return `${held.fill(document)}\n`
}

function itemXml(entry: RssEntry): string {
  const enclosure = entry.attachments[0] // RSS readers expect one
  const lines = [
    element('title', entry.title),
    element('link', entry.url),
    `<guid isPermaLink="false">${escapeText(entry.id)}</guid>`,
    ...(entry.published === undefined ? [] : [`<pubDate>${entry.published.toUTCString()}</pubDate>`]),
    element('description', entry.plain),
    `<content:encoded>${cdata(entry.html)}</content:encoded>`,
    ...entry.creators.map((name) => element('dc:creator', name)),
    ...(entry.language === undefined ? [] : [element('dc:language', entry.language)]),
    ...(entry.source === undefined
      ? []
      : [`<source url="${escapeAttribute(entry.source.feedUrl)}">${escapeText(entry.source.title)}</source>`]),
    ...entry.categories.map((name) => element('category', name)),
    ...(entry.licenceUrl === undefined ? [] : [element('creativeCommons:license', entry.licenceUrl)]),
    ...(entry.licence === undefined || entry.licenceUrl !== undefined ? [] : [element('dc:rights', entry.licence)]),
    ...(entry.reservation === undefined ? [] : [element('dc:rights', entry.reservation)]),
    ...(enclosure === undefined
      ? []
      : [
          `<enclosure url="${escapeAttribute(enclosure.url)}" length="${enclosure.length ?? 0}" type="${escapeAttribute(enclosure.type)}"/>`,
        ]),
  ]
  return `<item>\n            ${lines.join('\n            ')}\n        </item>`
}

function element(name: string, text: string): string {
  return `<${name}>${escapeText(text)}</${name}>`
}

function channelExtras(frame: FeedFrame): string {
  const { name, email } = frame.author
  return [
    `<copyright>${escapeText(frame.rights)}</copyright>`,
    ...frame.hubs.map((hub) => `<atom:link rel="hub" href="${escapeAttribute(hub)}"/>`),
    ...frame.archives.map(({ rel, url }) => `<atom:link rel="${rel}" href="${escapeAttribute(url)}"/>`),
    ...(frame.closed ? ['<fh:archive/>'] : []),
    ...(email === undefined ? [] : [`<managingEditor>${escapeText(email)} (${escapeText(name)})</managingEditor>`]),
  ].join(BETWEEN)
}
