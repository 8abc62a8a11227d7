import { createFetch, type Fetching, type FetchOptions } from '../../src/fetch/index.ts'
import type { FetchResult, HttpUrl, Validators } from '../../src/model/index.ts'
import { httpUrl } from '../../src/text/index.ts'

/** A fetch whose limits a test can reach soon; each option may be replaced. */
export function openFetch(options: Partial<FetchOptions> & Pick<FetchOptions, 'allowPrivate'>): Fetching & AsyncDisposable {
  const fetching = createFetch({
    timeoutMs: 1_000,
    maxBytes: 1_000_000,
    maxWireBytes: 500_000,
    concurrency: 16,
    perHost: 2,
    gapMs: 0,
    userAgent: 'kaynak/0 (+https://kaynak.example/)',
    clock: { now: () => new Date('2026-11-23T12:00:00Z') },
    log: () => undefined,
    ...options,
  })
  return { ...fetching, [Symbol.asyncDispose]: fetching.close }
}

type Asked = {
  readonly allowPrivate?: readonly string[]
  readonly validators?: Validators
  readonly options?: Partial<FetchOptions>
}

/** Fetches one feed and closes everything again. */
export async function fetchOnce(
  address: string,
  { validators, options = {}, allowPrivate = ['127.0.0.0/8'] }: Asked = {},
): Promise<FetchResult> {
  await using fetching = openFetch({ allowPrivate, ...options })
  return await fetching.fetch({ url: urlOf(address), purpose: 'feed', ...(validators === undefined ? {} : { validators }) })
}

/** An address that a test writes itself. */
export function urlOf(address: string): HttpUrl {
  const url = httpUrl(address)
  if (url === undefined) throw new TypeError(`expected an http address, got ${address}`)
  return url
}

/** The body of a document as text; the failure's message otherwise, so that a test shows it. */
export function textOf(result: FetchResult): string {
  if (result.kind === 'failed') return `${result.trouble}: ${result.message}`
  return result.kind === 'ok' ? Buffer.from(result.bytes).toString('utf8') : result.kind
}
