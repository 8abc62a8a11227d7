import type { FetchRequest, Validators } from '../model/index.ts'

/** What a document is wanted for; robots.txt is asked for by this room alone. */
export type Purpose = FetchRequest['purpose'] | 'robots'

const ACCEPT: Readonly<Record<Purpose, string>> = {
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1',
  article: 'text/html, application/xhtml+xml, application/xml;q=0.8, */*;q=0.1',
  discovery: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5',
  hub: '*/*',
  robots: 'text/plain, */*;q=0.1',
}
const MAX_VALIDATOR = 2_048

type Asked = {
  readonly url: URL
  readonly purpose: Purpose
  readonly userAgent: string
  readonly validators: Validators
  /** an encoded form */
  readonly form?: string
}

/**
 * The header fields of a request, as name and value in turn. Nothing identifies the reader beyond its name: no cookie, no referrer.
 * Validators go back byte for byte (RFC 9110 8.8): node:http reads and writes fields as latin1.
 */
export function requestHeaders({ url, purpose, userAgent, validators, form }: Asked): readonly string[] {
  const { etag, lastModified } = validators
  return [
    ...['Host', url.host, 'User-Agent', userAgent, 'Accept', ACCEPT[purpose], 'Accept-Encoding', 'gzip, deflate, br, zstd'],
    ...(etag === undefined ? [] : ['If-None-Match', etag]),
    ...(lastModified === undefined ? [] : ['If-Modified-Since', lastModified]),
    ...(form === undefined ? [] : ['Content-Type', 'application/x-www-form-urlencoded', 'Content-Length', String(form.length)]),
    ...['Connection', 'close'],
  ]
}

/** The validators that can be sent: what holds bytes that no header field may hold, or is absurdly long, is left out. */
export function sendable(validators: Validators | undefined): Validators {
  const { etag, lastModified } = validators ?? {}
  return { ...(isSendable(etag) ? { etag } : {}), ...(isSendable(lastModified) ? { lastModified } : {}) }
}

function isSendable(value: string | undefined): value is string {
  return value !== undefined && value.length <= MAX_VALIDATOR && /^[\t\x20-\x7e\x80-\xff]+$/.test(value)
}
