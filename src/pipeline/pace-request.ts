import type { HttpUrl, Source, SourceState, Validators } from '../model/index.ts'
import { isIncomplete } from './body-mark.ts'
import { hasLied } from './pace-liars.ts'
import { isAdopted } from './pace-moved.ts'

const DAY_MS = 86_400_000
const LONGEST_PROBE_MS = 7 * DAY_MS
/** A feed that has been quiet for long is probed more rarely: after a quarter of the time that it has been quiet. */
const PROBE_SHARE = 4

/** What to ask a source for. */
export type FeedAsk = { readonly url: HttpUrl; readonly validators?: Validators }

/** When it is asked. `liars`: hosts whose validators are not to be trusted, as `hostsThatLie` finds them. */
export type AskingMoment = { readonly now: Date; readonly liars?: ReadonlySet<string> }

/**
 * Where to ask, and with which validators. They are left out when there are none, and once in a while for a feed that keeps
 * saying that nothing is new: some servers send one ETag with changing content. That is never more often than once in 24 h, and as
 * often for a feed whose server was seen to do so.
 */
export function feedRequest(source: Source, state: SourceState | undefined, { now, liars }: AskingMoment): FeedAsk {
  if (state === undefined || state.url !== source.url) return { url: source.url }
  const url = state.moved !== undefined && isAdopted(state.moved, now) ? state.moved.to : source.url
  const isSuspect = hasLied(state, now) || liars?.has(new URL(url).host) === true
  const isWhole = state.validators === undefined || wantsRest(state, now) || wantsProbe(state, now, isSuspect)
  return isWhole ? { url } : { url, validators: state.validators }
}

/** Entries wait for their pages, which may be read again. */
function wantsRest({ bodyHash, pagesFrom }: SourceState, now: Date): boolean {
  return isIncomplete(bodyHash) && pagesFrom !== undefined && pagesFrom.getTime() <= now.getTime()
}

function wantsProbe({ lastFull, lastChange }: SourceState, now: Date, isSuspect: boolean): boolean {
  const sinceFullMs = since(lastFull, now)
  if (isSuspect) return sinceFullMs >= DAY_MS
  const quietMs = since(lastChange ?? lastFull, now)
  return sinceFullMs >= Math.min(Math.max(DAY_MS, quietMs / PROBE_SHARE), LONGEST_PROBE_MS) && quietMs >= DAY_MS
}

/** Milliseconds since a date; a date that is absent or in the future counts as just now, so that no clock can bring on a flood. */
function since(date: Date | undefined, now: Date): number {
  return date === undefined ? 0 : Math.max(0, now.getTime() - date.getTime())
}
