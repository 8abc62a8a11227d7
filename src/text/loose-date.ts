import { type ClockTime, clockTime } from './clock-time.ts'
import { monthOf } from './date-words.ts'
import { foldDate } from './fold-date.ts'
import { solarDay, solarMonthOf, solarYearOf } from './solar-hijri.ts'
import type { WrittenDate } from './written-date.ts'

/**
 * A date in words or in local figures, in any order that is clear: `Thu, 20 Aug 2026 09:30 EDT`, `20 Ağustos 2026`, `Aug 20, 2026
 * 9:30 AM`, `20.08.2026`, `2026年8月20日`,
 * `۲۹ مرداد ۱۴۰۵`. Undefined when day, month and year are not all clear.
 */
export function looseDate(text: string, language: string | undefined): WrittenDate | undefined {
  const folded = foldDate(text)
  const clock = clockTime(folded, language)
  if (clock === 'impossible') return undefined
  const { rest, time } = clock
  const isSolar = /^(?:fa|prs|ps|ckb|ku|mzn|azb)\b/.test(language ?? '') || (/[\u06f0-\u06f9]/.test(text) && language !== 'ur')
  const day =
    dayInWords(rest) ??
    solarDayInWords(rest) ??
    (isSolar ? solarDayInFigures(rest) : undefined) ??
    dayInFigures(rest, { language, time })
  return day === undefined ? undefined : { ...day, ...time }
}

type Day = { readonly year: number; readonly month: number; readonly day: number }

function dayInWords(text: string): Day | undefined {
  const tokens = text.match(/\d+|[\p{L}\p{Mc}]+/gu) ?? []
  const at = tokens.findLastIndex((token, index) => monthOf(token, tokens[index + 1]) !== undefined)
  if (at < 0) return undefined
  const month = monthOf(tokens[at] ?? '', tokens[at + 1])
  const before = tokens.slice(0, at).filter(isFigure)
  const after = tokens.slice(at + 1).filter(isFigure)
  const figures = [...before.slice(-1), ...after, ...before.slice(0, -1).reverse()] // the nearest first
  const year =
    figures.find((figure) => figure.length === 4) ??
    figures.filter((figure) => figure.length === 2)[1] ??
    twoDigitYear(before, after)
  const day = figures.find((figure) => figure.length <= 2)
  if (month === undefined || year === undefined || day === undefined) return undefined
  return { year: fullYear(year), month, day: Number(day) }
}

/** `۲۹ مرداد ۱۴۰۵`: the months of the solar Hijri year, whatever the language. */
function solarDayInWords(text: string): Day | undefined {
  const [, day, word = '', year = ''] =
    /(?<!\d)(\d{1,2})(?:\s|\p{L}\s)\s?(\p{L}+)(?:\s\p{L}+)?[\s,،]{1,3}(\d{4})(?!\d)/u.exec(text) ?? []
  const [month, solarYear] = [solarMonthOf(word), solarYearOf(year)]
  return month === undefined || solarYear === undefined ? undefined : solarDay(solarYear, month, Number(day))
}

/** `۱۴۰۵/۰۵/۲۹`, and the other way round; only where the calendar is used. */
function solarDayInFigures(text: string): Day | undefined {
  const [, first = '', second, third = ''] =
    /(?<!\d)(\d{4}|\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{1,2})(?!\d)/.exec(text) ?? []
  const [year, day] = first.length === 4 ? [first, third] : [third, first]
  const solarYear = solarYearOf(year)
  return solarYear === undefined ? undefined : solarDay(solarYear, Number(second), Number(day))
}

function isFigure(token: string): boolean {
  return /^(?:\d{1,2}|\d{4})$/.test(token)
}

/** `5 Aug 26`: the day has one figure, so the first of two figures is the year. */
function twoDigitYear(before: readonly string[], after: readonly string[]): string | undefined {
  const [day, year] = [...before.slice(-1), ...after]
  return day !== undefined && day.length === 1 && year?.length === 2 ? year : undefined
}

function dayInFigures(
  text: string,
  about: { readonly language: string | undefined; readonly time: ClockTime | undefined },
): Day | undefined {
  const asian = /(\d{4})\s?[年년.]\s?(\d{1,2})\s?[月월.]\s?(\d{1,2})/.exec(text)
  if (asian !== null) return { year: Number(asian[1]), month: Number(asian[2]), day: Number(asian[3]) }
  const [, first = '', mark, second = '', last = ''] =
    /(?<!\d)(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})(?!\d)/.exec(text) ?? []
  if (first.length === 4 && last.length <= 2) return { year: Number(first), month: Number(second), day: Number(last) }
  if (mark === undefined || first.length > 2 || last.length === 1) return undefined
  const year = fullYear(last)
  const dayFirst = { year, month: Number(second), day: Number(first) }
  const monthFirst = { year, month: Number(first), day: Number(second) }
  if (Number(first) > 12 || first === second) return dayFirst
  if (Number(second) > 12) return monthFirst
  if (mark !== '/') return dayFirst
  if (about.language === 'en-us' || about.time?.meridiem === true) return monthFirst
  return about.language === undefined || about.language === 'en' ? undefined : dayFirst
}

/** Two figures mean 1970 to 2069. */
function fullYear(figures: string): number {
  const year = Number(figures)
  return figures.length > 2 ? year : year + (year < 70 ? 2000 : 1900)
}
