import { itemMoment, type Story } from '../../model/index.ts'

/** The day, `YYYY-MM-DD` in UTC, under which a story is filed. */
export function dayOf(story: Story): string {
  return itemMoment(story.lead).toISOString().slice(0, 10)
}

/** Days with what belongs to each, newest first; inside a day the given order stays. */
export function byDay<T extends { readonly story: Story }>(entries: readonly T[]): readonly (readonly [string, readonly T[]])[] {
  const days = Map.groupBy(entries, (entry) => dayOf(entry.story))
  return [...days].sort(([one], [other]) => (one < other ? 1 : -1))
}

/** A day as a page's language writes it in full: "Tuesday, November 24, 2026". */
export function fullDay(day: string, language: string): string {
  return formatted(day, language, { dateStyle: 'full' })
}

/** A day in few letters: "Nov 24". */
export function shortDay(day: string, language: string): string {
  return formatted(day, language, { day: 'numeric', month: 'short' })
}

function formatted(day: string, language: string, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
