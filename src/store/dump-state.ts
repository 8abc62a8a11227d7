import type { DatabaseSync } from 'node:sqlite'
import { type Item, isItemId, isSourceId, type Log, type StateRow } from '../model/index.ts'
import { decisionOf } from './decision-json.ts'
import { numberIn, type Row, textIn } from './row.ts'
import type { SourceTable } from './source-table.ts'
import { storedItem } from './stored-item.ts'

/** So many names of pruned items go into one row. */
const NAMES_A_ROW = 200

type Tools = {
  readonly log: Log
  readonly sources: SourceTable
  readonly read: (row: Row | undefined) => Item | undefined
}

/** Every row of the state at one moment, in the order that `StateRow` names. Damaged rows are left out, and said in the log. */
export function stateDump(db: DatabaseSync, { log, sources, read }: Tools): () => Iterable<StateRow> {
  const names = db.prepare('SELECT name FROM identities WHERE item = ?')

  return function* dump() {
    db.exec('BEGIN') // what is read from here on is the state of the first reading
    try {
      yield* sourceRows()
      yield* itemRows()
      yield* storyRows()
      yield* decisionRows()
      yield* prunedRows()
    } finally {
      if (db.isTransaction) db.exec('ROLLBACK')
    }
  }

  function* sourceRows(): Iterable<StateRow> {
    for (const state of sources.states().values()) {
      const seen = sources.seen(state.sourceId)
      yield { kind: 'source', state, ...(seen.size === 0 ? {} : { seen }) }
    }
  }

  function* itemRows(): Iterable<StateRow> {
    const rows = db.prepare(`
      SELECT i.n, i.id, i.story, i.relation, i.bands, c.json, w.json AS withdrawal, w.print, w.story AS left_story, a.json AS absence
      FROM items i JOIN contents c ON c.item = i.n LEFT JOIN withdrawals w ON w.item = i.n LEFT JOIN absences a ON a.item = i.n
      ORDER BY i.n`)
    for (const row of rows.iterate()) {
      const item = read(row)
      if (item !== undefined)
        yield storedItem(
          item,
          row,
          names.all(numberIn(row, 'n')).map((one) => one['name']),
        )
    }
  }

  function* storyRows(): Iterable<StateRow> {
    for (const row of db.prepare('SELECT id, begun FROM stories ORDER BY id').iterate()) {
      const id = textIn(row, 'id') ?? ''
      if (isItemId(id)) yield { kind: 'story', id, begun: new Date(numberIn(row, 'begun')) }
    }
  }

  function* decisionRows(): Iterable<StateRow> {
    const rows = db.prepare('SELECT source, json FROM decisions ORDER BY source, at DESC, entry')
    for (const row of rows.iterate()) {
      const decision = decisionOf(textIn(row, 'json') ?? '')
      if (decision === undefined) log('warn', 'store.row-unreadable', { table: 'decisions', source: row['source'] })
      else yield { kind: 'decision', decision }
    }
  }

  function* prunedRows(): Iterable<StateRow> {
    let source = ''
    let names: string[] = []
    for (const row of db.prepare('SELECT source, name FROM pruned ORDER BY source, name').iterate()) {
      const next = textIn(row, 'source') ?? ''
      if (next !== source || names.length === NAMES_A_ROW) {
        if (isSourceId(source)) yield { kind: 'pruned', sourceId: source, names }
        source = next
        names = []
      }
      names.push(base64(row['name']))
    }
    if (isSourceId(source)) yield { kind: 'pruned', sourceId: source, names }
  }
}

function base64(bytes: unknown): string {
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('base64url') : ''
}
