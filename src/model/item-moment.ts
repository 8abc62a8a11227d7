import type { Item } from './item.ts'

/** The moment that orders an item: its outlet's date, but never later than when it was first seen, so that no date pins it to the top. */
export function itemMoment(item: Pick<Item, 'published' | 'firstSeen'>): Date {
  const { published, firstSeen } = item
  return published !== undefined && published.getTime() < firstSeen.getTime() ? published : firstSeen
}
