import { numberIn } from '../row.ts'
import { MOST_PER_BAND, NAMED_STRETCHES, stretchOf } from '../stretch.ts'
import { safeText } from './safe-text.ts'
import type { Sql } from './session.ts'

/** An item with the bands that the index of likeness knows it by, at its moment. */
export type Marked = { readonly item: number; readonly moment: number; readonly bands: readonly string[] }

export async function putBands(sql: Sql, marked: readonly Marked[]): Promise<void> {
  const rows = columnsOf(marked)
  if (rows[0].length === 0) return
  await sql(
    'INSERT INTO bands SELECT * FROM unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[]) AS v(stretch, band, moment, item) ORDER BY 1, 2, 3, 4 ON CONFLICT DO NOTHING',
    rows,
  )
}

export async function removeBands(sql: Sql, marked: readonly Marked[]): Promise<void> {
  const rows = columnsOf(marked)
  if (rows[0].length === 0) return
  await sql(
    `DELETE FROM bands b USING unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[]) AS v(stretch, band, moment, item)
     WHERE b.stretch = v.stretch AND b.band = v.band AND b.moment = v.moment AND b.item = v.item`,
    rows,
  )
}

/** item -> how many of these bands it carries, of items dated from `from` up to and including `to` */
export async function sharing(
  sql: Sql,
  bands: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Map<number, number>> {
  if (bands.length === 0) return new Map()
  const rows = await sql(
    `SELECT found.item, count(*) AS bands
     FROM unnest($1::int[]) AS at(stretch) CROSS JOIN unnest($2::text[]) AS asked(band) CROSS JOIN LATERAL (
       SELECT b.item FROM bands b WHERE b.stretch = at.stretch AND b.band = asked.band COLLATE "C" AND b.moment BETWEEN $3 AND $4
       ORDER BY b.moment DESC, b.item DESC LIMIT ${MOST_PER_BAND}
     ) AS found
     GROUP BY found.item`,
    [await stretchesOf(sql, from, to), distinct(bands), from, to],
  )
  return new Map(rows.map((row) => [numberIn(row, 'item'), numberIn(row, 'bands')]))
}

async function stretchesOf(sql: Sql, from: number, to: number): Promise<readonly number[]> {
  const [first, last] = [stretchOf(from), stretchOf(to)]
  if (last - first < NAMED_STRETCHES) return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n)
  const rows = await sql(
    `WITH RECURSIVE held(stretch) AS (
       SELECT min(stretch) FROM bands WHERE stretch >= $1
       UNION ALL SELECT (SELECT min(b.stretch) FROM bands b WHERE b.stretch > held.stretch) FROM held WHERE held.stretch IS NOT NULL
     ) SELECT stretch FROM held WHERE stretch <= $2`,
    [first, last],
  )
  return rows.map((row) => numberIn(row, 'stretch'))
}

function columnsOf(marked: readonly Marked[]): readonly [number[], string[], number[], number[]] {
  const columns: readonly [number[], string[], number[], number[]] = [[], [], [], []]
  for (const { item, moment, bands } of marked)
    for (const band of distinct(bands)) {
      columns[0].push(stretchOf(moment))
      columns[1].push(band)
      columns[2].push(moment)
      columns[3].push(item)
    }
  return columns
}

function distinct(bands: readonly string[]): readonly string[] {
  return [...new Set(bands.map(safeText))]
}
