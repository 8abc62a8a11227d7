import type { Clock, Item, Log, Source, SourceChange, SourceId, Store } from '../model/index.ts'
import type { Desk } from '../pipeline/index.ts'
import { createCommitter } from './committer.ts'
import { createFinisher } from './finisher.ts'
import type { Fleet } from './join-fleet.ts'
import { openOffice } from './office.ts'
import { pause } from './pause.ts'
import type { Claim } from './queue.ts'
import { readHost, watchNetwork } from './read-host.ts'
import { repeat } from './repeat.ts'
import { BEAT_MS, type WorkerView } from './workers.ts'

/** What one worker is given. */
export type Assignment = {
  readonly store: Store
  /** those that are to be read at all */
  readonly sources: readonly Source[]
  /** so many hosts at a time */
  readonly places: number
  /** places and publishes what all have read; absent on a worker that may not be elected for it */
  readonly settle?: (restored: readonly Item[], desk: Desk) => Promise<void>
  /** what a claim is worked on with, at this moment */
  readonly deskAt: (now: Date, signal: AbortSignal) => Desk
  readonly clock: Clock
  readonly log: Log
  /** told at each beat who is there */
  readonly onBeat?: (workers: readonly WorkerView[]) => void
}

/** Looks are so far apart: for hosts to read when there were none, and of the elected one for what to plan and publish. */
const CLAIM_MS = 500
const TICK_MS = 500
/** Places that become free within so long are filled together. */
const TOGETHER_MS = 10
/** Told to stop, a worker finishes what it can within so long; the rest is given back. */
const DRAIN_MS = 5_000
/** Of one host so many sources at a time: a host with thousands must not hold one claim for hours. */
const MOST_OF_HOST = 200

/**
 * Works for the fleet until the signal is set off: claims hosts, reads what is due there, and holds the office when it is elected. Whatever
 * befalls the database meanwhile is told in the log and waited for.
 */
export async function work(fleet: Fleet, assignment: Assignment, signal: AbortSignal): Promise<void> {
  const { store, clock, log } = assignment
  const { queue, turns } = fleet
  const hard = new AbortController()
  const sources = new Map<SourceId, Source>(assignment.sources.map((source) => [source.id, source]))
  const counts = { readings: 0, failures: 0, kept: 0 }
  const network = watchNetwork()
  const trouble = (event: string) => (problem: unknown) =>
    log('warn', event, { why: problem instanceof Error ? problem.message : String(problem) })
  const committer = createCommitter(commit, trouble('fleet.not-stored'))
  const finisher = createFinisher({ queue, turns }, trouble('fleet.claim-not-ended'))
  const { settle } = assignment
  const office =
    settle === undefined
      ? undefined
      : openOffice({
          ...{ fleet, store, sources: assignment.sources, clock, log },
          settle(restored, lock, term) {
            const desk = assignment.deskAt(clock.now(), AbortSignal.any([term, signal]))
            return settle(restored, { ...desk, store: lock.store, proveLock: lock.prove })
          },
        })
  const busy = new Set<Promise<void>>()

  async function commit(changes: readonly SourceChange[]): Promise<void> {
    await store.commit(changes)
    await fleet.restored.add(changes.flatMap(({ aftermath }) => aftermath?.restored?.map(({ id }) => id) ?? []))
    await turns.put(changes.map(({ state }) => ({ source: state.sourceId, due: state.nextDue ?? NEVER })))
  }

  async function claim(): Promise<void> {
    const free = assignment.places - busy.size
    if (free <= 0) return void (await Promise.race([...busy, pause(CLAIM_MS, signal)]))
    const claims = await queue.claim(free)
    finisher.begin(claims)
    if (claims.length === 0) return await pause(CLAIM_MS, signal)
    try {
      await open(claims)
    } catch (problem) {
      for (const one of claims) finisher.end(one, 'given-back')
      throw problem
    }
  }

  async function open(claims: readonly Claim[]): Promise<void> {
    const now = clock.now()
    const due = await turns.dueAt(
      claims.map(({ host }) => host),
      now,
    )
    const idsOf = ({ host }: Claim): readonly SourceId[] => due.get(host)?.slice(0, MOST_OF_HOST) ?? []
    const states = await store.sourceStates(claims.flatMap(idsOf))
    const desk = assignment.deskAt(now, hard.signal)
    const onRead = ({ isFailed, kept }: { readonly isFailed: boolean; readonly kept: number }): void => {
      counts.readings += 1
      counts.kept += kept
      if (isFailed) counts.failures += 1
    }
    for (const one of claims) {
      const reading = read(one).finally(() => busy.delete(reading))
      busy.add(reading)
    }

    async function read(one: Claim): Promise<void> {
      try {
        const { later, isCancelled } = await readHost(idsOf(one), { sources, states, desk, keep: committer.put, network, onRead })
        if (later.length > 0) await turns.put(later)
        finisher.end(one, isCancelled ? 'given-back' : 'done')
      } catch (problem) {
        trouble('fleet.host-not-read')(problem)
        finisher.end(one, 'done') // what was not stored is still due, and is planned again
      }
    }
  }

  const said = new Set<string>()
  async function beat(): Promise<void> {
    await fleet.beat({ ...counts, busy: busy.size, leads: office?.isHeld() ?? false })
    await queue.hold(finisher.open())
    const present = await fleet.workers.present()
    assignment.onBeat?.(present)
    sayStrangers(present)
  }

  /** Workers of one fleet should read the same list by the same rules. */
  function sayStrangers(present: readonly WorkerView[]): void {
    const self = present.find(({ id }) => id === fleet.id)
    for (const { id, name, mark, version } of present) {
      if (self === undefined || (mark === self.mark && version === self.version) || said.has(`${id} ${mark}`)) continue
      said.add(`${id} ${mark}`)
      log('warn', 'fleet.other-rules', {
        worker: name,
        version,
        ours: self.version,
        why: 'its feeds.json, topic or version differs',
      })
    }
  }

  const ending = new AbortController() // beats go on while the rest drains
  const beating = repeat(beat, { everyMs: BEAT_MS, signal: ending.signal, onTrouble: trouble('fleet.beat-missed') })
  await Promise.all([
    repeat(claim, { everyMs: TOGETHER_MS, signal, onTrouble: trouble('fleet.not-claimed') }),
    office && repeat(office.tick, { everyMs: TICK_MS, signal, onTrouble: trouble('fleet.office-troubled') }),
  ])
  log('info', 'fleet.draining', { hosts: busy.size })
  const drained = Promise.all(busy)
  await Promise.race([drained, pause(DRAIN_MS, hard.signal)])
  hard.abort()
  await drained
  await committer.settled()
  await finisher.settled()
  await office?.settled()
  await fleet.election.resign()
  ending.abort()
  await beating
}

const NEVER = new Date(8.64e15)
