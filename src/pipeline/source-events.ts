import type { SourceEvent, SourceState } from '../model/index.ts'
import { isAdopted } from './pace-moved.ts'
import { isRoomNotice } from './room.ts'

const DAY_MS = 86_400_000
/** A failure is an event when it has lasted so long, and no single answer is behind it. */
const DEAD_MS = DAY_MS
const DEAD_FAILURES = 3
/** As for `status`: what offers nothing new for so long may be dead without saying so. */
const SILENT_MS = 30 * DAY_MS
/** A document that is empty once is a mishap. */
const EMPTY_MS = DAY_MS
/** So many events of each source are remembered. */
const MOST = 10

/**
 * What has happened to a source that its operator should know of, the newest last. An event is told once, when it begins: a source that
 * stays dead brings no second one, and one that reads again brings one that says so.
 * @param next its state after a reading
 */
export function eventsAfter(previous: SourceState | undefined, next: SourceState, now: Date): readonly SourceEvent[] | undefined {
  const known = (previous?.events ?? []).filter(({ at }) => at.getTime() <= now.getTime())
  const fresh = [...troubleEvents(known, next, now), ...moveEvents(known, next, now), ...floodEvents(previous, next)]
  const all = [...known, ...fresh.map((event) => ({ ...event, at: now }))].slice(-MOST)
  return all.length === 0 ? undefined : all
}

type Fresh = Omit<SourceEvent, 'at'>

function troubleEvents(known: readonly SourceEvent[], next: SourceState, now: Date): readonly Fresh[] {
  const { trouble, failures, failingSince = now } = next
  const open = known.findLast(({ kind }) => kind !== 'moved' && kind !== 'flooded')
  if (trouble?.final === true) return open?.kind === 'gone' ? [] : [{ kind: 'gone', words: trouble.message }]
  if (trouble !== undefined) {
    const isDead = failures >= DEAD_FAILURES && now.getTime() - failingSince.getTime() >= DEAD_MS
    const isTold = open?.kind === 'failing' || open?.kind === 'gone'
    return isDead && !isTold ? [{ kind: 'failing', words: `failed ${failures} times in a row: ${trouble.message}` }] : []
  }
  if (open?.kind === 'failing' || open?.kind === 'gone') return [{ kind: 'recovered', words: 'can be read again' }]
  const since = next.lastChange ?? now
  if (open?.kind === 'silent' && since > open.at && next.entries !== 0)
    return [{ kind: 'recovered', words: 'offers something new again' }]
  return open?.kind === 'silent' ? [] : silence(next.entries === 0, now.getTime() - since.getTime())
}

function silence(isEmpty: boolean, quietMs: number): readonly Fresh[] {
  const days = Math.floor(quietMs / DAY_MS)
  if (isEmpty && quietMs >= EMPTY_MS) return [{ kind: 'silent', words: 'reads well, but holds no entries' }]
  return quietMs >= SILENT_MS ? [{ kind: 'silent', words: `reads well, but has offered nothing new for ${days} days` }] : []
}

function moveEvents(known: readonly SourceEvent[], { moved }: SourceState, now: Date): readonly Fresh[] {
  if (moved === undefined || !isAdopted(moved, now)) return []
  const words = `moved for good to ${moved.to}, and is read there: change its address in feeds.json`
  const last = known.findLast(({ kind }) => kind === 'moved')
  return last?.words === words ? [] : [{ kind: 'moved', words }]
}

function floodEvents(previous: SourceState | undefined, next: SourceState): readonly Fresh[] {
  const notice = next.warnings.find(isRoomNotice)
  return notice === undefined || previous?.warnings.some(isRoomNotice) === true ? [] : [{ kind: 'flooded', words: notice }]
}
