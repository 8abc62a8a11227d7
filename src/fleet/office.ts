import type { Clock, Item, Lock, Log, Source, SourceId, SourceState, Store } from '../model/index.ts'
import { dueMoment } from '../pipeline/index.ts'
import type { Fleet } from './join-fleet.ts'

/** What the elected worker does for all of them. */
export type Office = {
  /** one look at what is to be done; plans at once, publishes in the background */
  readonly tick: () => Promise<void>
  readonly isHeld: () => boolean
  /** resolves when nothing is being published */
  readonly settled: () => Promise<void>
}

export type OfficeParts = {
  readonly fleet: Fleet
  readonly store: Store
  readonly sources: readonly Source[]
  /** places and publishes under the store's lock; set off is the signal when that or the office is lost */
  readonly settle: (restored: readonly Item[], lock: Lock, signal: AbortSignal) => Promise<void>
  readonly clock: Clock
  readonly log: Log
}

/** So many sources are planned at a look. */
const AT_ONCE = 5_000
/** News is published when nothing more is due, or after so long all the same. */
const LATEST_MS = 120_000
/** Between two publications at least so long, or three times as long as the last one took; more when it failed. */
const REST_MS = 5_000
const FAILED_REST_MS = 30_000
const FORGET_MS = 15_000

/** Keeps the time by the monotonic clock: whoever moves a clock must not stop the presses. */
export function openOffice(parts: OfficeParts): Office {
  const { store, clock, log } = parts
  const { election, restored, turns, queue, workers } = parts.fleet
  let term: AbortSignal | undefined
  let forgetAt = 0
  let read = ''
  let dirtySince: number | undefined
  let restUntil = 0
  let publishing: Promise<void> | undefined

  async function takeOver(office: AbortSignal): Promise<void> {
    const now = clock.now()
    const states = await store.sourceStates()
    await turns.list(listed(parts.sources, states, now))
    log('info', 'fleet.listed', { sources: parts.sources.length })
    dirtySince = performance.now() // who knows what the last holder left undone
    term = office
  }

  async function plan(now: Date): Promise<void> {
    if (performance.now() >= forgetAt) {
      await turns.forget(now)
      forgetAt = performance.now() + FORGET_MS
    }
    const hosts = await turns.ripe(now, AT_ONCE)
    if (hosts.length === 0) return
    await queue.offer(hosts)
    await turns.planned(hosts, now)
    log('debug', 'fleet.planned', { hosts: hosts.length })
  }

  /** Whether anything was read since the last look. */
  async function look(): Promise<void> {
    const present = await workers.present()
    const now = present.map(({ id, readings }) => `${id} ${readings}`).join('\n')
    if (now !== read && dirtySince === undefined) dirtySince = performance.now()
    read = now
  }

  async function publish(office: AbortSignal): Promise<void> {
    const lock = await store.lock()
    if (lock === undefined) return log('debug', 'fleet.publishing-waits', { why: 'another command holds the lock of the state' })
    const since = dirtySince
    dirtySince = undefined
    const began = performance.now()
    try {
      const ids = await restored.waiting()
      const items = await Promise.all(ids.map((id) => store.item(id)))
      await parts.settle(
        items.filter((item) => item !== undefined),
        lock,
        AbortSignal.any([office, lock.lost]),
      )
      await restored.remove(ids)
      restUntil = performance.now() + Math.max(REST_MS, 3 * (performance.now() - began))
    } catch (problem) {
      dirtySince ??= since
      restUntil = performance.now() + FAILED_REST_MS
      throw problem
    } finally {
      await lock.release()
    }
  }

  return {
    isHeld: () => term?.aborted === false,
    settled: async () => await publishing,
    async tick() {
      const office = await election.stand()
      if (office === undefined) return
      if (office !== term) await takeOver(office)
      const now = clock.now()
      await plan(now)
      await look()
      if (dirtySince === undefined || publishing !== undefined || performance.now() < restUntil) return
      const isOver = (await turns.backlog(now)).due === 0
      if (!isOver && performance.now() - dirtySince < LATEST_MS) return
      publishing = publish(office)
        .catch((problem: unknown) =>
          log('error', 'fleet.not-published', { why: problem instanceof Error ? problem.message : String(problem) }),
        )
        .finally(() => {
          publishing = undefined
        })
    },
  }
}

function listed(sources: readonly Source[], states: ReadonlyMap<SourceId, SourceState>, now: Date) {
  return sources.flatMap((source) => {
    const due = dueMoment(source, states.get(source.id), now)
    return due === undefined ? [] : [{ source: source.id, host: new URL(source.url).host, due }]
  })
}
