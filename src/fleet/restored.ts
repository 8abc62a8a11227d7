import { type ItemId, isItemId } from '../model/index.ts'
import type { Database } from './database.ts'
import { textIn } from './row.ts'

/** Items whose withdrawal was taken back, kept for whoever publishes next: the documents that lack them are made anew. */
export type Restored = {
  readonly add: (ids: readonly ItemId[]) => Promise<void>
  /** at most 1,000 */
  readonly waiting: () => Promise<readonly ItemId[]>
  readonly remove: (ids: readonly ItemId[]) => Promise<void>
}

export function restoredIn({ schema, rows }: Database): Restored {
  const table = `${schema}.restored`
  return {
    async add(ids) {
      if (ids.length > 0) await rows(`INSERT INTO ${table} SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`, [ids])
    },
    async waiting() {
      const found = await rows(`SELECT item FROM ${table} ORDER BY item LIMIT 1000`)
      return found.map((row) => textIn(row, 'item')).filter(isItemId)
    },
    async remove(ids) {
      if (ids.length > 0) await rows(`DELETE FROM ${table} WHERE item = ANY($1::text[])`, [ids])
    },
  }
}
