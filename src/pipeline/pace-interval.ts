import type { FeedPace, Freshness, Source } from '../model/index.ts'
import { afterSkips } from './pace-skips.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const WEEK_MS = 7 * DAY_MS
/** A source that has been quiet for 8 hours or less is asked hourly, after 24 hours every 3 hours, from 48 hours on every 6. */
const QUIET_SHARE = 8
const SLOWEST_OWN_MS = 6 * HOUR_MS
/** Up to a tenth is added where the wait is ours to choose, so that what failed together is not asked together. */
const SPREAD = 0.1

type Reading = {
  readonly source: Source
  readonly now: Date
  /** from 0 up to 1 */
  readonly jitter: number
  /** when the source last offered something new */
  readonly lastChange?: Date
  readonly pace?: FeedPace
  readonly freshness: Freshness
}

/**
 * When to ask again after a good answer. `every` is the floor, and is kept to the millisecond: a cron job that comes by once
 * an hour would otherwise find an hourly source not due, every other time. What the source is seen to do and what feed and
 * server ask for can only slow it down, to 24 hours at most, and on from there to an hour and a day that the feed does not ask to skip.
 */
export function dueAfterGood({ source, now, jitter, lastChange, pace, freshness }: Reading): Date {
  const quietMs = lastChange === undefined ? 0 : Math.max(0, now.getTime() - lastChange.getTime())
  const ownMs = Math.min(quietMs / QUIET_SHARE, SLOWEST_OWN_MS)
  const askedMs = Math.max(
    finite(pace?.ttlMinutes) * 60_000,
    finite(pace?.updateEveryMs),
    finite(freshness.maxAgeMs),
    finite(freshness.expires?.getTime()) - now.getTime(),
  )
  const slowerMs = Math.min(Math.max(spread(ownMs, jitter), askedMs), DAY_MS)
  const due = new Date(now.getTime() + Math.max(source.everyMs, slowerMs))
  return afterSkips(due, pace)
}

/** When to ask again after the nth failure in a row: 1 hour, doubling to 24, and never sooner than `every`. */
export function dueAfterFailure(failures: number, { source, now, jitter }: Pick<Reading, 'source' | 'now' | 'jitter'>): Date {
  const backoffMs = HOUR_MS * 2 ** Math.min(failures - 1, 10)
  return new Date(now.getTime() + Math.max(source.everyMs, Math.min(spread(backoffMs, jitter), DAY_MS)))
}

/** When to ask again after a server said when: not before that, nor before `every`; a week at most. */
export function dueAfterRetry(retryAt: Date, { source, now }: Pick<Reading, 'source' | 'now'>): Date {
  return new Date(now.getTime() + Math.max(source.everyMs, Math.min(retryAt.getTime() - now.getTime(), WEEK_MS)))
}

function spread(ms: number, jitter: number): number {
  return ms * (1 + SPREAD * Math.min(Math.max(jitter, 0), 1))
}

/** A stranger's number, or 0 when it is none. */
function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0
}
