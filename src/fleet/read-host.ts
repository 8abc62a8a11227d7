import type { Source, SourceChange, SourceId, SourceState } from '../model/index.ts'
import { type Desk, dueMoment, hostsThatLie, inFairOrder, isDue, isUnreached, readSafely } from '../pipeline/index.ts'
import type { Turn } from './turns.ts'

/** What one worker reads with. */
export type ReadingRoom = {
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly states: ReadonlyMap<SourceId, SourceState>
  readonly desk: Desk
  /** resolves when the change is stored */
  readonly keep: (change: SourceChange) => Promise<void>
  /** whether this worker's network is there, as far as it knows: asked when a host was not found */
  readonly network: Network
  readonly onRead: (outcome: { readonly isFailed: boolean; readonly kept: number }) => void
}

/** What this worker knows of its own network. */
export type Network = { readonly reached: () => void; readonly isThere: () => boolean }

export type HostReading = {
  /** sources that were not read, and when they are to be looked at next */
  readonly later: readonly Turn[]
  /** the worker was told to stop before all were read */
  readonly isCancelled: boolean
}

/** What this worker's list does not know, or its network does not reach, is left to others for so long. */
const LATER_MS = 60_000

/**
 * Reads the sources of one host that are due by what their states say, each as a pass would. A reading is stored only where nobody else has
 * read the source since it began (`SourceChange.basis`), so that a claim that lapsed unnoticed undoes nothing and doubles nothing.
 * @throws KaynakError when a reading could not be stored
 */
export async function readHost(ids: readonly SourceId[], room: ReadingRoom): Promise<HostReading> {
  const { sources, states } = room
  const desk = { ...room.desk, liars: hostsThatLie([...sources.values()], states, room.desk.now) }
  const later: Turn[] = []
  const due: Source[] = []
  const soon = new Date(desk.now.getTime() + LATER_MS)
  for (const id of ids) {
    const source = sources.get(id)
    if (source === undefined) later.push({ source: id, due: soon })
    else if (isDue(source, states.get(id), desk.now)) due.push(source)
    else later.push({ source: id, due: dueMoment(source, states.get(id), desk.now) ?? NEVER })
  }
  let isCancelled = false
  const endings = await Promise.allSettled(inFairOrder(due, states).map((source) => readOne(source)))
  for (const ending of endings) if (ending.status === 'rejected') throw ending.reason
  return { later, isCancelled }

  async function readOne(source: Source): Promise<void> {
    const result = await readSafely(source, states.get(source.id), desk)
    const { outcome, kept } = result.report
    if (outcome === 'cancelled') {
      isCancelled = true
      return
    }
    if (!isUnreached(result)) room.network.reached()
    else if (!room.network.isThere()) {
      later.push({ source: source.id, due: soon }) // this machine is offline, and no source is to blame
      return
    }
    await room.keep(result.change)
    room.onRead({ isFailed: outcome === 'failed', kept })
  }
}

const NEVER = new Date(8.64e15)

/** Something was reached within this time: then a host that is not found is itself to blame. */
const REACHED_LATELY_MS = 600_000

export function watchNetwork(): Network {
  let reachedAt: number | undefined
  return {
    reached() {
      reachedAt = performance.now()
    },
    isThere: () => reachedAt !== undefined && performance.now() - reachedAt < REACHED_LATELY_MS,
  }
}
