import { Feed } from 'feed'
import type { PublishedEntry } from '../entry/published-entry.ts'
import { readerLanguage } from '../entry/reader-language.ts'
import { legalText } from '../markup/legal-text.ts'
import type { Withdrawn } from '../publication.ts'
import { withdrawnWords } from '../words/withdrawn-words.ts'
import { wordsOf } from '../words/words-of.ts'
import type { FeedFrame } from './feed-frame.ts'
import { kaynakExtension } from './kaynak-extension.ts'

/**
 * JSON Feed 1.1, built up from the version 1 that `feed` writes: `authors`, `language`, both dates, `external_url`, `attachments`,
 * `hubs`, and the credit in `_kaynak` (docs/feeds.md); a withdrawn story is marked there.
 */
export function jsonFeed(frame: FeedFrame, entries: readonly PublishedEntry[]): string {
  const feed = new Feed({
    id: frame.id,
    title: frame.title,
    description: frame.description,
    link: frame.link,
    generator: false,
    ...(frame.self === undefined ? {} : { feedLinks: { json: frame.self } }),
  })
  for (const entry of entries) feed.addItem({ id: entry.id, title: entry.title, link: entry.url, date: entry.updated })
  const written: unknown = JSON.parse(feed.json1())
  const { items, top } = partsOf(written)
  const document = {
    ...top,
    version: 'https://jsonfeed.org/version/1.1',
    authors: [{ name: frame.author.name, url: frame.author.url }],
    language: frame.language,
    ...(frame.hubs.length === 0 ? {} : { hubs: frame.hubs.map((url) => ({ type: 'WebSub', url })) }),
    _kaynak: { rights: frame.rights, tdm_reservation: 1 },
    items: [
      ...entries.map((entry, at) => ({ ...objectOf(items[at]), ...additions(entry) })),
      ...frame.withdrawn.map((one) => tombstone(one, frame.language)),
    ],
  }
  const text = JSON.stringify(document, null, 2)
  // control characters and half letters show as escapes; looking once is cheaper than a visit to every string
  return `${/\\[ubf]|[\uFFFE\uFFFF]/.test(text) ? JSON.stringify(document, legalStrings, 2) : text}\n`
}

/** JSON Feed has no tombstones: an item of the same id that says so in words, and to scripts in `_kaynak`. */
function tombstone(one: Withdrawn, language: string): object {
  const { id, when, by, evidence, reason, title, url } = one
  return {
    id,
    url,
    title,
    content_text: withdrawnWords(one, wordsOf(readerLanguage(language))),
    date_modified: when.toISOString(),
    _kaynak: { withdrawn: { when: when.toISOString(), by, evidence, reason } },
  }
}

/** What version 1 lacks; undefined is left out when it is written. */
function additions(entry: PublishedEntry): object {
  const { published, updated } = entry
  return {
    external_url: entry.original,
    content_html: entry.html,
    summary: entry.summary === '' ? undefined : entry.summary,
    date_published: published?.toISOString(),
    date_modified: updated.toISOString(),
    authors: entry.creators.map((name) => ({ name, url: name === entry.outlet ? entry.source.homePage : undefined })),
    language: entry.language,
    tags: entry.categories.length === 0 ? undefined : entry.categories,
    attachments:
      entry.attachments.length === 0
        ? undefined
        : entry.attachments.map(({ url, type, length }) => ({ url, mime_type: type, size_in_bytes: length })),
    _kaynak: kaynakExtension(entry),
  }
}

/** JSON can escape what XML cannot hold, but whoever turns a feed into another format would trip over it. */
function legalStrings(_: string, value: unknown): unknown {
  return typeof value === 'string' ? legalText(value) : value
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

function partsOf(written: unknown): { readonly top: object; readonly items: readonly unknown[] } {
  const { items, ...top }: { items?: unknown } = objectOf(written)
  return { top, items: Array.isArray(items) ? items : [] }
}
