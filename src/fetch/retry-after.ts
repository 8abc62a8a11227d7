import { httpDate } from './http-date.ts'

const SECOND = 1_000
const DAY = 86_400 * SECOND

/** What a server's Retry-After asks of us. */
type Pause = { readonly kind: 'none' } | { readonly kind: 'until'; readonly at: Date; readonly capped: boolean }

/**
 * Reads a Retry-After field: delay-seconds or an HTTP-date (RFC 9110 10.2.3).
 * @param field raw value; undefined when the response had none
 * @param now when the response arrived, by the pass's clock
 * @param capMs longest pause obeyed; a longer one is cut to it and marked
 * @returns `none` for an absent, unreadable or past value. Never throws: the field is foreign data.
 */
export function retryAfter(field: string | undefined, now: Date, capMs = 7 * DAY): Pause {
  const value = field?.trim() ?? ''
  const at = /^\d+$/.test(value) ? now.getTime() + Number(value) * SECOND : httpDate(value)?.getTime()
  if (at === undefined || at <= now.getTime()) return { kind: 'none' }
  const latest = now.getTime() + capMs // a wrong clock, theirs or ours, must not silence a source for ever
  return { kind: 'until', at: new Date(Math.min(at, latest)), capped: at > latest }
}
