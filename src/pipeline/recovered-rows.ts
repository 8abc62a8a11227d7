import { fingerprintOf, relate } from '../cluster/index.ts'
import { type Item, type ItemId, present, type Relation, type StoredItem, type Withdrawal } from '../model/index.ts'
import { hashOf, isHashed } from './hashed-name.ts'

/** The row of the item that a story began with: it goes on deciding the moment of the story. */
export function storedFirst(item: Item, ofItems: number): StoredItem {
  const relation: Relation = ofItems > 1 ? { kind: 'lead' } : { kind: 'single' }
  return { kind: 'item', item, place: { storyId: item.id, relation, bands: fingerprintOf(item).bands } }
}

/** The row of a further outlet's item, with whatever likeness can still be seen. */
export function storedCopy(item: Item, storyId: ItemId, of: Item): StoredItem {
  const [print, other] = [fingerprintOf(item), fingerprintOf(of)]
  const seen = relate({ ...item, print }, [{ ...of, print: other }])
  const similarity = seen.kind === 'copy' ? seen.similarity : 0
  const evidence = seen.kind === 'copy' ? seen.evidence : 'published so before the state was lost'
  return {
    kind: 'item',
    item,
    place: { storyId, relation: { kind: 'copy', of: of.id, similarity, evidence }, bands: print.bands },
  }
}

/** The row of an item that was withdrawn. */
export function storedWithdrawn(item: Item, withdrawal: Withdrawal, storyId: ItemId | undefined): StoredItem {
  const names = item.identities.some(isHashed) ? item.identities.map(hashOf).toSorted() : undefined
  return present({
    kind: 'item' as const,
    item,
    names,
    withdrawn: present({ withdrawal, storyId, fingerprint: item.fingerprint }),
  })
}
