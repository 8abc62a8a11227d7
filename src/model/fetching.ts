import type { HttpUrl } from './ids.ts'

/** A server's marks of a version, opaque, byte for byte (RFC 9110 8.8). Both come from the same response. */
export type Validators = { readonly etag?: string; readonly lastModified?: string }

export type FetchRequest = {
  readonly url: HttpUrl
  /** `article` asks robots.txt first; a feed is published to be fetched */
  readonly purpose: 'feed' | 'article' | 'discovery' | 'hub'
  readonly validators?: Validators
  /** sent as a form (POST, application/x-www-form-urlencoded): the ping of a hub */
  readonly form?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Why nothing could be read. Closed, so that words for people live in one place. */
export type FetchTrouble =
  | 'dns'
  | 'refused'
  | 'reset'
  | 'unreachable'
  | 'timeout'
  | 'tls'
  | 'private-address'
  | 'bad-address'
  | 'redirects'
  | 'bad-redirect'
  | 'http-status'
  | 'gone'
  | 'rate-limited'
  | 'too-large'
  | 'truncated'
  | 'bad-encoding'
  | 'malformed'
  | 'empty'
  | 'robots'
  | 'cancelled'

/** What a response says of how long it stays fresh. */
export type Freshness = { readonly maxAgeMs?: number; readonly expires?: Date }

/** Response headers that later steps read. */
export type PageHeaders = {
  readonly contentType?: string
  readonly contentLanguage?: string
  readonly contentLocation?: string
  readonly xRobotsTag?: string
  readonly tdmReservation?: string
  readonly link?: string
}

/** What a site's robots.txt says of its pages beside which may be read: `License:` (RSL 1.0) and `Content-Signal:` (contentsignals.org). */
export type SiteTerms = {
  /** where the licence stands, an RSL document as a rule */
  readonly licence?: HttpUrl
  /** some use is reserved */
  readonly reserved: boolean
  /** no results of searches with excerpts: `search=no` */
  readonly noExcerpt: boolean
}

export type FetchResult =
  | {
      readonly kind: 'ok'
      /** where the body was read, after redirects: the base of relative links */
      readonly url: HttpUrl
      readonly status: number
      /** decompressed */
      readonly bytes: Uint8Array
      readonly wireBytes: number
      readonly headers: PageHeaders
      readonly validators: Validators
      readonly freshness: Freshness
      /** where an unbroken chain of 301 and 308 led, when it did */
      readonly movedTo?: HttpUrl
      /** what the robots.txt of its site says, where that was read and says anything */
      readonly terms?: SiteTerms
    }
  | { readonly kind: 'not-modified'; readonly validators: Validators; readonly freshness: Freshness; readonly movedTo?: HttpUrl }
  | {
      readonly kind: 'failed'
      readonly trouble: FetchTrouble
      /** one clean line for a person */
      readonly message: string
      readonly status?: number
      /** not before this moment: Retry-After, capped */
      readonly retryAt?: Date
      /** no request was sent: others at its host were refused, and it concerns this one as well */
      readonly isUnasked?: true
    }
