import type { Enclosure, Person } from './entry.ts'
import type { HttpUrl } from './ids.ts'

/** What may be done with a page's text, read from its headers and its head; the strictest wins. */
export type Rights = {
  /** text and data mining is reserved: TDMRep `tdm-reservation: 1`, robots noai, a Content-Signal or an RSL licence */
  readonly reserved: boolean
  /** robots noarchive, nosnippet, max-snippet:0 or unavailable_after, or terms of the site: the text may not be shown, not even in part */
  readonly noExcerpt: boolean
  /** robots max-snippet:N, in characters */
  readonly maxExcerptChars?: number
  readonly licence?: HttpUrl
}

/** The article found on a page. */
export type Article = {
  readonly kind: 'article' | 'live-blog' | 'gallery' | 'paywall-stub' | 'consent-wall' | 'none'
  readonly title?: string
  /** one paragraph a line, plain */
  readonly text: string
  /** the text without what the page keeps out of excerpts (`data-nosnippet`); absent where it keeps nothing out */
  readonly snippet?: string
  /** sanitised HTML with absolute links */
  readonly html: string
  readonly authors: readonly Person[]
  readonly published?: Date
  readonly updated?: Date
  readonly language?: string
  readonly siteName?: string
  readonly section?: string
  /** only when it lies on the page's own registrable domain */
  readonly canonicalUrl?: HttpUrl
  readonly image?: Enclosure & { readonly credit?: string }
  readonly licence?: string
  /** the text ends before the article does, or its lines are interleaved */
  readonly truncated: boolean
  readonly rights: Rights
  /** an RSL document whose terms hold as well, still to be read */
  readonly rsl?: HttpUrl
  /** what the credit needs and cleaning would drop: the page's first and last lines, bylines and captions, as text */
  readonly raw: { readonly lead: string; readonly tail: string; readonly head: string }
}
