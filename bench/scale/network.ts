import { type FetchResult, isSourceId, type Source } from '../../src/model/index.ts'
import { httpUrl } from '../../src/text/index.ts'

/** The same numbers from 0 up to 1 for the same seed (mulberry32). */
export function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Every 40th source lives at one of a few large hosts; the others share theirs with one or two. */
const LARGE_HOSTS = 10
const LARGE_SHARE = 40
const PER_SMALL_HOST = 1.5

/** So many sources, read hourly, half-hourly and every six hours. */
export function simulatedSources(count: number, dice: () => number): readonly Source[] {
  return Array.from({ length: count }, (_, n) => {
    const host =
      n % LARGE_SHARE === 0
        ? `large-${n % (LARGE_SHARE * LARGE_HOSTS)}.example`
        : `outlet-${Math.floor(n / PER_SMALL_HOST)}.example`
    const url = httpUrl(`https://${host}/${n}/feed.xml`)
    const id = `s${n}`
    if (url === undefined || !isSourceId(id)) throw new Error('a source without an address')
    const roll = dice()
    return {
      ...{ id, url, name: id, kind: 'feed', republish: 'excerpt', excerptWords: 60, article: 'never', relevance: 'topic' },
      everyMs: (roll < 0.7 ? 60 : roll < 0.85 ? 30 : 360) * 60_000,
      enabled: true,
    } as const
  })
}

/** What servers did, and how they were treated. */
export type Treatment = {
  requests: number
  notModified: number
  failed: number
  /** most requests at one host at a time */
  mostAtOnce: number
  /** shortest time between two starts at one host */
  shortestGapMs: number
}

export type SimulatedNetwork = {
  readonly treatment: Treatment
  readonly answer: (url: string, isConditional: boolean) => Promise<FetchResult>
}

type Host = { active: number; lastStart: number }

/** Of servers: 60 % know validators, 5 % of documents differ from the last time, 3 % of hosts are dead and 1 % of answers are trouble. */
export function simulatedNetwork(dice: () => number, now: () => number): SimulatedNetwork {
  const hosts = new Map<string, Host>()
  const editions = new Map<string, number>()
  const treatment: Treatment = { requests: 0, notModified: 0, failed: 0, mostAtOnce: 0, shortestGapMs: Number.POSITIVE_INFINITY }

  async function answer(url: string, isConditional: boolean): Promise<FetchResult> {
    const { host } = new URL(url)
    const there = hosts.get(host) ?? { active: 0, lastStart: Number.NEGATIVE_INFINITY }
    hosts.set(host, there)
    treatment.requests += 1
    treatment.shortestGapMs = Math.min(treatment.shortestGapMs, now() - there.lastStart)
    there.lastStart = now()
    there.active += 1
    treatment.mostAtOnce = Math.max(treatment.mostAtOnce, there.active)
    const isDead = !host.startsWith('large') && hashOf(host) % 100 < 3
    const isSlow = isDead || dice() < 0.01
    // half of all answers within 200 ms, one in a hundred after 3 s; the dead answer nothing for 20 s
    const latencyMs = isSlow ? 20_000 : 200 * Math.exp(1.16 * gauss(dice))
    await new Promise<void>((resolve) => void setTimeout(resolve, Math.min(20_000, latencyMs)))
    there.active -= 1
    if (isSlow) {
      treatment.failed += 1
      return { kind: 'failed', trouble: 'timeout', message: 'it did not answer in time' }
    }
    const isNew = !editions.has(url) || dice() < 0.05
    const edition = (editions.get(url) ?? 0) + (isNew ? 1 : 0)
    editions.set(url, edition)
    const validators = hashOf(url) % 100 < 60 ? { etag: `"${edition}"` } : {}
    if (!isNew && isConditional && 'etag' in validators) {
      treatment.notModified += 1
      return { kind: 'not-modified', validators, freshness: {} }
    }
    const bytes = documentOf(url, edition)
    const address = httpUrl(url)
    if (address === undefined) return { kind: 'failed', trouble: 'bad-address', message: url }
    return { kind: 'ok', url: address, status: 200, bytes, wireBytes: bytes.length, headers: {}, validators, freshness: {} }
  }

  return { treatment, answer }
}

function documentOf(url: string, edition: number): Uint8Array {
  return Buffer.from(
    `<rss version="2.0"><channel><title>News</title><link>${url}</link><item><title>Report ${edition}</title><link>${url}?${edition}</link><description>A bridge was opened.</description></item></channel></rss>`,
  )
}

function hashOf(text: string): number {
  let hash = 7
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0
  return hash
}

function gauss(dice: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice())
}
