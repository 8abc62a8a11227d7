import { looseDate } from './loose-date.ts'
import type { WrittenDate } from './written-date.ts'
import { fixedMinutes, zoneOffset } from './zone-offset.ts'

const DAY = 86_400_000

export type DateOptions = {
  /** BCP 47, of the text around: decides names and orders that differ by language */
  readonly language?: string
  /** refuses a date more than two days after it */
  readonly now?: Date
  /** zone of a date that states none: `+03:00` or an IANA name; default UTC */
  readonly defaultZone?: string
}

/**
 * Reads a date as feeds and pages write it: RFC 822 and its relatives, ISO 8601 and RFC 3339 variants, asctime, Unix seconds, day
 * and month names in about thirty languages, `dd.mm.yyyy`, Arabic and Persian digits.
 * @returns undefined for what is no date, cannot be (31 February), states no year, or could mean two days. Never guesses, never
 *   throws, reads at most 100 characters; the zone and the locale of the machine play no part.
 */
export function parseDate(text: string, options: DateOptions = {}): Date | undefined {
  const trimmed = text.length > 300 ? text.slice(0, 300).trim() : text.trim()
  if (trimmed.length < 4 || trimmed.length > 100) return undefined
  const written = mailDate(trimmed) ?? isoDate(trimmed) ?? looseDate(trimmed, options.language?.toLowerCase())
  const moment =
    typeof written === 'number' ? written : written === undefined ? undefined : momentOf(written, options.defaultZone)
  if (moment === undefined || moment < DAY || moment > Date.UTC(2100, 0, 1)) return undefined
  if (options.now !== undefined && moment > options.now.getTime() + 2 * DAY) return undefined
  return new Date(moment)
}

const MAIL =
  /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:GMT|UTC|Z|([+-])(\d{2})(\d{2}))$/

/** RFC 822 as most feeds write it, ahead of the many forms of the rest: a date is read for every entry of every document. */
function mailDate(text: string): WrittenDate | undefined {
  const match = MAIL.exec(text)
  if (match === null) return undefined
  const [, day, month = '', year, hour, minute, second, sign, hours, minutes] = match
  const offset = sign === undefined ? 0 : fixedMinutes([undefined, sign, hours, minutes])
  if (offset === undefined) return undefined
  const index = 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month) / 3
  return {
    year: Number(year),
    month: index + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    offset,
  }
}

const ISO =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:(?:[Tt]|[ _]+)(\d{1,2})(?:(?::|h)?(\d{2})(?::?(\d{2})(?:[.,](\d{1,12}))?)?)?\s{0,4}(?:([Zz]|UTC|GMT|utc)|([+-])(\d{2}):?(\d{2})?)?)?$/

/** ISO 8601 as far as RFC 3339, W3C-DTF and their sloppy writers go; ordinal dates; seconds or milliseconds since 1970. */
function isoDate(text: string): WrittenDate | number | undefined {
  if (/^\d{9,10}(?:\.\d{1,6})?$/.test(text)) return Math.round(Number(text) * 1000)
  if (/^\d{13}$/.test(text)) return Number(text)
  const ordinal = /^(\d{4})-?(\d{3})$/.exec(text)
  if (ordinal !== null) return dayOfYear(Number(ordinal[1]), Number(ordinal[2]))
  const [whole, year, month, day, hour, minute, second, fraction, utc, sign, hours, minutes] = ISO.exec(text) ?? []
  if (whole === undefined || /^\d{6}$/.test(whole)) return undefined
  const offset = utc !== undefined ? 0 : sign === undefined ? undefined : fixedMinutes([undefined, sign, hours, minutes])
  if (sign !== undefined && offset === undefined) return undefined
  return {
    year: Number(year),
    month: Number(month ?? 1),
    day: Number(day ?? 1),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    ms: Math.floor(Number(`0.${fraction ?? 0}`) * 1000),
    offset,
  }
}

function dayOfYear(year: number, day: number): number | undefined {
  const moment = Date.UTC(year, 0, day)
  return day >= 1 && new Date(moment).getUTCFullYear() === year ? moment : undefined
}

/** Milliseconds since 1970, or undefined when there is no such day or hour. */
function momentOf(written: WrittenDate, defaultZone: string | undefined): number | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0, ms = 0, offset } = written
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  const endOfDay = hour === 24 && minute === 0 && second === 0
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 60) return undefined
  const wall = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59), ms)
  const east = offset ?? (defaultZone === undefined ? 0 : (zoneOffset(defaultZone, wall) ?? 0))
  return wall - east * 60_000
}
