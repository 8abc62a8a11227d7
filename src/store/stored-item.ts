import { type Item, isItemId, present, type StoredItem } from '../model/index.ts'
import { nameHash } from './name-hash.ts'
import { bandsIn, placementIn } from './place-columns.ts'
import { type Row, textIn } from './row.ts'
import { absenceOf, withdrawalOf } from './withdrawal-json.ts'

/**
 * An item with all that its row says of it: `story`, `relation`, `bands`, `withdrawal`, `print`, `left_story`, `absence`.
 * @param names hashes of the names that lead to it
 */
export function storedItem(item: Item, row: Row, names: readonly unknown[]): StoredItem {
  const placement = placementIn(row)
  return present({
    kind: 'item' as const,
    item,
    names: otherNames(item, names.map(base64)),
    place: placement === undefined ? undefined : { ...placement, bands: bandsIn(row) },
    withdrawn: withdrawnIn(row),
    absence: absenceOf(textIn(row, 'absence') ?? ''),
  })
}

/** Undefined when the item's identities say the same: as a rule they do. */
function otherNames(item: Item, kept: readonly string[]): readonly string[] | undefined {
  const own = new Set(item.identities.map((identity) => base64(nameHash(identity))))
  return kept.length === own.size && kept.every((name) => own.has(name)) ? undefined : kept.toSorted()
}

function withdrawnIn(row: Row): StoredItem['withdrawn'] {
  const withdrawal = withdrawalOf(textIn(row, 'withdrawal') ?? '')
  if (withdrawal === undefined) return undefined
  const storyId = textIn(row, 'left_story') ?? ''
  return present({ withdrawal, storyId: isItemId(storyId) ? storyId : undefined, fingerprint: textIn(row, 'print') ?? '' })
}

function base64(bytes: unknown): string {
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('base64url') : ''
}
