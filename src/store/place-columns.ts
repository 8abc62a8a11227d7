import { type ItemId, isItemId, type Relation } from '../model/index.ts'
import { relationOf } from './relation-shape.ts'
import { type Row, textIn } from './row.ts'
import { isText, jsonValue } from './shape.ts'

/** A lead goes before an item on its own, and that before a copy. */
export function rankOf(relation: Relation): number {
  switch (relation.kind) {
    case 'lead':
      return 0
    case 'single':
    case 'same-event':
      return 1
    case 'copy':
      return 2
  }
}

/** The bands that an item was placed with; none where the column is damaged. */
export function bandsIn(row: Row | undefined): readonly string[] {
  const bands = jsonValue(textIn(row, 'bands') ?? '[]')
  return Array.isArray(bands) ? bands.filter(isText) : []
}

/** Where a row with `story` and `relation` says that its item belongs. */
export function placementIn(row: Row | undefined): { readonly storyId: ItemId; readonly relation: Relation } | undefined {
  const storyId = textIn(row, 'story')
  const relation = relationOf(jsonValue(textIn(row, 'relation') ?? '{}'))
  return storyId === undefined || !isItemId(storyId) || relation === undefined ? undefined : { storyId, relation }
}
