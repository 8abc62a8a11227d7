import type { WithdrawnItem } from '../../model/index.ts'
import type { PublishedEntry } from '../entry/published-entry.ts'
import { readerLanguage } from '../entry/reader-language.ts'
import { legalText } from '../markup/legal-text.ts'
import type { Withdrawn } from '../publication.ts'
import { withdrawnWords } from '../words/withdrawn-words.ts'
import { wordsOf } from '../words/words-of.ts'
import type { FeedFrame } from './feed-frame.ts'
import { withdrawalMemory } from './item-memory.ts'
import { kaynakExtension } from './kaynak-extension.ts'
import { newFeed } from './new-feed.ts'

/**
 * JSON Feed 1.1, built up from the version 1 that `feed` writes: `authors`, `language`, both dates, `external_url`, `attachments`,
 * `hubs`, and the credit in `_kaynak` (docs/feeds.md); a withdrawn story is marked there.
 * @param remembered withdrawals that must not be forgotten with a lost state, whether or not they are still told of
 */
export function jsonFeed(
  frame: FeedFrame,
  entries: readonly PublishedEntry[],
  remembered: readonly WithdrawnItem[] = [],
): string {
  const feed = newFeed({
    id: frame.id,
    title: frame.title,
    description: frame.description,
    link: frame.link,
    generator: false,
    ...(frame.self === undefined ? {} : { feedLinks: { json: frame.self } }),
  })
  const written: unknown = JSON.parse(feed.json1())
  const { items, ...top }: { items?: unknown } = objectOf(written)
  const document = {
    ...top,
    version: 'https://jsonfeed.org/version/1.1',
    authors: [{ name: frame.author.name, url: frame.author.url }],
    language: frame.language,
    ...(frame.hubs.length === 0 ? {} : { hubs: frame.hubs.map((url) => ({ type: 'WebSub', url })) }),
    _kaynak: {
      rights: frame.rights,
      tdm_reservation: 1,
      ...(remembered.length === 0 ? {} : { withdrawn: remembered.map(withdrawalMemory) }),
    },
    items: [...entries.map(itemOf), ...frame.withdrawn.map((one) => tombstone(one, frame.language))],
  }
  const text = JSON.stringify(document, null, 2)
  // control characters and half letters show as escapes; looking through it all is cheaper than a visit to every string
  return `${SUSPECT.some((sign) => text.includes(sign)) ? JSON.stringify(document, legalStrings, 2) : text}\n`
}

const SUSPECT: readonly string[] = ['\\u', '\\b', '\\f', '\uFFFE', '\uFFFF']

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

/** One item; undefined is left out when it is written. Not through `feed`, which would write, and have read again, what version 1 has of it. */
function itemOf(entry: PublishedEntry): object {
  const { id, url, title, published, updated } = entry
  return {
    id,
    url,
    title,
    date_modified: updated.toISOString(),
    external_url: entry.original,
    content_html: entry.html,
    summary: entry.summary === '' ? undefined : entry.summary,
    date_published: published?.toISOString(),
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
