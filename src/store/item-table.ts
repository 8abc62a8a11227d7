import type { DatabaseSync } from 'node:sqlite'
import { type Item, type ItemId, itemMoment, type Log, type SourceId } from '../model/index.ts'
import { itemOf } from './item-json.ts'
import { nameHash } from './name-hash.ts'
import { type Row, rowLimit, textIn } from './row.ts'

/** Items and the names by which their sources know them. */
export type ItemTable = {
  /**
   * Writes an item, in place of the one with its id. `names`: hashes of the names that lead to it, when they are others than its own.
   * @returns its new moment when that has changed and the item has a place: its bands and its story must follow
   */
  readonly put: (item: Item, names?: readonly Uint8Array[]) => number | undefined
  readonly get: (id: ItemId) => Item | undefined
  readonly find: (sourceId: SourceId, identities: readonly string[]) => Item | undefined
  readonly unplaced: (limit: number) => readonly Item[]
  readonly at: (urlKey: string) => readonly Item[]
  /** The item in a row's column `json`; undefined, and said in the log, when the row is damaged. */
  readonly read: (row: Row | undefined) => Item | undefined
}

export function itemTable(db: DatabaseSync, log: Log): ItemTable {
  const byId = db.prepare('SELECT n, moment, story FROM items WHERE id = ?')
  const jsonById = db.prepare('SELECT i.id, c.json FROM items i JOIN contents c ON c.item = i.n WHERE i.id = ?')
  const insert = db.prepare('INSERT INTO items (id, source, url_key, moment) VALUES (?, ?, ?, ?)')
  const update = db.prepare('UPDATE items SET url_key = ? WHERE n = ? AND url_key <> ?')
  const write = db.prepare('INSERT INTO contents VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json')
  const move = db.prepare('UPDATE items SET moment = ? WHERE n = ?')
  const name = db.prepare('INSERT OR IGNORE INTO identities VALUES (?, ?, ?)') // whoever had the name first keeps it
  const byName = db.prepare(
    'SELECT d.item AS n, c.json FROM identities d JOIN contents c ON c.item = d.item WHERE d.source = ? AND d.name = ?',
  )
  const unplaced = db.prepare(`
    SELECT i.id, c.json FROM items i JOIN contents c ON c.item = i.n
    WHERE i.story IS NULL AND NOT EXISTS (SELECT 1 FROM withdrawals w WHERE w.item = i.n) ORDER BY i.moment, i.id LIMIT ?`)

  const atUrl = db.prepare(`
    SELECT i.id, c.json FROM items i JOIN contents c ON c.item = i.n WHERE i.story IS NOT NULL AND i.url_key = ?1
    UNION SELECT i.id, c.json FROM withdrawals w JOIN items i ON i.n = w.item JOIN contents c ON c.item = i.n WHERE i.url_key = ?1
    ORDER BY 1 LIMIT 50`)

  function read(row: Row | undefined): Item | undefined {
    if (row === undefined) return undefined
    const item = itemOf(textIn(row, 'json') ?? '')
    if (item === undefined) log('warn', 'store.row-unreadable', { table: 'contents', item: row['id'] ?? row['n'] })
    return item
  }

  return {
    put: (item, names = item.identities.map(nameHash)) => {
      const known = byId.get(item.id)
      const moment = itemMoment(item).getTime()
      const n = known?.['n'] ?? insert.run(item.id, item.carrier.sourceId, item.urlKey, moment).lastInsertRowid
      write.run(n, JSON.stringify(item))
      for (const one of names) name.run(item.carrier.sourceId, one, n)
      if (known === undefined) return undefined
      update.run(item.urlKey, n, item.urlKey)
      if (known['moment'] === moment) return undefined
      if (textIn(known, 'story') !== undefined) return moment
      move.run(moment, n)
      return undefined
    },
    get: (id) => read(jsonById.get(id)),
    find: (sourceId, identities) => {
      for (const identity of identities) {
        const item = read(byName.get(sourceId, nameHash(identity)))
        if (item !== undefined) return item
      }
      return undefined
    },
    unplaced: (limit) =>
      unplaced
        .all(rowLimit(limit))
        .map(read)
        .filter((item) => item !== undefined),
    at: (urlKey) =>
      atUrl
        .all(urlKey)
        .map(read)
        .filter((item) => item !== undefined),
    read,
  }
}
