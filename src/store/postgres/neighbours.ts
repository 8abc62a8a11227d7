import type { NeighbourQuery } from '../../model/index.ts'
import { LIKEST, type Neighbour, neighboursIn, SAME_ADDRESS } from '../likest.ts'
import { numberIn } from '../row.ts'
import { sharing } from './bands.ts'
import type { ReadItem } from './items.ts'
import { safeText } from './safe-text.ts'
import type { Sql } from './session.ts'

/** The placed items most like the one asked for; see `neighboursIn` for their order. */
export async function findNeighbours(sql: Sql, read: ReadItem, query: NeighbourQuery): Promise<readonly Neighbour[]> {
  const from = query.from.getTime()
  const to = query.to.getTime()
  const [likeness, atUrl] = await Promise.all([
    sharing(sql, query.bands, { from, to }),
    sql(
      `SELECT n FROM items WHERE story IS NOT NULL AND url_key = $1 AND moment BETWEEN $2 AND $3 ORDER BY moment DESC, n LIMIT ${LIKEST}`,
      [safeText(query.urlKey), from, to],
    ),
  ])
  for (const row of atUrl) {
    const n = numberIn(row, 'n')
    likeness.set(n, (likeness.get(n) ?? 0) + SAME_ADDRESS)
  }
  if (likeness.size === 0) return []
  const likest = [...likeness].toSorted(([a, likeA], [b, likeB]) => likeB - likeA || b - a).slice(0, LIKEST)
  const rows = await sql('SELECT i.n, i.id, i.story, c.json FROM items i JOIN contents c ON c.item = i.n WHERE i.n = ANY($1)', [
    likest.map(([n]) => n),
  ])
  return neighboursIn(rows, { read, likeness: (row) => likeness.get(numberIn(row, 'n')) ?? 0 })
}
