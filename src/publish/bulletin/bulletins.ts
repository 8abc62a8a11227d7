import type { PublishedEntry } from '../entry/published-entry.ts'
import { byDay } from '../pages/day.ts'
import type { Existing } from '../writing/existing.ts'

/** The stories of one day, newest first. */
export type Bulletin = { readonly day: string; readonly entries: readonly PublishedEntry[] }

/** The days of the window, newest first. */
export function bulletinsOf(entries: readonly PublishedEntry[]): readonly Bulletin[] {
  return byDay(entries).map(([day, ofDay]) => ({ day, entries: ofDay }))
}

/**
 * The days whose pages are to be written. The window cuts into its oldest day, so a page that this day has already is left as it
 * is: it holds more.
 */
export function pagesOf(bulletins: readonly Bulletin[], existing: Pick<Existing, 'bulletins'>): readonly Bulletin[] {
  const oldest = bulletins.at(-1)
  return oldest !== undefined && bulletins.length > 1 && existing.bulletins.has(oldest.day) ? bulletins.slice(0, -1) : bulletins
}

/** A bulletin's date as it is printed: `24.11.2026`. */
export function printedDay(day: string): string {
  return day.split('-').reverse().join('.')
}
