import type { ItemId, Log, Placement } from '../../model/index.ts'
import { bandsIn, rankOf } from '../place-columns.ts'
import { numberIn, type Row, textIn } from '../row.ts'
import { putBands, removeBands } from './bands.ts'
import type { Moved } from './items.ts'
import { safeText } from './safe-text.ts'
import type { Sql } from './session.ts'

const COLUMNS = 'n, id, source, moment, first_seen, story, bands'

/** Gives items their places; those that are not known, and withdrawn ones, are left out. Of two places of one item the later counts. */
export async function placeItems(sql: Sql, placements: readonly Placement[], log: Log): Promise<void> {
  const wanted = new Map(placements.map((placement) => [placement.itemId, placement]))
  const rows = await sql(
    `SELECT ${COLUMNS}, EXISTS (SELECT FROM withdrawals w WHERE w.item = n) AS withdrawn FROM items WHERE id = ANY($1) ORDER BY id FOR UPDATE`,
    [[...wanted.keys()]],
  )
  const known = new Map(rows.map((row) => [textIn(row, 'id') ?? '', row]))
  const placing = [...wanted.values()].flatMap((placement) => {
    const row = known.get(placement.itemId)
    if (row === undefined) log('warn', 'store.placed-unknown', { id: placement.itemId })
    return row === undefined || row['withdrawn'] === true ? [] : [{ placement, row }]
  })
  if (placing.length === 0) return
  await sql(
    `INSERT INTO stories (id, lead, moment, begun, source) SELECT DISTINCT ON (id) id, lead, moment, begun, source
     FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[]) WITH ORDINALITY AS v(id, lead, moment, begun, source, place)
     ORDER BY id, place ON CONFLICT DO NOTHING`,
    [
      placing.map(({ placement }) => placement.storyId),
      placing.map(({ row }) => numberIn(row, 'n')),
      placing.map(({ row }) => numberIn(row, 'moment')),
      placing.map(({ row }) => numberIn(row, 'first_seen')),
      placing.map(({ row }) => textIn(row, 'source')),
    ],
  )
  await removeBands(
    sql,
    placing.map(({ row }) => markedBy(row)),
  )
  await putBands(
    sql,
    placing.map(({ row, placement: { bands } }) => ({ ...markedBy(row), bands })),
  )
  await sql(
    `UPDATE items i SET story = v.story, rank = v.rank, relation = v.relation, bands = v.bands
     FROM unnest($1::bigint[], $2::text[], $3::smallint[], $4::text[], $5::text[]) AS v(n, story, rank, relation, bands) WHERE i.n = v.n`,
    [
      placing.map(({ row }) => numberIn(row, 'n')),
      placing.map(({ placement }) => placement.storyId),
      placing.map(({ placement }) => rankOf(placement.relation)),
      placing.map(({ placement }) => JSON.stringify(placement.relation)),
      placing.map(({ placement }) => JSON.stringify(placement.bands.map(safeText))),
    ],
  )
  await settle(
    sql,
    placing.flatMap(({ placement, row }) => [placement.storyId, textIn(row, 'story') ?? placement.storyId]),
  )
}

/** Takes placed items, their bands and their stories to other moments. */
export async function moveItems(sql: Sql, moved: readonly Moved[]): Promise<void> {
  if (moved.length === 0) return
  const moments = new Map(moved.map(({ id, moment }) => [String(id), moment]))
  const rows = await sql(`SELECT ${COLUMNS} FROM items WHERE id = ANY($1) ORDER BY id FOR UPDATE`, [[...moments.keys()]])
  const momentFor = (row: Row): number => moments.get(textIn(row, 'id') ?? '') ?? numberIn(row, 'moment')
  await removeBands(sql, rows.map(markedBy))
  await putBands(
    sql,
    rows.map((row) => ({ ...markedBy(row), moment: momentFor(row) })),
  )
  await sql('UPDATE items i SET moment = v.moment FROM unnest($1::bigint[], $2::bigint[]) AS v(n, moment) WHERE i.n = v.n', [
    rows.map((row) => numberIn(row, 'n')),
    rows.map(momentFor),
  ])
  await settle(
    sql,
    rows.flatMap((row) => textIn(row, 'story') ?? []),
  )
}

/** Takes an item out of its story and out of the index of likeness. @returns the story that it left */
export async function leaveStory(sql: Sql, id: ItemId): Promise<string | undefined> {
  const [row] = await sql(`SELECT ${COLUMNS} FROM items WHERE id = $1 AND story IS NOT NULL FOR UPDATE`, [id])
  const story = textIn(row, 'story')
  if (row === undefined || story === undefined) return undefined
  await removeBands(sql, [markedBy(row)])
  await sql('UPDATE items SET story = NULL, rank = NULL, relation = NULL, bands = NULL WHERE n = $1', [numberIn(row, 'n')])
  await settle(sql, [story])
  return story
}

/** A story is led by its lead, else by an item that copies nothing, else by its earliest; without items it is none. */
async function settle(sql: Sql, stories: readonly string[]): Promise<void> {
  const ids = [...new Set(stories)].toSorted()
  await sql(
    `UPDATE stories s SET lead = first.n, moment = first.moment, source = first.source
     FROM unnest($1::text[]) AS asked(id) CROSS JOIN LATERAL (
       SELECT n, moment, source FROM items i WHERE i.story = asked.id COLLATE "C" ORDER BY rank, moment, id LIMIT 1
     ) AS first
     WHERE s.id = asked.id AND (s.lead, s.moment) IS DISTINCT FROM (first.n, first.moment)`,
    [ids],
  )
  await sql('DELETE FROM stories s WHERE s.id = ANY($1) AND NOT EXISTS (SELECT FROM items i WHERE i.story = s.id)', [ids])
}

function markedBy(row: Row): { readonly item: number; readonly moment: number; readonly bands: readonly string[] } {
  return { item: numberIn(row, 'n'), moment: numberIn(row, 'moment'), bands: bandsIn(row) }
}
