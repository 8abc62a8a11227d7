import type { DatabaseSync } from 'node:sqlite'
import type { Absence, Item, ItemId } from '../model/index.ts'
import { momentOf, type Row, rowLimit, textIn } from './row.ts'
import { absenceOf } from './withdrawal-json.ts'

/** Items that their sources list no more, by the moment of their next look. */
export type AbsenceTable = {
  readonly put: (absence: Absence) => void
  readonly remove: (id: ItemId) => void
  readonly due: (query: {
    readonly due: Date
    readonly limit: number
  }) => readonly { readonly absence: Absence; readonly item: Item }[]
}

export function absenceTable(
  db: DatabaseSync,
  { read }: { readonly read: (row: Row | undefined) => Item | undefined },
): AbsenceTable {
  const put = db.prepare(`
    INSERT INTO absences SELECT n, ?, ? FROM items WHERE id = ? AND NOT EXISTS (SELECT 1 FROM withdrawals w WHERE w.item = n)
    ON CONFLICT DO UPDATE SET due = excluded.due, json = excluded.json`)
  const remove = db.prepare('DELETE FROM absences WHERE item = (SELECT n FROM items WHERE id = ?)')
  const due = db.prepare(`
    SELECT i.id, i.n, c.json, a.json AS absence FROM absences a JOIN items i ON i.n = a.item JOIN contents c ON c.item = a.item
    WHERE a.due <= ? ORDER BY a.due, i.id LIMIT ?`)
  return {
    put: (absence) => {
      put.run(absence.due.getTime(), JSON.stringify(absence), absence.itemId)
    },
    remove: (id) => {
      remove.run(id)
    },
    due: (query) =>
      due.all(momentOf(query.due), rowLimit(query.limit)).flatMap((row) => {
        const absence = absenceOf(textIn(row, 'absence') ?? '')
        const item = read(row)
        return absence === undefined || item === undefined ? [] : [{ absence, item }]
      }),
  }
}
