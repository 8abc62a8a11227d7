import type { FeedPace } from '../model/index.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const HOURS_OF_A_WEEK = 168

/** Whether a feed asks not to be read at a moment (RSS 2.0 skipHours and skipDays, in GMT). One that is never to be read asks in vain. */
export function isSkipped(at: Date, pace: FeedPace | undefined): boolean {
  return isSkippedHour(at, pace) && firstFree(at, pace) !== undefined
}

/** The first moment from `due` on, within a week, that lies in no hour and on no day that the feed asks to skip; where there is none, a day after `due`. */
export function afterSkips(due: Date, pace: FeedPace | undefined): Date {
  return firstFree(due, pace) ?? new Date(due.getTime() + DAY_MS)
}

function firstFree(from: Date, pace: FeedPace | undefined): Date | undefined {
  let at = from
  for (let hour = 0; hour <= HOURS_OF_A_WEEK; hour += 1) {
    if (!isSkippedHour(at, pace)) return at
    at = new Date(at.getTime() - (at.getTime() % HOUR_MS) + HOUR_MS)
  }
  return undefined
}

function isSkippedHour(at: Date, { skipHours = [], skipDays = [] }: FeedPace = {}): boolean {
  return skipHours.includes(at.getUTCHours()) || skipDays.includes(at.getUTCDay())
}
