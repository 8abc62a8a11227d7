import { type ItemId, isItemId, present, type SourceId, type WithdrawnItem } from '../../model/index.ts'
import { momentOf, type Row, rowLimit, textIn } from '../row.ts'
import { withdrawalOf } from '../withdrawal-json.ts'
import type { ReadItem } from './items.ts'
import { safeText } from './safe-text.ts'
import type { Sql } from './session.ts'

const COLUMNS = `
  SELECT i.id, i.n, c.json, w.story, w.json AS withdrawal, EXISTS (SELECT FROM stories s WHERE s.id = w.story) AS goes_on
  FROM withdrawals w JOIN items i ON i.n = w.item JOIN contents c ON c.item = w.item`

export async function readWithdrawal(sql: Sql, read: ReadItem, id: ItemId): Promise<WithdrawnItem | undefined> {
  const [row] = await sql(`${COLUMNS} WHERE i.id = $1`, [id])
  return withdrawnOf(row, read)
}

/** Newest first, then by item. */
export async function newestWithdrawals(
  sql: Sql,
  read: ReadItem,
  { limit, since }: { readonly limit: number; readonly since: Date },
): Promise<readonly WithdrawnItem[]> {
  const rows = await sql(`${COLUMNS} WHERE w.at >= $1 ORDER BY w.at DESC, i.id LIMIT $2`, [momentOf(since), rowLimit(limit)])
  return rows.map((row) => withdrawnOf(row, read)).filter((one) => one !== undefined)
}

export async function isRetracted(sql: Sql, source: SourceId, fingerprint: string): Promise<boolean> {
  const rows = await sql('SELECT FROM withdrawals WHERE source = $1 AND print = $2 AND operator LIMIT 1', [
    source,
    safeText(fingerprint),
  ])
  return rows.length > 0
}

function withdrawnOf(row: Row | undefined, read: ReadItem): WithdrawnItem | undefined {
  if (row === undefined) return undefined
  const withdrawal = withdrawalOf(textIn(row, 'withdrawal') ?? '')
  const item = read(row)
  const story = textIn(row, 'story') ?? ''
  if (withdrawal === undefined || item === undefined) return undefined
  return present({ withdrawal, item, storyId: isItemId(story) ? story : undefined, goesOn: row['goes_on'] === true })
}
