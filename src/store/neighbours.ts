import type { DatabaseSync } from 'node:sqlite'
import type { Item, NeighbourQuery } from '../model/index.ts'
import type { BandTable } from './band-table.ts'
import { LIKEST, type Neighbour, neighboursIn, SAME_ADDRESS } from './likest.ts'
import { numberIn, type Row } from './row.ts'

type Tools = { readonly bands: BandTable; readonly read: (row: Row | undefined) => Item | undefined }

/**
 * Finds the placed items most like the one asked for: those at its address first, then by the number of bands shared, then
 * the newest, then by id. At most 200, whatever a flood of like items holds.
 */
export function neighbourSearch(db: DatabaseSync, { bands, read }: Tools): (query: NeighbourQuery) => readonly Neighbour[] {
  const atUrl = db.prepare(`
    SELECT n FROM items WHERE story IS NOT NULL AND url_key = ? AND moment BETWEEN ? AND ? ORDER BY moment DESC, n LIMIT ${LIKEST}`)
  const byNumber = db.prepare('SELECT i.n, i.id, i.story, c.json FROM items i JOIN contents c ON c.item = i.n WHERE i.n = ?')
  return (query) => {
    const from = query.from.getTime()
    const to = query.to.getTime()
    const likeness = bands.sharing(query.bands, from, to)
    for (const row of atUrl.iterate(query.urlKey, from, to)) {
      const n = numberIn(row, 'n')
      likeness.set(n, (likeness.get(n) ?? 0) + SAME_ADDRESS)
    }
    const likest = [...likeness].toSorted(([a, likeA], [b, likeB]) => likeB - likeA || b - a).slice(0, LIKEST)
    const rows = likest.map(([n]) => byNumber.get(n)).filter((row) => row !== undefined)
    return neighboursIn(rows, { read, likeness: (row) => likeness.get(numberIn(row, 'n')) ?? 0 })
  }
}
