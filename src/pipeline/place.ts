import { type Fingerprint, fingerprintOf, relate } from '../cluster/index.ts'
import { type Item, type ItemId, itemMoment, type Placement, type Store } from '../model/index.ts'

/** Copies of one text appear within days of each other; beyond that, likeness is a coincidence or an anniversary. */
const WINDOW_MS = 72 * 3_600_000
const AT_ONCE = 2_000
/** A flood of like items must not be compared each with each. */
const MOST_ALIKE = 50

/**
 * Gives every item that has no story yet its place: the story of the text that it copies, or one of its own. Items are
 * taken by publication, not by arrival, so that the order in which sources answered decides nothing.
 * @returns how many turned out to be copies
 */
export async function placeItems(store: Store): Promise<number> {
  let copies = 0
  for (;;) {
    const items = await store.unplaced(AT_ONCE)
    if (items.length === 0) return copies
    const placements = await placementsOf(items, store)
    await store.place(placements)
    copies += placements.filter((placement) => placement.relation.kind === 'copy').length
  }
}

type Placed = { readonly item: Item; readonly storyId: ItemId }

async function placementsOf(items: readonly Item[], store: Store): Promise<readonly Placement[]> {
  const placements: Placement[] = []
  const byMark = new Map<string, Placed[]>()
  const prints = new Map<ItemId, Fingerprint>()
  function printed(item: Item): Item & { readonly print: Fingerprint } {
    const print = prints.get(item.id) ?? fingerprintOf(item)
    prints.set(item.id, print)
    return { ...item, print }
  }
  for (const plain of items) {
    const item = printed(plain)
    const { bands } = item.print
    const marks = [...bands, item.urlKey]
    const stored = await store.neighbours({ bands, urlKey: item.urlKey, ...around(item) })
    const fresh = marks.flatMap((mark) => byMark.get(mark)?.slice(-MOST_ALIKE) ?? [])
    const stories = new Map<ItemId, ItemId>()
    const neighbours = new Map<ItemId, Item & { readonly print: Fingerprint }>()
    for (const placed of [...stored, ...fresh]) {
      if (neighbours.has(placed.item.id) || !isNear(placed.item, item)) continue
      neighbours.set(placed.item.id, printed(placed.item))
      stories.set(placed.item.id, placed.storyId)
    }
    const relation = relate(item, [...neighbours.values()])
    const storyId = relation.kind === 'copy' ? (stories.get(relation.of) ?? item.id) : item.id
    placements.push({ itemId: item.id, storyId, relation, bands })
    for (const mark of marks) {
      const placed = byMark.get(mark)
      if (placed === undefined) byMark.set(mark, [{ item, storyId }])
      else placed.push({ item, storyId })
    }
  }
  return placements
}

function around(item: Item): { readonly from: Date; readonly to: Date } {
  const moment = itemMoment(item).getTime()
  return { from: new Date(moment - WINDOW_MS), to: new Date(moment + WINDOW_MS) }
}

function isNear(other: Item, item: Item): boolean {
  return Math.abs(itemMoment(other).getTime() - itemMoment(item).getTime()) <= WINDOW_MS
}
