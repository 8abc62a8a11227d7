import type { Absence, Aftermath, Item, ItemId, Withdrawal } from '../../model/index.ts'
import { momentOf, numberIn, rowLimit, textIn } from '../row.ts'
import { absenceOf } from '../withdrawal-json.ts'
import { putItems, type ReadItem } from './items.ts'
import { leaveStory, moveItems } from './placing.ts'
import { safeText } from './safe-text.ts'
import type { Sql } from './session.ts'

/** Writes what became of items; inside a transaction. A withdrawn item is not looked at any more; items that are not known are left out. */
export async function applyAftermath(sql: Sql, read: ReadItem, aftermath: Aftermath): Promise<void> {
  const { absent = [], settled = [], withdrawn = [], restored = [] } = aftermath
  await putAbsences(sql, absent)
  await removeAbsences(sql, settled)
  for (const withdrawal of withdrawn) {
    await withdraw(sql, read, withdrawal)
    await removeAbsences(sql, [withdrawal.itemId])
  }
  for (const item of restored) await restore(sql, item)
}

/** Writes absences of items that were not withdrawn; of two of one item the later. */
export async function putAbsences(sql: Sql, absences: readonly Absence[]): Promise<void> {
  if (absences.length === 0) return
  const latest = [...new Map(absences.map((absence) => [absence.itemId, absence])).values()]
  await sql(
    `INSERT INTO absences SELECT i.n, v.due, v.json FROM unnest($1::text[], $2::bigint[], $3::text[]) AS v(id, due, json) JOIN items i ON i.id = v.id
     WHERE NOT EXISTS (SELECT FROM withdrawals w WHERE w.item = i.n)
     ON CONFLICT (item) DO UPDATE SET due = excluded.due, json = excluded.json`,
    [
      latest.map(({ itemId }) => itemId),
      latest.map(({ due }) => due.getTime()),
      latest.map((absence) => JSON.stringify(absence)),
    ],
  )
}

async function removeAbsences(sql: Sql, ids: readonly ItemId[]): Promise<void> {
  if (ids.length > 0) await sql('DELETE FROM absences WHERE item IN (SELECT n FROM items WHERE id = ANY($1))', [ids])
}

/** What an operator withdrew, a source does not withdraw again. */
async function withdraw(sql: Sql, read: ReadItem, withdrawal: Withdrawal): Promise<void> {
  const [row] = await sql(
    `SELECT i.n, c.json, w.operator FROM items i JOIN contents c ON c.item = i.n LEFT JOIN withdrawals w ON w.item = i.n WHERE i.id = $1`,
    [withdrawal.itemId],
  )
  const isOperators = withdrawal.by === 'operator'
  if (row === undefined || (row['operator'] === true && !isOperators)) return
  const item = read(row)
  const story = await leaveStory(sql, withdrawal.itemId)
  await sql(
    `INSERT INTO withdrawals (item, at, source, print, operator, story, json) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (item) DO UPDATE SET at = excluded.at, operator = excluded.operator, json = excluded.json`,
    [
      numberIn(row, 'n'),
      withdrawal.at.getTime(),
      item?.carrier.sourceId ?? '',
      safeText(item?.fingerprint ?? ''),
      isOperators,
      story ?? null,
      JSON.stringify(withdrawal),
    ],
  )
}

async function restore(sql: Sql, item: Item): Promise<void> {
  const gone = await sql('DELETE FROM withdrawals WHERE item = (SELECT n FROM items WHERE id = $1) RETURNING item', [item.id])
  if (gone.length === 0) return
  await moveItems(sql, await putItems(sql, [{ item }]))
  await removeAbsences(sql, [item.id])
}

/** Those whose next look is due, the longest due first. */
export async function dueAbsences(
  sql: Sql,
  read: ReadItem,
  { due, limit }: { readonly due: Date; readonly limit: number },
): Promise<readonly { readonly absence: Absence; readonly item: Item }[]> {
  const rows = await sql(
    `SELECT i.id, i.n, c.json, a.json AS absence FROM absences a JOIN items i ON i.n = a.item JOIN contents c ON c.item = a.item
     WHERE a.due <= $1 ORDER BY a.due, i.id LIMIT $2`,
    [momentOf(due), rowLimit(limit)],
  )
  return rows.flatMap((row) => {
    const absence = absenceOf(textIn(row, 'absence') ?? '')
    const item = read(row)
    return absence === undefined || item === undefined ? [] : [{ absence, item }]
  })
}
