import { randomUUID } from 'node:crypto'
import type { HostLeases } from '../fetch/index.ts'
import type { Log } from '../model/index.ts'
import { openDatabase } from './database.ts'
import { type Election, electionAt } from './election.ts'
import { type Leases, leasesOf } from './leases.ts'
import type { Place } from './place.ts'
import { openQueue, type Queue } from './queue.ts'
import { type Restored, restoredIn } from './restored.ts'
import { type Turns, turnsIn } from './turns.ts'
import { FRESH_MS, type Pulse, type Self, type Workers, workersIn } from './workers.ts'

/** One worker's place in the fleet. */
export type Fleet = {
  /** this worker's */
  readonly id: string
  readonly turns: Turns
  readonly queue: Queue
  readonly restored: Restored
  readonly election: Election
  readonly workers: Pick<Workers, 'present'>
  /** who talks to which host, for `createFetch` */
  readonly leases: HostLeases
  /** Tells that this worker is there. Until that succeeded lately, it holds no host that it does not hold already. */
  readonly beat: (pulse: Pulse) => Promise<void>
  /** Lets go of everything. Says nothing when the database is away: what was held is free when the beat is old. */
  readonly leave: () => Promise<void>
}

/** Others take a worker for dead after `FRESH_MS`; it takes itself for that a good while earlier. */
const SOUND_MS = FRESH_MS - 5_000

/**
 * Joins the fleet that meets at this place, making its tables and its queue where they are absent.
 * @throws KaynakError STATE_UNUSABLE when the database cannot be reached or says no
 */
export async function joinFleet(place: Place, self: Omit<Self, 'id'>, log: Log): Promise<Fleet> {
  const id = randomUUID()
  const database = await openDatabase(place, log)
  let queue: Queue
  try {
    queue = await openQueue(place, log)
  } catch (problem) {
    await database.close()
    throw problem
  }
  const workers = workersIn(database, { ...self, id })
  let heardAt = Number.NEGATIVE_INFINITY
  const leases: Leases = leasesOf(database, {
    worker: id,
    freshMs: FRESH_MS,
    isSound: () => performance.now() - heardAt < SOUND_MS,
    log,
  })

  async function beat(pulse: Pulse): Promise<void> {
    const asked = performance.now()
    await workers.beat(pulse)
    heardAt = asked
  }

  async function leave(): Promise<void> {
    leases.close()
    const farewell = [() => workers.leave(), () => queue.close(), () => database.close()]
    for (const step of farewell)
      await step().catch((problem: unknown) => log('debug', 'fleet.left-untidily', { why: String(problem) }))
  }

  return {
    ...{ id, queue, workers, leases, beat, leave },
    turns: turnsIn(database),
    restored: restoredIn(database),
    election: electionAt(place, log),
  }
}
