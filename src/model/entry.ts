import type { HttpUrl } from './ids.ts'

export type Person = { readonly name?: string; readonly email?: string; readonly url?: HttpUrl }

export type Enclosure = { readonly url: HttpUrl; readonly type?: string /** bytes, when stated */; readonly length?: number }

/** What a feed says of itself. Texts are plain, addresses absolute; what is not stated is absent. */
export type FeedInfo = {
  /** `rss2.0`, `rss0.91`, `rss1.0`, `atom1.0`, `json1.1`, `cdf`, `listing`, `sitemap`, … */
  readonly format: string
  readonly title?: string
  readonly url?: HttpUrl
  readonly description?: string
  readonly language?: string
  readonly updated?: Date
  readonly rights?: string
  readonly licence?: HttpUrl
  readonly generator?: string
  readonly image?: HttpUrl
  readonly authors: readonly Person[]
  readonly categories: readonly string[]
  readonly pace?: FeedPace
}

/** What a feed asks of those who poll it: RSS ttl, skipHours, skipDays; RSS 1.0 syndication module. */
export type FeedPace = {
  readonly ttlMinutes?: number
  /** hours of the day, GMT, 0 to 23 */
  readonly skipHours?: readonly number[]
  /** days of the week, GMT, 0 = Sunday */
  readonly skipDays?: readonly number[]
  readonly updateEveryMs?: number
}

/** What a source offers, as read, before anyone judged it. */
export type Entry = {
  /** guid, atom:id, rdf:about or JSON id, exactly as stated */
  readonly id?: string
  readonly url?: HttpUrl
  /** plain text: no markup, no entities, no control or direction characters */
  readonly title?: string
  /** sanitised HTML with absolute links */
  readonly summary?: string
  /** sanitised HTML with absolute links */
  readonly content?: string
  readonly authors: readonly Person[]
  readonly published?: Date
  readonly updated?: Date
  readonly language?: string
  readonly categories: readonly string[]
  /** RSS `<source url>`, atom:source, dc:source: where the feed itself says that the entry comes from */
  readonly source?: { readonly title?: string; readonly url?: HttpUrl }
  readonly rights?: string
  readonly licence?: HttpUrl
  readonly enclosures: readonly Enclosure[]
  readonly image?: HttpUrl
  /** media:credit and its like: whose picture it is */
  readonly imageCredit?: readonly string[]
}
