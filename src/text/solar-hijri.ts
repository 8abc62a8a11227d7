import { foldDate } from './fold-date.ts'

const DAY = 86_400_000

/** Farvardin to Esfand as Iran, Afghanistan and the Kurdish calendar name them. */
const SOLAR_MONTHS: readonly string[] = [
  'فروردین حمل خاکەلێوە',
  'اردیبهشت ثور گوڵان بانەمەڕ',
  'خرداد جوزا جۆزەردان',
  'تیر سرطان پووشپەڕ',
  'مرداد امرداد اسد گەلاوێژ',
  'شهریور سنبله خەرمانان',
  'مهر میزان ڕەزبەر',
  'آبان عقرب گەڵاڕێزان خەزەڵوەر',
  'آذر قوس سەرماوەز',
  'دی جدی بەفرانبار',
  'بهمن دلو ڕێبەندان',
  'اسفند حوت ڕەشەمە',
]

const NAMES: ReadonlyMap<string, number> = new Map(
  SOLAR_MONTHS.flatMap((names, index) =>
    foldDate(names)
      .split(' ')
      .map((name) => [name, index + 1] as const),
  ),
)

/** The month (1 to 12) of the solar Hijri year that a folded word names; undefined for anything else. */
export function solarMonthOf(word: string): number | undefined {
  return NAMES.get(word) ?? NAMES.get(word.replace(/(?:ماه|ي)$/, ''))
}

/** The year of the solar Hijri calendar that figures state, in its own count or the Kurdish one; undefined for years of other calendars. */
export function solarYearOf(figures: string): number | undefined {
  const year = Number(figures)
  if (year >= 1340 && year <= 1430) return year
  return year >= 2670 && year <= 2751 ? year - 1321 : undefined
}

/**
 * The Gregorian day of a day of the solar Hijri calendar, by the rule of 33 years, which holds for 1178 to 1633. Undefined for a
 * day that the month does not have.
 */
export function solarDay(year: number, month: number, day: number): { year: number; month: number; day: number } | undefined {
  const length = month <= 6 ? 31 : month <= 11 || isLeap(year) ? 30 : 29
  if (month < 1 || month > 12 || day < 1 || day > length) return undefined
  const days = newYear(year) + (month <= 7 ? (month - 1) * 31 : (month - 1) * 30 + 6) + day - 1
  const date = new Date(days * DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

function isLeap(year: number): boolean {
  return newYear(year + 1) - newYear(year) === 366
}

/** Days from 1970 to the first of Farvardin; 1 Farvardin 1400 was 21 March 2021. */
function newYear(year: number): number {
  const count = (one: number): number => 365 * one + Math.floor((8 * one + 21) / 33)
  return count(year) - count(1400) + Date.UTC(2021, 2, 21) / DAY
}
