import { zoneMinutes } from './date-words.ts'
import { fixedMinutes } from './zone-offset.ts'

/** A time of day as written. */
export type ClockTime = {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly ms: number
  /** minutes east of Greenwich, when stated */
  readonly offset: number | undefined
  /** whether it was told in twelve hours */
  readonly meridiem: boolean
}

const TIMES = [
  /(?<before>오전|오후|上午|下午|午前|午後)?\s?(?<!\d)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?!\d)\s?(?<after>[ap]\.?m\b\.?|πμ|μμ|oo\b|os\b|ص|م(?!\p{L}))?/u,
  /(?<before>오전|오후|上午|下午|午前|午後)?\s?(?<!\d)(?<hour>\d{1,2})\s?(?:[時时点시]|h(?=\d))\s?(?<minute>\d{1,2})?[分분]?/u,
  /(?<![\d.])(?<hour>\d{1,2})\s?(?<after>[ap]\.?m\b\.?)/u,
  /(?<=\d{4}\D{1,12})(?<hour>\d{1,2})\.(?<minute>\d{2})(?![\d.])/u,
]

const OFFSET = /^\s{0,3}(?:gmt|utc?|z)?\s?([+-])(\d{1,2}):?(\d{2})?(?![\d./-])/
const MORNING = /^a|오전|上午|午前|πμ|oo|ص/
const EVENING = /^p|오후|下午|午後|μμ|os|م/

/** Takes the time of day, and the zone behind it, out of a folded date. */
export function clockTime(
  text: string,
  language: string | undefined,
): 'impossible' | { readonly time?: ClockTime; readonly rest: string } {
  const match = TIMES.reduce<RegExpExecArray | null>((found, pattern) => found ?? pattern.exec(text), null)
  const groups = match?.groups
  if (match === null || groups === undefined) return { rest: text }
  const tail = text.slice(match.index + match[0].length)
  const offset = OFFSET.exec(tail)
  const rest = `${text.slice(0, match.index)} ${offset === null ? tail : tail.slice(offset[0].length)}`
  const half = groups['before'] ?? groups['after'] ?? ''
  const hour = hourOf(Number(groups['hour']), half)
  const east = offset === null ? namedZone(tail, language) : fixedMinutes(offset)
  if (hour === undefined || (offset !== null && east === undefined)) return 'impossible'
  const time = {
    hour,
    minute: Number(groups['minute'] ?? 0),
    second: Number(groups['second'] ?? 0),
    ms: Math.floor(Number(`0.${groups['fraction'] ?? 0}`) * 1000),
    offset: east,
    meridiem: half !== '',
  }
  return { time, rest }
}

function hourOf(hour: number, half: string): number | undefined {
  if (half === '' || hour > 12) return hour > 24 ? undefined : hour
  if (EVENING.test(half)) return (hour % 12) + 12
  return MORNING.test(half) ? hour % 12 : hour
}

function namedZone(tail: string, language: string | undefined): number | undefined {
  for (const word of tail.match(/\p{L}+/gu) ?? []) {
    const minutes = zoneMinutes(word, language)
    if (minutes !== undefined) return minutes
  }
  return undefined
}
