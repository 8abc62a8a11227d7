import { createHash } from 'node:crypto'
import type { HttpUrl } from '../../model/index.ts'
import { httpUrl } from '../../text/index.ts'
import type { PublishedEntry } from '../entry/published-entry.ts'
import { readerLanguage } from '../entry/reader-language.ts'
import type { Channel, Withdrawn } from '../publication.ts'
import { wordsOf } from '../words/words-of.ts'

/** A feed without its entries: what RSS, Atom and JSON Feed each say of themselves. */
export type FeedFrame = {
  readonly title: string
  readonly description: string
  readonly language: string
  /** never changes while the home page stays where it is */
  readonly id: string
  /** the page that people read; RSS demands one (`about:blank` when nothing better is known) */
  readonly link: string
  /** where the document itself will be; absent without a home page */
  readonly self?: HttpUrl
  /** moment of the newest thing in it; the epoch for an empty feed, since no run may date a document */
  readonly updated: Date
  readonly author: { readonly name: string; readonly url?: HttpUrl; readonly email?: string }
  /** whose the items are, in words */
  readonly rights: string
  readonly hubs: readonly HttpUrl[]
  /** relative address of the style sheet */
  readonly stylesheet: string
  /** RFC 5005 relations to other documents, by relation */
  readonly archives: readonly { readonly rel: 'current' | 'prev-archive' | 'next-archive'; readonly url: HttpUrl }[]
  readonly withdrawn: readonly Withdrawn[]
  /** the document is an archive and will not change any more */
  readonly closed: boolean
}

/** What makes one feed of a channel different from another. */
export type FeedPlace = {
  /** path inside the output directory, with slashes */
  readonly path: string
  /** page that belongs to it, likewise */
  readonly page?: string
  readonly title?: string
  readonly description?: string
  readonly language?: string
  readonly archives?: FeedFrame['archives']
  readonly closed?: boolean
  readonly withdrawn?: readonly Withdrawn[] | undefined
  /** only the subscription documents are announced to hubs */
  readonly announced?: boolean
}

/** The frame of the feed at `place`, from the operator's words and the entries' dates alone. */
export function feedFrame(channel: Channel, place: FeedPlace, entries: readonly Pick<PublishedEntry, 'touched'>[]): FeedFrame {
  const self = addressOf(channel, place.path)
  const page = place.page === undefined ? channel.homePage : addressOf(channel, place.page)
  return {
    title: place.title ?? channel.title,
    description: place.description ?? channel.description ?? channel.title,
    language: place.language ?? channel.language,
    id: self ?? namelessId(channel, place.path),
    link: page ?? channel.publisher?.url ?? 'about:blank',
    ...(self === undefined ? {} : { self }),
    updated: newest([...entries.map(({ touched }) => touched), ...(place.withdrawn ?? []).map(({ when }) => when)]),
    author: channel.publisher ?? { name: channel.title, ...(channel.homePage === undefined ? {} : { url: channel.homePage }) },
    rights: wordsOf(readerLanguage(channel.language)).rights,
    hubs: self === undefined || place.announced === false ? [] : channel.hubs,
    stylesheet: `${'../'.repeat(place.path.split('/').length - 1)}feed.css`,
    archives: place.archives ?? [],
    withdrawn: (place.withdrawn ?? []).filter(({ goesOn }) => goesOn !== true),
    closed: place.closed ?? false,
  }
}

/** Address of a file of the output, or undefined while it is not known where the output will be. */
export function addressOf(channel: Pick<Channel, 'homePage'>, path: string): HttpUrl | undefined {
  return channel.homePage === undefined ? undefined : httpUrl(path, channel.homePage)
}

function newest(moments: readonly Date[]): Date {
  let newest = 0
  for (const moment of moments) newest = Math.max(newest, moment.getTime())
  return new Date(newest)
}

/** A version 8 UUID (RFC 9562 5.8) from the topic and the path: the same on every machine and for ever. */
export function namelessId(channel: Pick<Channel, 'topic'>, path: string): string {
  const hex = createHash('sha256').update(`kaynak\n${channel.topic}\n${path}`).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
