import type { SourceState } from './health.ts'
import type { ItemId, SourceId } from './ids.ts'
import type { Decision, Item, Relation } from './item.ts'
import type { Absence, Withdrawal } from './withdrawal.ts'

/**
 * One piece of a whole state, as `Store.dump` gives and `Store.load` takes it. They come in this order: sources by id, items in the
 * order in which they were stored first (which decides between equals), stories by id, decisions by source, then newest first, then by
 * entry (as a hash), and names of pruned items by source.
 */
export type StateRow =
  | { readonly kind: 'source'; readonly state: SourceState; readonly seen?: ReadonlyMap<string, string> }
  | StoredItem
  | { readonly kind: 'story'; readonly id: ItemId; readonly begun: Date }
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'pruned'; readonly sourceId: SourceId; readonly names: readonly string[] }

/** An item with all that is known of it. A withdrawn one has no place. */
export type StoredItem = {
  readonly kind: 'item'
  readonly item: Item
  /** hashes of the names that lead to it, sorted, when they are others than its own identities; see the store's `nameHash` */
  readonly names?: readonly string[]
  readonly place?: { readonly storyId: ItemId; readonly relation: Relation; readonly bands: readonly string[] }
  /** with the story that it left, and the fingerprint that it had when it was withdrawn */
  readonly withdrawn?: { readonly withdrawal: Withdrawal; readonly storyId?: ItemId; readonly fingerprint: string }
  readonly absence?: Absence
}

/** What is to go: of before this moment, except these stories. `isDryRun`: count only. */
export type PruneQuery = { readonly before: Date; readonly keep: ReadonlySet<ItemId>; readonly isDryRun?: boolean }

/** What went, or would go. */
export type Pruned = { readonly items: number; readonly stories: number; readonly decisions: number }
