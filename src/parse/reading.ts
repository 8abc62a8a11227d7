import type { Entry, FeedInfo, HttpUrl, Selectors } from '../model/index.ts'
import type { Around, StatedEntry } from './stated-entry.ts'
import type { XmlNode } from './xml-node.ts'

/** What the transport said of a document. */
export type About = {
  /** where it was read: the base of relative links */
  readonly url?: string
  readonly contentType?: string
  readonly contentLanguage?: string
  readonly contentLocation?: string
  /** the pass's clock: dates more than two days later are refused. Without it no date is too late. */
  readonly now?: Date
  /** zone of dates that state none, `+03:00` or an IANA name; default UTC */
  readonly defaultZone?: string
}

/** How a source wants to be read. */
export type How =
  | { readonly kind: 'feed' }
  | { readonly kind: 'listing'; readonly select: Selectors }
  | { readonly kind: 'sitemap' }

/** A feed that a page names, or that its address suggests. */
export type FeedLink = {
  readonly url: HttpUrl
  readonly title?: string
  readonly type?: string
  /** `link`: `<link rel=alternate>`; `anchor`: an `<a>` that looks like a feed; `guess`: a usual path, unseen */
  readonly how: 'link' | 'anchor' | 'guess'
}

/** What `parseEntries` makes an entry of. */
export type Cut =
  | { readonly kind: 'xml'; readonly node: XmlNode }
  | { readonly kind: 'stated'; readonly stated: StatedEntry }
  | { readonly kind: 'ready'; readonly entry: Entry }

/** One entry as cut out of a document, not yet parsed in full. Plain data: it may cross to another thread. */
export type Slip = {
  /** as stated, exactly */
  readonly guid?: string
  readonly url?: HttpUrl
  /** plain text */
  readonly title?: string
  readonly published?: Date
  /** changes whenever the title or the text changes, not with the entry's place in the document */
  readonly fingerprint: string
  /** everything that the topic may be named in: title, bodies, categories, link. Markup and character references may be in it. */
  readonly text: string
  readonly cut: Cut
}

/** A document whose entries were cut apart. */
export type DocumentReading = {
  readonly kind: 'document'
  readonly feed: FeedInfo
  readonly slips: readonly Slip[]
  /** what was repaired or left out, for people */
  readonly warnings: readonly string[]
  /** the end is missing: what stood there is not known */
  readonly isCut?: true
  readonly around: Around
}

/** What came instead of a feed. */
export type Unreadable = {
  readonly kind: 'unreadable'
  readonly code: UnreadableCode
  /** one clean line for a person */
  readonly message: string
  readonly hint?: { readonly feeds: readonly FeedLink[] }
}

export type UnreadableCode =
  | 'empty'
  | 'binary'
  | 'archive'
  | 'encoding'
  | 'html'
  | 'login'
  | 'json'
  | 'soap'
  | 'opml'
  | 'xml'
  | 'text'
  | 'no-items'
  | 'selector'

export type Reading =
  | DocumentReading
  /** a sitemap that lists sitemaps */
  | { readonly kind: 'index'; readonly sitemaps: readonly { readonly url: HttpUrl; readonly updated?: Date }[] }
  | Unreadable
