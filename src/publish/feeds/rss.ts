import { Feed } from 'feed'
import type { PublishedEntry } from '../entry/published-entry.ts'
import { cdata, escapeAttribute, escapeText } from '../markup/escape.ts'
import { type Slots, slots } from '../markup/slots.ts'
import type { FeedFrame } from './feed-frame.ts'

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:fh="http://purl.org/syndication/history/1.0"',
].join(' ')

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
  const feed = new Feed({
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
  for (const entry of entries) feed.addItem(itemOf(entry, held))
  const document = feed
    .rss2()
    .replace(/<rss [^>]*>/, `<rss version="2.0" ${NAMESPACES}>`)
    .replace('type="text/xsl"', 'type="text/css"')
    .replaceAll(/\n *<pubDate>Invalid Date<\/pubDate>/g, '')
    .replaceAll(/<\/?(?:slot|copyright)>/g, '') // wrappers of what `feed` has no word for
  return `${held.fill(document)}\n`
}

function itemOf(entry: RssEntry, held: Slots): Parameters<Feed['addItem']>[0] {
  return {
    title: held.text(entry.title),
    id: entry.id,
    link: entry.url,
    date: entry.published ?? new Date(Number.NaN), // the type wants a date; what it writes of this one is taken out again
    description: held.text(entry.plain),
    content: held.markup(cdata(entry.html)),
    extensions: [{ name: 'slot', objects: { _text: held.markup(itemExtras(entry)) } }],
  }
}

function itemExtras(entry: RssEntry): string {
  const enclosure = entry.attachments[0] // RSS readers expect one
  return [
    ...entry.creators.map((name) => `<dc:creator>${escapeText(name)}</dc:creator>`),
    ...(entry.language === undefined ? [] : [`<dc:language>${escapeText(entry.language)}</dc:language>`]),
    ...(entry.source === undefined
      ? []
      : [`<source url="${escapeAttribute(entry.source.feedUrl)}">${escapeText(entry.source.title)}</source>`]),
    ...entry.categories.map((name) => `<category>${escapeText(name)}</category>`),
    ...(entry.licenceUrl === undefined
      ? []
      : [`<creativeCommons:license>${escapeText(entry.licenceUrl)}</creativeCommons:license>`]),
    ...(entry.licence === undefined || entry.licenceUrl !== undefined
      ? []
      : [`<dc:rights>${escapeText(entry.licence)}</dc:rights>`]),
    ...(entry.reservation === undefined ? [] : [`<dc:rights>${escapeText(entry.reservation)}</dc:rights>`]),
    ...(enclosure === undefined
      ? []
      : [
          `<enclosure url="${escapeAttribute(enclosure.url)}" length="${enclosure.length ?? 0}" type="${escapeAttribute(enclosure.type)}"/>`,
        ]),
  ].join('\n            ')
}

function channelExtras(frame: FeedFrame): string {
  const { name, email } = frame.author
  return [
    `<copyright>${escapeText(frame.rights)}</copyright>`,
    ...frame.hubs.map((hub) => `<atom:link rel="hub" href="${escapeAttribute(hub)}"/>`),
    ...frame.archives.map(({ rel, url }) => `<atom:link rel="${rel}" href="${escapeAttribute(url)}"/>`),
    ...(frame.closed ? ['<fh:archive/>'] : []),
    ...(email === undefined ? [] : [`<managingEditor>${escapeText(email)} (${escapeText(name)})</managingEditor>`]),
  ].join('\n        ')
}
