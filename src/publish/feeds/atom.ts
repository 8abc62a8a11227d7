import type { Feed } from 'feed'
import type { PublishedEntry } from '../entry/published-entry.ts'
import { readerLanguage } from '../entry/reader-language.ts'
import { cdata, escapeAttribute, escapeText } from '../markup/escape.ts'
import { type Slots, slots } from '../markup/slots.ts'
import type { Withdrawn } from '../publication.ts'
import { withdrawnWords } from '../words/withdrawn-words.ts'
import { wordsOf } from '../words/words-of.ts'
import type { FeedFrame } from './feed-frame.ts'
import { newFeed } from './new-feed.ts'

/**
 * Atom 1.0 (RFC 4287): plain titles, `published` and `updated`, `<source>` with the id, title and links of the feed that the
 * entry came from, `via` to that feed, `license` (RFC 4946) where one is known, `xml:lang` on every entry that states a language,
 * and a tombstone (RFC 6721) for every story that was withdrawn.
 */
export function atomFeed(frame: FeedFrame, entries: readonly PublishedEntry[]): string {
  const held = slots()
  const { name, url, email } = frame.author
  const feed = newFeed({
    title: held.text(frame.title),
    description: held.text(frame.description),
    id: frame.id,
    link: frame.link,
    updated: frame.updated,
    generator: 'kaynak',
    stylesheet: frame.stylesheet,
    favicon: held.markup(feedExtras(frame)), // an element that is never used for itself, see below
    author: {
      name: held.text(name),
      ...(url === undefined ? {} : { link: url }),
      ...(email === undefined ? {} : { email: held.text(email) }),
    },
    ...(frame.self === undefined ? {} : { feedLinks: { atom: frame.self } }),
  })
  for (const entry of entries) feed.addItem(entryOf(entry, held))
  let at = 0
  const document = feed
    .atom1()
    .replace('<feed ', `<feed xml:lang="${escapeAttribute(frame.language)}"${frame.withdrawn.length === 0 ? '' : TOMBSTONES} `)
    .replace('type="text/xsl"', 'type="text/css"')
    .replaceAll('<title type="html">', '<title>')
    .replaceAll(/<\/?(?:rights|icon)>/g, '') // wrappers of what `feed` has no word for
    .replaceAll('<entry>', () => openTag(entries[at++]))
  return `${held.fill(document)}\n`
}

function openTag(entry: PublishedEntry | undefined): string {
  return entry?.language === undefined ? '<entry>' : `<entry xml:lang="${escapeAttribute(entry.language)}">`
}

function entryOf(entry: PublishedEntry, held: Slots): Parameters<Feed['addItem']>[0] {
  return {
    title: held.text(entry.title),
    id: entry.id,
    link: entry.url,
    date: entry.updated,
    ...(entry.published === undefined ? {} : { published: entry.published }),
    content: held.markup(cdata(entry.html)),
    copyright: held.markup(entryExtras(entry)),
  }
}

function entryExtras(entry: PublishedEntry): string {
  return [
    ...entry.creators.map((name) => `<author><name>${escapeText(name)}</name></author>`),
    ...entry.categories.map((name) => `<category term="${escapeAttribute(name)}"/>`),
    link('via', entry.source.feedUrl),
    ...(entry.licenceUrl === undefined ? [] : [link('license', entry.licenceUrl)]),
    ...rightsElement(entry),
    ...entry.attachments.map(
      ({ url, type, length }) =>
        `<link rel="enclosure" type="${escapeAttribute(type)}"${length === undefined ? '' : ` length="${length}"`} href="${escapeAttribute(url)}"/>`,
    ),
    sourceElement(entry),
  ].join('\n        ')
}

/** RFC 4287 4.2.10: at most one; a licence with an address has a link of its own. */
function rightsElement({ licence, licenceUrl, reservation }: PublishedEntry): readonly string[] {
  const words = [licenceUrl === undefined ? licence : undefined, reservation].filter((one) => one !== undefined)
  return words.length === 0 ? [] : [`<rights>${escapeText(words.join('. '))}</rights>`]
}

/** RFC 4287 4.2.11: at least id, title and updated of the feed that an entry was copied from, and its author. */
function sourceElement({ source, outlet, updated }: PublishedEntry): string {
  const parts = [
    `<id>${escapeText(source.feedUrl)}</id>`,
    `<title>${escapeText(source.title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<author><name>${escapeText(outlet)}</name></author>`,
    link('self', source.feedUrl),
    ...(source.homePage === undefined ? [] : [link('alternate', source.homePage)]),
  ]
  return `<source>\n            ${parts.join('\n            ')}\n        </source>`
}

function feedExtras(frame: FeedFrame): string {
  return [
    `<rights>${escapeText(frame.rights)}</rights>`,
    ...frame.hubs.map((hub) => link('hub', hub)),
    ...frame.archives.map(({ rel, url }) => link(rel, url)),
    ...frame.withdrawn.map((one) => tombstone(one, frame.language)),
  ].join('\n    ')
}

/** The validator of the W3C knows no tombstones (one warning), so their namespace stands only where there are some. */
const TOMBSTONES = ' xmlns:at="http://purl.org/atompub/tombstones/1.0"'

function tombstone(one: Withdrawn, language: string): string {
  const comment = escapeText(withdrawnWords(one, wordsOf(readerLanguage(language))))
  return `<at:deleted-entry ref="${one.id}" when="${one.when.toISOString()}"><at:comment>${comment}</at:comment></at:deleted-entry>`
}

function link(rel: string, href: string): string {
  return `<link rel="${rel}" href="${escapeAttribute(href)}"/>`
}
