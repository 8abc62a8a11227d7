import type { DatabaseSync } from 'node:sqlite'
import { type Decision, KaynakError, type StateRow, type StoredItem } from '../model/index.ts'
import type { AbsenceTable } from './absence-table.ts'
import type { DecisionTable } from './decision-table.ts'
import type { ItemTable } from './item-table.ts'
import type { SourceTable } from './source-table.ts'
import type { StoryTable } from './story-table.ts'

/** So many decisions are stored in one go: each of these trims what a source has too many of. */
const DECISIONS_AT_ONCE = 200

type Tools = {
  readonly file: string
  readonly sources: SourceTable
  readonly items: ItemTable
  readonly stories: StoryTable
  readonly absences: AbsenceTable
  readonly decisions: DecisionTable
}

/** Fills an empty state, in one transaction. @throws what `rows` throws, and then nothing was stored; KaynakError STATE_UNUSABLE */
export function stateLoad(db: DatabaseSync, tools: Tools): (rows: AsyncIterable<StateRow>) => Promise<void> {
  const anything = db.prepare(`
    SELECT 1 WHERE EXISTS (SELECT 1 FROM items) OR EXISTS (SELECT 1 FROM source_states)
    OR EXISTS (SELECT 1 FROM decisions) OR EXISTS (SELECT 1 FROM pruned)`)
  const begin = db.prepare('UPDATE stories SET begun = ? WHERE id = ?')
  const prune = db.prepare('INSERT OR IGNORE INTO pruned VALUES (?, ?)')
  const withdraw = db.prepare('INSERT INTO withdrawals SELECT n, ?, source, ?, ?, ?, ? FROM items WHERE id = ?')
  const { sources, items, stories, absences, decisions } = tools

  return async (rows) => {
    db.exec('BEGIN IMMEDIATE')
    try {
      if (anything.get() !== undefined)
        throw new KaynakError(
          'STATE_UNUSABLE',
          `${tools.file}: expected an empty state, got one that holds something: name a new one with --state`,
        )
      const waiting: Decision[] = []
      for await (const row of rows) {
        if (row.kind === 'decision') waiting.push(row.decision)
        else put(row)
        if (waiting.length >= DECISIONS_AT_ONCE) decisions.put(waiting.splice(0))
      }
      decisions.put(waiting)
      db.exec('COMMIT')
    } catch (problem) {
      if (db.isTransaction) db.exec('ROLLBACK')
      throw problem
    }
  }

  function put(row: Exclude<StateRow, { kind: 'decision' }>): void {
    switch (row.kind) {
      case 'source':
        sources.putState(row.state)
        if (row.seen !== undefined) sources.putSeen(row.state.sourceId, row.seen)
        return
      case 'item':
        putItem(row)
        return
      case 'story':
        begin.run(row.begun.getTime(), row.id)
        return
      case 'pruned':
        for (const name of row.names) prune.run(row.sourceId, bytesOf(name))
    }
  }

  function putItem({ item, names, place, withdrawn, absence }: StoredItem): void {
    items.put(item, names?.map(bytesOf))
    if (withdrawn !== undefined) {
      const { withdrawal, storyId = null, fingerprint } = withdrawn
      const isOperators = withdrawal.by === 'operator' ? 1 : 0
      withdraw.run(withdrawal.at.getTime(), fingerprint, isOperators, storyId, JSON.stringify(withdrawal), item.id)
    }
    if (place !== undefined) stories.place({ itemId: item.id, ...place })
    if (absence !== undefined) absences.put(absence)
  }
}

function bytesOf(name: string): Uint8Array {
  return Buffer.from(name, 'base64url')
}
