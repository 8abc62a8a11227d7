import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
// past the door, which loads nothing until a command is named
import { livingConfig } from '../../src/cli/living-config.ts'
import { passMetrics } from '../../src/cli/pass-metrics.ts'
import { watchRounds } from '../../src/cli/watch-rounds.ts'
import type { PassReport } from '../../src/pipeline/index.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { type SiteCounts, soakSite } from './soak-site.ts'

const DAY_MS = 86_400_000
const START = new Date('2026-10-01T00:00:00Z')

export type Soaked = {
  readonly site: SiteCounts
  /** `name{label}` -> value, as `/metrics` would tell them */
  readonly metrics: ReadonlyMap<string, number>
  readonly reports: number
  /** readings of sources that the passes reported, and how they ended */
  readonly readings: Readonly<Record<'read' | 'unchanged' | 'failed', number>>
  /** passes that began while another was at work */
  readonly overlaps: number
  /** turns that came up while a pass was at work, by our own count */
  readonly turnsLetGo: number
  /** passes that were asked for while one was at work */
  readonly errands: number
  readonly items: number
  /** identities kept, by source and guid */
  readonly kept: ReadonlySet<string>
  /** heap in bytes at the end of each day, after a collection */
  readonly heap: readonly number[]
  readonly events: ReadonlyMap<string, number>
  readonly failing: ReadonlyMap<number, number>
}

/**
 * The daemon's own machinery (its configuration, its rounds, its passes, its metrics) through days of its own clock, over 60 feeds on loopback
 * several of which fail and recover, while its list is changed, damaged and mended.
 */
export async function soak({
  days,
  everyMs,
  sources = 60,
}: {
  readonly days: number
  readonly everyMs: number
  readonly sources?: number
}): Promise<Soaked> {
  const folder = mkdtempSync(join(tmpdir(), 'kaynak-soak-'))
  let now = START
  const site = await soakSite(() => now, START)
  const events = new Map<string, number>()
  const failing = new Map<number, number>()
  const readings = { read: 0, unchanged: 0, failed: 0 }
  const metrics = passMetrics()
  const stop = new AbortController()
  let [isAtWork, overlaps, reports, turnsLetGo, errands] = [false, 0, 0, 0, 0]
  const list = (count: number): string => listOf(count, site.origin, site.host)
  const file = join(folder, 'feeds.json')
  writeFileSync(file, list(sources))
  const sink = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })
  const io = { argv: [], env: {}, stdin: Readable.from([]), stdout: sink(), stderr: sink(), cwd: () => folder }
  const log = (_level: string, event: string): void => void events.set(event, (events.get(event) ?? 0) + 1)
  const heap: number[] = []
  try {
    const living = await livingConfig('feeds.json', { io, log })
    const rounds = watchRounds({
      ...{ output: 'output', state: 'state.db', io, log, metrics, living, signal: stop.signal },
      now() {
        if (isAtWork) overlaps += 1
        isAtWork = true
        return now
      },
      onEnded(report: PassReport) {
        isAtWork = false
        reports += 1
        for (const name of ['read', 'unchanged', 'failed'] as const) readings[name] += report.pass[name]
        const day = Math.floor((now.getTime() - START.getTime()) / DAY_MS)
        failing.set(day, (failing.get(day) ?? 0) + report.pass.failed)
      },
    })
    const collect = collector()
    const steps = Math.round((days * DAY_MS) / everyMs)
    for (let step = 0; step < steps; step += 1) {
      now = new Date(START.getTime() + step * everyMs)
      const day = (now.getTime() - START.getTime()) / DAY_MS
      if (day === 12) writeFileSync(file, list(sources + 1))
      if (day === 14) writeFileSync(file, `${list(sources)}{`)
      if (day === 15) writeFileSync(file, list(sources))
      const turn = rounds.turn()
      if (step % 10 === 3) {
        await rounds.turn() // the next time of the schedule comes while the pass is at work
        turnsLetGo += 1
      }
      if (step % 25 === 7) {
        rounds.soon('due')
        errands += 1
      }
      await turn
      if (Number.isInteger((day * DAY_MS + everyMs) / DAY_MS)) heap.push(collect())
    }
    await rounds.settled()
    const { store } = await openSqliteStore(join(folder, 'state.db'))
    const { items } = await store.counts()
    const kept = new Set<string>()
    for (const { lead, copies } of await store.stories({ limit: 100_000, since: new Date(0) }))
      for (const { carrier, identities } of [lead, ...copies])
        for (const name of identities)
          if (name.startsWith('guid:')) kept.add(`${carrier.sourceId.slice('outlet-'.length)} ${name.slice(5)}`)
    await store.close()
    const told = new Map(
      metrics
        .read()
        .flatMap(({ name, samples }) =>
          samples.map(({ labels = {}, value }) => [[name, ...Object.values(labels)].join(' '), value] as const),
        ),
    )
    return {
      site: site.counts(),
      metrics: told,
      reports,
      readings,
      overlaps,
      turnsLetGo,
      errands,
      items,
      kept,
      heap,
      events,
      failing,
    }
  } finally {
    await site.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function listOf(count: number, origin: string, host: string): string {
  const sources = Array.from({ length: count }, (_, at) => ({
    id: `outlet-${at}`,
    name: `Outlet ${at}`,
    url: `${origin}/feed/${at}.xml`,
    language: 'en',
    article: 'never',
    every: at % 4 === 0 ? '3h' : '1h',
  }))
  return JSON.stringify({
    title: 'Soak',
    schedule: '0 */3 * * *',
    fetch: { perHost: 64, gapMs: 0, allowPrivate: [host] },
    sources,
  })
}

/** The heap after everything that can be collected was. */
function collector(): () => number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  return () => {
    if (typeof collect === 'function') collect()
    return process.memoryUsage().heapUsed
  }
}
