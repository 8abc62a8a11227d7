import { type FetchResult, type FetchTrouble, present } from '../model/index.ts'
import { STATUS_CODES } from './node-http.ts'

/** The half of a FetchResult that says why nothing could be read. */
export type Failed = Extract<FetchResult, { readonly kind: 'failed' }>

type Details = { readonly status?: number; readonly retryAt?: Date | undefined; readonly isUnasked?: true }

/**
 * Words a failure. The message is ours, never a server's: callers put in numbers, addresses that a URL or an IP parser
 * wrote, and fixed words, so that it is one line without control characters.
 */
export function failed(trouble: FetchTrouble, message: string, details: Details = {}): Failed {
  return present({
    kind: 'failed' as const,
    trouble,
    message,
    status: details.status,
    retryAt: details.retryAt,
    isUnasked: details.isUnasked,
  })
}

/** A status code with the registry's phrase (`404 Not Found`); the server's own phrase is foreign text and is not repeated. */
export function statusWords(status: number): string {
  const phrase = STATUS_CODES[status]
  return phrase === undefined ? `${status}` : `${status} ${phrase}`
}

/** A size for people: `10 MB`, `500 KB`, `12 bytes`; decimal units. */
export function sizeWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${Math.round(bytes / 100_000) / 10} MB`
  return bytes >= 1_000 ? `${Math.round(bytes / 100) / 10} KB` : `${bytes} bytes`
}
