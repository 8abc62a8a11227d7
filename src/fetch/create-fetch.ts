import {
  type Clock,
  type Fetch,
  type FetchRequest,
  type FetchResult,
  type HttpUrl,
  KaynakError,
  type Log,
} from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
import { Deadline } from './deadline.ts'
import { failed } from './failed.ts'
import { follow, type Journey } from './follow.ts'
import { HostGate } from './host-gate.ts'
import { type Lookup, systemLookup } from './lookup.ts'
import { openingsOf } from './openings.ts'
import { hasDocument, outcome } from './outcome.ts'
import { proxiesOf } from './proxy.ts'
import { Refusals } from './refusals.ts'
import { sendable } from './request-headers.ts'
import { Robots } from './robots.ts'
import { getRobots } from './robots-file.ts'
import { type HostLeases, sharedGate } from './shared-gate.ts'

export type FetchOptions = {
  /** for one document, redirects and body included; waiting for our own turn does not count */
  readonly timeoutMs: number
  /** unpacked */
  readonly maxBytes: number
  readonly maxWireBytes: number
  /** requests at once, in all */
  readonly concurrency: number
  /** requests at once to one host and port */
  readonly perHost: number
  /** between two starts at one host and port */
  readonly gapMs: number
  /** `HOST:PORT` or `CIDR[:PORT]`, see `parseAllowance` */
  readonly allowPrivate: readonly string[]
  readonly userAgent: string
  readonly clock: Clock
  readonly log: Log
  /** where proxies are named; none are used without it */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** 5 unless said otherwise */
  readonly maxRedirects?: number
  /** where processes agree on who talks to a host; without it this one is alone */
  readonly leases?: HostLeases
  /** how names become addresses; the system's way unless said otherwise. What it answers is checked all the same */
  readonly lookup?: Lookup
}

/** A `Fetch` and what ends it: `close` cancels what is under way, and every socket is destroyed when it resolves. */
export type Fetching = { readonly fetch: Fetch; readonly close: () => Promise<void> }

const MAX_REDIRECTS = 5
/** Bodies beyond a megabyte that are read at once: with 5 MB on the wire each, what all fetches hold stays bounded. */
const LARGE_BODIES = 4

/**
 * Makes the one way to the network: polite, bounded and closed to private addresses.
 * @throws KaynakError CONFIG_INVALID for an allowance, a proxy or a user agent that cannot be read
 */
export function createFetch(options: FetchOptions): Fetching {
  const { timeoutMs, maxBytes, clock, log, userAgent } = options
  if (!/^[\x20-\x7e]+$/.test(userAgent)) throw new KaynakError('CONFIG_INVALID', 'userAgent: expected one line of ASCII')
  const underWay = new Map<Deadline, Promise<unknown>>()
  const common = {
    road: {
      openings: openingsOf(options.allowPrivate),
      lookup: options.lookup ?? systemLookup,
      proxies: proxiesOf(options.env ?? {}),
    },
    gate: options.leases === undefined ? new HostGate(options) : sharedGate(new HostGate(options), options.leases),
    refusals: new Refusals(clock),
    largeBodies: new HostGate({ concurrency: LARGE_BODIES, perHost: LARGE_BODIES, gapMs: 0 }),
    maxRedirects: options.maxRedirects ?? MAX_REDIRECTS,
    userAgent,
    log,
  }
  let isClosed = false

  /** Gives a journey its deadline, and keeps it where `close` finds it. */
  const travel = async <Result>(
    signal: AbortSignal | undefined,
    go: (deadline: Deadline) => Promise<Result>,
  ): Promise<Result> => {
    const deadline = new Deadline(timeoutMs, signal)
    if (isClosed) deadline.cancel()
    const result = go(deadline)
    underWay.set(deadline, result)
    try {
      return await result
    } finally {
      underWay.delete(deadline)
      deadline.close()
    }
  }
  const robots = new Robots((url) => travel(undefined, (deadline) => getRobots({ ...common, start: url, deadline })), clock)

  const fetch = (request: FetchRequest): Promise<FetchResult> =>
    travel(request.signal, async (deadline) => {
      const start = documentUrl(request.url)
      if (start === undefined) return failed('bad-address', 'its address is no http or https address')
      const validators = sendable(request.validators)
      const journey: Journey = {
        ...common,
        start,
        deadline,
        validators,
        purpose: request.purpose,
        ...(request.form === undefined ? {} : { form: new URLSearchParams(request.form).toString() }),
        maxWireBytes: options.maxWireBytes,
        isCutAllowed: false,
        hasDocument,
        ...(request.purpose === 'article' ? { permit: (url: HttpUrl) => robots.permission(url) } : {}),
      }
      const arrival = await follow(journey)
      return arrival.kind === 'failed'
        ? arrival
        : outcome(arrival, { purpose: request.purpose, sent: validators, maxBytes, clock })
    })

  const close = async (): Promise<void> => {
    isClosed = true
    const results = [...underWay.values()]
    for (const deadline of underWay.keys()) deadline.cancel()
    await Promise.allSettled(results)
  }
  return { fetch, close }
}

/** Checked again although the type promises it: whatever is fetched passes here. */
function documentUrl(url: HttpUrl): HttpUrl | undefined {
  const hash = url.indexOf('#')
  return httpUrl(hash === -1 ? url : url.slice(0, hash))
}
