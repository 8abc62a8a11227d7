import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fetching } from '../../src/fetch/index.ts'
import type { FetchResult, Validators } from '../../src/model/index.ts'
import { openFetch, urlOf } from '../helpers/open-fetch.ts'
import { allCases } from '../hostile/all-cases.ts'
import type { HostileCase } from '../hostile/case.ts'
import { openRig, type Rig } from '../hostile/rig.ts'

const PASSES = 3
const PASS_MS = 2 * 3_600_000 // apart, by the clock that the fetches are given

let rig: Rig
let fetching: Fetching
let now = new Date('2026-11-24T12:00:00Z').getTime()
/** what fetching came to, pass by pass */
const results = new Map<string, FetchResult[]>(allCases.map(({ name }) => [name, []]))
/** the longest that a good source waited, of all passes */
let longestGoodMs = 0

beforeAll(async () => {
  rig = await openRig()
  fetching = openFetch({
    allowPrivate: rig.allowPrivate,
    clock: { now: () => new Date(now) },
    timeoutMs: 5_000, // an endless body must reach its limit before it, also on a busy machine
    maxBytes: 10_000_000,
    maxWireBytes: 5_000_000,
    concurrency: 64,
    perHost: 2,
  })
  for (let pass = 1; pass <= PASSES; pass += 1) {
    await Promise.all(allCases.map(fetchCase))
    now += PASS_MS
  }
}, 120_000)

afterAll(async () => {
  await fetching.close()
  await rig[Symbol.asyncDispose]()
})

async function fetchCase({ name, class: kind, isPage = false }: HostileCase): Promise<void> {
  const before = results.get(name) ?? []
  const start = performance.now()
  const validators = lastValidators(before)
  const request = { url: urlOf(rig.addressOf(name)), purpose: isPage ? ('article' as const) : ('feed' as const) }
  before.push(await fetching.fetch(validators === undefined ? request : { ...request, validators }))
  if (kind === 'good') longestGoodMs = Math.max(longestGoodMs, performance.now() - start)
}

/** As a pass keeps them: those of the last document, renewed by each answer that is not an error. */
function lastValidators(past: readonly FetchResult[]): Validators | undefined {
  return past.findLast((result) => result.kind !== 'failed')?.validators
}

describe('three passes of fetching over a hostile web', () => {
  it('meet at least 120 named cases', () => {
    expect(new Set(allCases.map(({ name }) => name)).size).toBe(allCases.length)
    expect(allCases.length).toBeGreaterThanOrEqual(120)
  })

  it.each(allCases)('come to what they should: $class, $name', ({ name, fetched }) => {
    const outcomes = (results.get(name) ?? []).map((result) => (result.kind === 'failed' ? result.trouble : result.kind))
    expect(outcomes).toEqual(Array.from({ length: PASSES }, (_, at) => fetched[at] ?? fetched.at(-1)))
  })

  it('word each trouble in one clean line', () => {
    for (const result of [...results.values()].flat()) {
      if (result.kind === 'failed') expect(result.message).toMatch(/^[ -~]{10,160}$/)
    }
  })

  it('never connect to a place that is not allowed', async () => {
    expect(await rig.innerConnections()).toBe(0)
  })

  it('close every socket', async () => {
    expect(await rig.settled()).toEqual([])
  })

  it('are at most two at once at a host that many sources share', async () => {
    expect((await rig.logOf('one-of-eight-on-a-host-1')).peak).toBe(2)
  })

  it('send no cookie, no referrer and no word too many', async () => {
    const known = ['host', 'user-agent', 'accept', 'accept-encoding', 'if-none-match', 'if-modified-since', 'connection']
    for (const { name } of allCases) expect(known).toEqual(expect.arrayContaining([...(await rig.logOf(name)).fields]))
  })

  it('keep no good source waiting for a bad one', () => {
    expect(longestGoodMs).toBeLessThan(30_000)
  })
})
