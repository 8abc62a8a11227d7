/**
 * A fleet of 100,000 sources on a moved clock: the real workers, office, claims, host gates, steps and pace; only the network, the timers
 * and the database are simulated (bench/scale/). Says how far readings lag behind their due time, how hosts were treated, and what the
 * database would have been asked.
 *
 *     node bench/scale.ts [--sources 100000] [--workers 8] [--places 64] [--hours 6] [--json FILE]
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { HostGate } from '../src/fetch/host-gate.ts'
import { sharedGate } from '../src/fetch/shared-gate.ts'
import { work } from '../src/fleet/index.ts'
import { compileTopic, shippedTopic } from '../src/match/index.ts'
import type { Fetch, FetchResult, Store } from '../src/model/index.ts'
import { createPages, createParser, type Desk } from '../src/pipeline/index.ts'
import { openSqliteStore } from '../src/store/index.ts'
import { loadLanguageDetector } from '../src/text/index.ts'
import { memoryFleet } from './scale/memory-fleet.ts'
import { diceOf, simulatedNetwork, simulatedSources } from './scale/network.ts'
import { virtualTime } from './scale/virtual-time.ts'

const { values } = parseArgs({
  options: {
    sources: { type: 'string', default: '100000' },
    workers: { type: 'string', default: '8' },
    places: { type: 'string', default: '64' },
    hours: { type: 'string', default: '6' },
    json: { type: 'string' },
  },
})
const HOUR_MS = 3_600_000
const BEGIN = Date.UTC(2026, 0, 15, 6)
const PER_HOST = 2
const GAP_MS = 250

const hours = Number(values.hours)
const places = Number(values.places)
const dice = diceOf(1)
const sources = simulatedSources(Number(values.sources), dice)
const compiled = compileTopic(shippedTopic('syria'))
if (compiled.kind !== 'topic') throw new Error('the shipped topic does not compile')
const { topic } = compiled
const { store } = await openSqliteStore(':memory:')
const began = process.cpuUsage()
const time = virtualTime()
const clock = { now: () => new Date(BEGIN + time.now()) }
const fleet = memoryFleet()
const network = simulatedNetwork(dice, () => time.now())
const stop = new AbortController()
const dueOf = new Map<string, number>()
let lags: number[] = []
let stored = 0

/** The real SQLite store in memory, with what a database would have been asked beside it. */
const counted: Store = {
  ...store,
  async sourceStates(ids) {
    fleet.count('store.sourceStates', ids?.length ?? sources.length)
    return await store.sourceStates(ids)
  },
  async commit(changes) {
    fleet.count('store.commit', changes.length)
    stored += changes.length
    for (const { state } of changes) dueOf.set(state.sourceId, state.nextDue?.getTime() ?? 0)
    await store.commit(changes)
  },
}

/** One worker with its own host gate, over leases that all share. */
function worker(n: number): Promise<void> {
  const one = fleet.join(`worker-${n}`)
  const gate = sharedGate(new HostGate({ concurrency: places, perHost: PER_HOST, gapMs: GAP_MS }), one.leases)
  const fetch: Fetch = async ({ url, validators, signal }): Promise<FetchResult> => {
    const { host, pathname } = new URL(url)
    const leave = await gate.enter(host, { isStopped: signal?.aborted === true, onStop: () => () => undefined })
    if (leave === undefined) return { kind: 'failed', trouble: 'cancelled', message: 'stopped' }
    const due = dueOf.get(`s${pathname.split('/')[1]}`)
    lags.push(clock.now().getTime() - (due ?? BEGIN))
    try {
      return await network.answer(url, validators !== undefined)
    } finally {
      leave()
    }
  }
  const desk = {
    ...{ fetch, parser: createParser(), pages: createPages(fetch), store: counted, topic, rules: 'simulated', jitter: dice },
    ...{ detector: loadLanguageDetector, log: () => undefined },
  }
  const deskAt = (now: Date, signal: AbortSignal): Desk => ({ ...desk, now, signal })
  const assignment = { ...{ store: counted, sources, places, deskAt, clock }, log: () => undefined }
  return work(one, n === 0 ? { ...assignment, settle: async () => undefined } : assignment, stop.signal)
}

const team = Promise.all(Array.from({ length: Number(values.workers) }, (_, n) => worker(n)))
const rows: object[] = []
for (let hour = 1; hour <= hours; hour++) {
  await time.until(hour * HOUR_MS)
  const sorted = lags.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) / 100) / 10
  const { due, oldest } = fleet.backlog(clock.now())
  const row = {
    ...{ hour, readings: lags.length, 'lag p50 s': at(0.5), 'p95 s': at(0.95), 'p99 s': at(0.99), 'max s': at(1) },
    ...{ due, 'oldest s': oldest === undefined ? 0 : Math.round((clock.now().getTime() - oldest) / 1_000) },
  }
  rows.push(row)
  console.log(JSON.stringify(row))
  lags = []
}
stop.abort()
await time.until(hours * HOUR_MS + 60_000)
await team
time.restore()
const { user, system } = process.cpuUsage(began)
const perReading = Object.fromEntries(
  Object.entries(fleet.load).map(([what, sum]) => [
    what,
    { 'statements a second': round(sum.statements / (hours * 3_600)), 'rows a reading': round(sum.rows / stored) },
  ]),
)
console.table(perReading)
const result = {
  options: values,
  rows,
  treatment: network.treatment,
  load: perReading,
  cpuSeconds: Math.round((user + system) / 1e6),
}
console.log(JSON.stringify(network.treatment))
console.log(`simulated ${hours} h of ${values.workers} workers with ${values.places} places in ${result.cpuSeconds} s of CPU`)
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, undefined, 1)}\n`)
await store.close()

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
