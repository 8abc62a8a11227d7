import type { DatabaseSync } from 'node:sqlite'
import { type Item, type ItemId, isItemId, itemMoment, type NeighbourQuery } from '../model/index.ts'
import type { BandTable } from './band-table.ts'
import { numberIn, type Row, textIn } from './row.ts'

const MOST = 200
/** An equal address says more than any number of bands. */
const SAME_ADDRESS = 1_000_000

export type Neighbour = { readonly item: Item; readonly storyId: ItemId }

type Tools = { readonly bands: BandTable; readonly read: (row: Row | undefined) => Item | undefined }

/**
 * Finds the placed items most like the one asked for: those at its address first, then by the number of bands shared, then
 * the newest, then by id. At most 200, whatever a flood of like items holds.
 */
export function neighbourSearch(db: DatabaseSync, { bands, read }: Tools): (query: NeighbourQuery) => readonly Neighbour[] {
  const atUrl = db.prepare(`
    SELECT n FROM items WHERE story IS NOT NULL AND url_key = ? AND moment BETWEEN ? AND ? ORDER BY moment DESC, n LIMIT ${MOST}`)
  const byNumber = db.prepare('SELECT i.id, i.story, c.json FROM items i JOIN contents c ON c.item = i.n WHERE i.n = ?')
  return (query) => {
    const from = query.from.getTime()
    const to = query.to.getTime()
    const likeness = bands.sharing(query.bands, from, to)
    for (const row of atUrl.iterate(query.urlKey, from, to)) {
      const n = numberIn(row, 'n')
      likeness.set(n, (likeness.get(n) ?? 0) + SAME_ADDRESS)
    }
    const likest = [...likeness].toSorted(([a, likeA], [b, likeB]) => likeB - likeA || b - a).slice(0, MOST)
    return likest
      .flatMap(([n, like]) => neighbourOf(byNumber.get(n), like))
      .toSorted((a, b) => b.like - a.like || b.moment - a.moment || (a.item.id < b.item.id ? -1 : 1))
      .map(({ item, storyId }) => ({ item, storyId }))
  }

  function neighbourOf(
    row: Row | undefined,
    like: number,
  ): readonly (Neighbour & { readonly like: number; readonly moment: number })[] {
    const item = read(row)
    const storyId = textIn(row, 'story')
    if (item === undefined || storyId === undefined || !isItemId(storyId)) return []
    return [{ item, storyId, like, moment: itemMoment(item).getTime() }]
  }
}
