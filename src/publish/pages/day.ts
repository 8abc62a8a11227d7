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
