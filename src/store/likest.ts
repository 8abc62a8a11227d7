import { type Item, type ItemId, isItemId, itemMoment } from '../model/index.ts'
import { type Row, textIn } from './row.ts'

/** At most so many neighbours, whatever a flood of like items holds. */
export const LIKEST = 200
/** An equal address says more than any number of bands. */
export const SAME_ADDRESS = 1_000_000

export type Neighbour = { readonly item: Item; readonly storyId: ItemId }

type Tools = {
  readonly read: (row: Row) => Item | undefined
  /** the number of bands shared, and `SAME_ADDRESS` */
  readonly likeness: (row: Row) => number
}

/** The neighbours in rows with `id`, `story` and `json`: the likest first, then the newest, then by id. */
export function neighboursIn(rows: readonly Row[], { read, likeness }: Tools): readonly Neighbour[] {
  return rows
    .flatMap((row) => {
      const item = read(row)
      const storyId = textIn(row, 'story')
      if (item === undefined || storyId === undefined || !isItemId(storyId)) return []
      return [{ item, storyId, like: likeness(row), moment: itemMoment(item).getTime() }]
    })
    .toSorted((a, b) => b.like - a.like || b.moment - a.moment || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item, storyId }) => ({ item, storyId }))
}
