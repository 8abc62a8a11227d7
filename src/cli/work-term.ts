import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { joinFleet, type Place, work } from '../fleet/index.ts'
import type { Fetch, Item, Log, Store } from '../model/index.ts'
import { createPages, type Desk, settleNews } from '../pipeline/index.ts'
import { checkWritable } from '../publish/index.ts'
import { watchFiles } from '../schedule/index.ts'
import type { Io } from './io.ts'
import type { LivingConfig } from './living-config.ts'
import { type CommonOptions, nowOf } from './options.ts'
import { recoverForFleet } from './recover-for-fleet.ts'
import { version } from './version.ts'
import { wire } from './wire.ts'

export type Term = {
  readonly place: Place
  /** hosts at a time; absent = what the configuration says */
  readonly places: number | undefined
  readonly publishes: boolean
  readonly living: LivingConfig
  readonly store: Store
  readonly io: Io
  readonly log: Log
  readonly signal: AbortSignal
}

/** How often the files that a worker works by are looked at. */
const LOOK_MS = 1_000

/**
 * Works with one configuration: until the signal is set off, or the files it was read from have changed. Who works for a fleet leaves it
 * and joins anew with another list, so that no claim is worked on by half of each.
 */
export async function workTerm(options: CommonOptions, term: Term): Promise<void> {
  const { place, publishes, living, store, io, log, signal } = term
  const before = living.inForce()
  const { loaded, topic } = before
  const { config } = loaded
  const output = resolve(io.cwd(), options.output)
  if (publishes) {
    await checkWritable(output)
    await recoverForFleet({ config, output, now: nowOf(options) }, { store, log, signal })
  }
  const places = term.places ?? config.fetch.concurrency
  const mark = createHash('sha256')
    .update(`${JSON.stringify(config)}\n${topic.text}`)
    .digest('base64url')
    .slice(0, 8)
  const changed = new AbortController()
  const files = watchFiles({
    paths: living.paths,
    everyMs: LOOK_MS,
    async onChange() {
      if ((await living.reread()) !== before) changed.abort()
    },
  })
  const fleet = await joinFleet(place, { name: `${hostname()}:${process.pid}`, version: version(), mark, places }, log)
  const clock = { now: () => nowOf(options) }
  const wired = wire({ config, topic, store, now: clock.now(), clock, log, io, leases: fleet.leases })

  async function settle(restored: readonly Item[], desk: Desk): Promise<void> {
    const { written, stories, copies, withdrawn } = await settleNews({ config, output, restored }, desk)
    log('info', 'fleet.published', { stories, written: written.length, copies, withdrawn })
  }

  try {
    log('info', 'fleet.joined', { worker: fleet.id, sources: config.sources.length, places, publishes })
    const assignment = {
      ...{ store, places, clock, log },
      sources: config.sources.filter(({ enabled }) => enabled),
      deskAt: (now: Date, stop: AbortSignal) => deskAt(wired.desk, now, stop),
    }
    await work(fleet, publishes ? { ...assignment, settle } : assignment, AbortSignal.any([signal, changed.signal]))
  } finally {
    files.stop()
    await fleet.leave()
    await wired.close()
    log('info', 'fleet.left')
  }
}

/** Pages are kept at hand for the sources of one claim only: a worker stays for months. */
function deskAt(desk: Desk, now: Date, signal: AbortSignal): Desk {
  const fetch: Fetch = (wanted) => desk.fetch({ ...wanted, signal })
  return { ...desk, now, signal, fetch, pages: createPages(fetch) }
}
