import type { DatabaseSync } from 'node:sqlite'
import { type Item, type ItemId, isItemId, present, type SourceId, type Withdrawal, type WithdrawnItem } from '../model/index.ts'
import { momentOf, numberIn, type Row, rowLimit, textIn } from './row.ts'
import { withdrawalOf } from './withdrawal-json.ts'

/** Which items were withdrawn, from which story, by whom. */
export type WithdrawalTable = {
  readonly put: (withdrawal: Withdrawal) => void
  readonly remove: (id: ItemId) => void
  readonly get: (id: ItemId) => WithdrawnItem | undefined
  readonly newest: (query: { readonly limit: number; readonly since: Date }) => readonly WithdrawnItem[]
  readonly isRetracted: (sourceId: SourceId, fingerprint: string) => boolean
}

type Tools = {
  readonly read: (row: Row | undefined) => Item | undefined
  /** takes an item out of its story, which it names */
  readonly leave: (id: ItemId) => string | undefined
}

export function withdrawalTable(db: DatabaseSync, { read, leave }: Tools): WithdrawalTable {
  const known = db.prepare(`
    SELECT i.n, c.json, w.operator FROM items i JOIN contents c ON c.item = i.n LEFT JOIN withdrawals w ON w.item = i.n WHERE i.id = ?`)
  const put = db.prepare(`
    INSERT INTO withdrawals (item, at, source, print, operator, story, json) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET at = excluded.at, operator = excluded.operator, json = excluded.json`)
  const remove = db.prepare('DELETE FROM withdrawals WHERE item = (SELECT n FROM items WHERE id = ?)')
  const columns = `
    SELECT i.id, i.n, c.json, w.story, w.json AS withdrawal, EXISTS (SELECT 1 FROM stories s WHERE s.id = w.story) AS goes_on
    FROM withdrawals w JOIN items i ON i.n = w.item JOIN contents c ON c.item = w.item`
  const one = db.prepare(`${columns} WHERE i.id = ?`)
  const newest = db.prepare(`${columns} WHERE w.at >= ? ORDER BY w.at DESC, i.id LIMIT ?`)
  const retracted = db.prepare('SELECT 1 FROM withdrawals WHERE source = ? AND print = ? AND operator = 1 LIMIT 1')

  function withdrawnOf(row: Row | undefined): WithdrawnItem | undefined {
    if (row === undefined) return undefined
    const withdrawal = withdrawalOf(textIn(row, 'withdrawal') ?? '')
    const item = read(row)
    const story = textIn(row, 'story') ?? ''
    if (withdrawal === undefined || item === undefined) return undefined
    return present({ withdrawal, item, storyId: isItemId(story) ? story : undefined, goesOn: numberIn(row, 'goes_on') === 1 })
  }

  return {
    put: (withdrawal) => {
      const row = known.get(withdrawal.itemId)
      const isOperators = withdrawal.by === 'operator'
      if (row === undefined || (row['operator'] === 1 && !isOperators)) return
      const item = read(row)
      const story = leave(withdrawal.itemId) ?? null
      const names = [item?.carrier.sourceId ?? '', item?.fingerprint ?? ''] as const
      put.run(numberIn(row, 'n'), withdrawal.at.getTime(), ...names, isOperators ? 1 : 0, story, JSON.stringify(withdrawal))
    },
    remove: (id) => {
      remove.run(id)
    },
    get: (id) => withdrawnOf(one.get(id)),
    newest: ({ limit, since }) =>
      newest
        .all(momentOf(since), rowLimit(limit))
        .map(withdrawnOf)
        .filter((one) => one !== undefined),
    isRetracted: (sourceId, fingerprint) => retracted.get(sourceId, fingerprint) !== undefined,
  }
}
