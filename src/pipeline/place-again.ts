import { fingerprintOf } from '../cluster/index.ts'
import type { ItemId, Placement, Store } from '../model/index.ts'

const AT_ONCE = 500

/**
 * Indexes anew those of these items whose whole text is known again: they were placed with the bands of an excerpt, by which a later copy
 * might not find them. Their stories stay.
 */
export async function placeAgain(ids: readonly ItemId[], store: Store): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const placements: Placement[] = []
    for (const id of ids.slice(at, at + AT_ONCE)) {
      const [item, place] = [await store.item(id), await store.placement(id)]
      if (item === undefined || place === undefined || item.isExcerpt === true) continue
      placements.push({ itemId: id, ...place, bands: fingerprintOf(item).bands })
    }
    if (placements.length > 0) await store.place(placements)
  }
}
