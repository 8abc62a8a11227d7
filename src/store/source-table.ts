import type { DatabaseSync } from 'node:sqlite'
import type { Log, SourceId, SourceState } from '../model/index.ts'
import { textIn } from './row.ts'
import { seenJson, seenOf } from './seen-json.ts'
import { stateOf } from './state-json.ts'

/** What is remembered of sources: their states, and the entries of their last documents. */
export type SourceTable = {
  /** of these sources, or of all */
  readonly states: (ids?: readonly SourceId[]) => ReadonlyMap<SourceId, SourceState>
  readonly seen: (sourceId: SourceId) => ReadonlyMap<string, string>
  readonly putState: (state: SourceState) => void
  readonly putSeen: (sourceId: SourceId, seen: ReadonlyMap<string, string>) => void
}

/** One row a source in each table: a document's entries are read and replaced together, and a row that stays as it is is not written. */
export function sourceTable(db: DatabaseSync, log: Log): SourceTable {
  const allStates = db.prepare('SELECT source, json FROM source_states ORDER BY source')
  const oneState = db.prepare('SELECT source, json FROM source_states WHERE source = ?')
  const oneSeen = db.prepare('SELECT json FROM seen WHERE source = ?')
  const putState = db.prepare('INSERT INTO source_states VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json')
  const putSeen = db.prepare(
    'INSERT INTO seen VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json WHERE json <> excluded.json',
  )
  return {
    states: (ids) => {
      const states = new Map<SourceId, SourceState>()
      for (const row of ids?.flatMap((id) => oneState.all(id)) ?? allStates.iterate()) {
        const state = stateOf(textIn(row, 'json') ?? '')
        if (state === undefined) log('warn', 'store.row-unreadable', { table: 'source_states', source: textIn(row, 'source') })
        else states.set(state.sourceId, state)
      }
      return states
    },
    seen: (sourceId) => seenOf(textIn(oneSeen.get(sourceId), 'json') ?? '[]'),
    putState: (state) => {
      putState.run(state.sourceId, JSON.stringify(state))
    },
    putSeen: (sourceId, seen) => {
      putSeen.run(sourceId, seenJson(seen))
    },
  }
}
