import { type Clock, type FetchResult, present, type Validators } from '../model/index.ts'
import { decoded } from './content-coding.ts'
import { type Failed, failed, statusWords } from './failed.ts'
import type { Arrival } from './follow.ts'
import { freshness } from './freshness.ts'
import type { Purpose } from './request-headers.ts'
import { pageHeaders, validatorsOf } from './response-headers.ts'
import { retryAfter } from './retry-after.ts'
import { endsLikeDocument, isBlank } from './wholeness.ts'

type Asked = { readonly purpose: Purpose; readonly sent: Validators; readonly maxBytes: number; readonly clock: Clock }

/** Whether a status promises a document: 200 and 203. The body of any other is not read, whatever it looks like. */
export function hasDocument(status: number): boolean {
  return status === 200 || status === 203
}

/** What an answer amounts to: a document, nothing new, or a reason in words. */
export async function outcome(arrival: Arrival, asked: Asked): Promise<FetchResult> {
  const { status } = arrival
  if (asked.purpose === 'hub' && status >= 200 && status < 300) return accepted(arrival, asked)
  if (hasDocument(status)) return document(arrival, asked)
  if (status === 304) return notModified(arrival, asked)
  return refusal(arrival, asked)
}

async function document(arrival: Arrival, { maxBytes, clock }: Asked): Promise<FetchResult> {
  const { status, headers, url, movedTo, terms } = arrival
  const wire = arrival.body?.bytes ?? new Uint8Array()
  const body = await decoded(wire, headers['content-encoding'], maxBytes)
  if (body.kind === 'failed') return failed(body.trouble, body.message, { status })
  const { bytes } = body
  if (isBlank(bytes)) return failed('empty', 'its body is empty', { status })
  if (arrival.hasSurplus && bytes === wire && !endsLikeDocument(bytes))
    return failed('truncated', 'its body is longer than it says, and the end is missing', { status })
  const now = clock.now()
  return present({
    kind: 'ok' as const,
    url,
    status,
    bytes,
    wireBytes: wire.length,
    headers: pageHeaders(headers),
    validators: validatorsOf(headers),
    freshness: freshness(headers, now),
    movedTo,
    terms,
  })
}

/** A 304 renews what it sent and leaves the rest as it was (RFC 9111 4.3.4). */
function notModified({ headers, movedTo }: Arrival, { sent, clock }: Asked): FetchResult {
  if (Object.keys(sent).length === 0)
    return failed('http-status', 'it answered 304 Not Modified although nothing was known of it', { status: 304 })
  const validators = { ...sent, ...validatorsOf(headers) }
  return present({ kind: 'not-modified' as const, validators, freshness: freshness(headers, clock.now()), movedTo })
}

/** A hub answers a ping with any 2xx, most often without a body (WebSub 7). */
function accepted({ headers, url, status, movedTo }: Arrival, { clock }: Asked): FetchResult {
  const bytes = new Uint8Array()
  const rest = { headers: pageHeaders(headers), validators: {}, freshness: freshness(headers, clock.now()) }
  return present({ kind: 'ok' as const, url, status, bytes, wireBytes: 0, ...rest, movedTo })
}

function refusal({ status, headers }: Arrival, { clock }: Asked): Failed {
  const words = `it answered ${statusWords(status)}`
  if (status === 410) return failed('gone', words, { status })
  const pause = status >= 400 ? retryAfter(headers['retry-after'], clock.now()) : { kind: 'none' as const }
  const retryAt = pause.kind === 'until' ? pause.at : undefined
  return failed(status === 429 || status === 503 ? 'rate-limited' : 'http-status', words, { status, retryAt })
}
