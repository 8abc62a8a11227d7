import type { DatabaseSync } from 'node:sqlite'
import type { Item } from '../model/index.ts'
import { type Row, textIn } from './row.ts'

/** A source that repeats a text, or a flood of one text, must not make a story that nobody can read or hold in memory. */
export const MOST_OF_SOURCE = 3
export const MOST_OF_STORY = 300

/** Reads the copies of stories, by date, then id: of each source the earliest few. Stories without any are absent. */
export function storyCopies(
  db: DatabaseSync,
  read: (row: Row) => Item | undefined,
): (stories: readonly string[]) => ReadonlyMap<string, readonly Item[]> {
  const others = db.prepare(`
    SELECT c.item AS n, o.story, c.json FROM (
      SELECT i.story, i.n, i.id, i.moment, row_number() OVER (PARTITION BY i.story, i.source ORDER BY i.moment, i.id) AS nth
      FROM json_each(?) AS asked
      CROSS JOIN stories s ON s.id = asked.value
      CROSS JOIN items i ON i.story = s.id AND i.n <> s.lead
    ) AS o
    CROSS JOIN contents c ON c.item = o.n
    WHERE o.nth <= ${MOST_OF_SOURCE}
    ORDER BY o.moment, o.id`)
  return (stories) => {
    const copies = new Map<string, Item[]>()
    for (const row of others.iterate(JSON.stringify(stories))) {
      const story = textIn(row, 'story') ?? ''
      const known = copies.get(story)
      if (known !== undefined && known.length >= MOST_OF_STORY) continue
      const item = read(row)
      if (item === undefined) continue
      if (known === undefined) copies.set(story, [item])
      else known.push(item)
    }
    return copies
  }
}
