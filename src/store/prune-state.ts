import type { DatabaseSync } from 'node:sqlite'
import { isItemId, type Pruned, type PruneQuery, type SourceId } from '../model/index.ts'
import { nameHash } from './name-hash.ts'
import { momentOf, numberIn, textIn } from './row.ts'
import type { StoryTable } from './story-table.ts'
import { transaction } from './transaction.ts'

/** So many stories, or decisions, go in one transaction. */
const STORIES_AT_ONCE = 200
const DECISIONS_AT_ONCE = 5_000

/** Takes what is old out of the state, and remembers the names of it. */
export type PruneTable = {
  readonly prune: (query: PruneQuery) => Pruned
  readonly among: (sourceId: SourceId, identities: readonly string[]) => readonly string[]
}

export function pruneTable(db: DatabaseSync, { stories }: { readonly stories: StoryTable }): PruneTable {
  const old = db.prepare(`
    SELECT id, begun FROM stories WHERE (begun, id) > (?1, ?2) AND begun < ?3 AND moment < ?3
    AND NOT EXISTS (SELECT 1 FROM items i WHERE i.story = stories.id AND i.moment >= ?3)
    ORDER BY begun, id LIMIT ${STORIES_AT_ONCE}`)
  const untold = db.prepare('SELECT DISTINCT story FROM withdrawals WHERE at >= ? AND story IS NOT NULL')
  const itemsOf = db.prepare('SELECT n, id FROM items WHERE story = ?')
  const keepNames = db.prepare('INSERT OR IGNORE INTO pruned SELECT source, name FROM identities WHERE item = ?')
  const removeItem = db.prepare('DELETE FROM items WHERE n = ?')
  const oldDecisions = db.prepare('SELECT count(*) AS many FROM decisions WHERE at < ?')
  const removeDecisions = db.prepare(`
    DELETE FROM decisions WHERE n IN (SELECT n FROM decisions WHERE at < ? LIMIT ${DECISIONS_AT_ONCE})`)
  const isPruned = db.prepare('SELECT 1 FROM pruned WHERE source = ? AND name = ?')

  return {
    prune: ({ before, keep, isDryRun = false }) => {
      const moment = momentOf(before)
      const gone = { stories: 0, items: 0, decisions: numberIn(oldDecisions.get(moment), 'many') }
      const kept = new Set<string>([...keep, ...untold.all(moment).map((row) => textIn(row, 'story') ?? '')])
      for (const batch of batches(moment)) {
        const going = batch.filter((id) => !kept.has(id))
        gone.stories += going.length
        gone.items += isDryRun ? count(going) : transaction(db, () => remove(going))
      }
      if (isDryRun) return gone
      while (Number(transaction(db, () => removeDecisions.run(moment)).changes) > 0);
      if (gone.stories + gone.decisions > 0) db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
      return gone
    },
    among: (sourceId, identities) => identities.filter((identity) => isPruned.get(sourceId, nameHash(identity)) !== undefined),
  }

  /** The ids of old stories; each batch is asked for after the one before has gone. */
  function* batches(moment: number): Iterable<readonly string[]> {
    let [begun, id] = [Number.MIN_SAFE_INTEGER, '']
    for (;;) {
      const rows = old.all(begun, id, moment)
      const last = rows.at(-1)
      if (last === undefined) return
      yield rows.map((row) => textIn(row, 'id') ?? '')
      ;[begun, id] = [numberIn(last, 'begun'), textIn(last, 'id') ?? '']
    }
  }

  function count(ids: readonly string[]): number {
    return ids.reduce((sum, id) => sum + itemsOf.all(id).length, 0)
  }

  function remove(ids: readonly string[]): number {
    let removed = 0
    for (const story of ids)
      for (const row of itemsOf.all(story)) {
        const n = numberIn(row, 'n')
        const id = textIn(row, 'id') ?? ''
        if (isItemId(id)) stories.leave(id)
        keepNames.run(n)
        removeItem.run(n)
        removed++
      }
    return removed
  }
}
