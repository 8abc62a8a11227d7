import type { Log, SourceId, SourceState } from '../../model/index.ts'
import { type Row, textIn } from '../row.ts'
import { seenJson, seenOf } from '../seen-json.ts'
import { stateOf } from '../state-json.ts'
import type { Sql } from './session.ts'

/** The states in these rows; a damaged one is left out, and said in the log. */
function statesIn(rows: readonly Row[], log: Log): ReadonlyMap<SourceId, SourceState> {
  const states = new Map<SourceId, SourceState>()
  for (const row of rows) {
    const state = stateOf(textIn(row, 'json') ?? '')
    if (state === undefined) log('warn', 'store.row-unreadable', { table: 'source_states', source: textIn(row, 'source') })
    else states.set(state.sourceId, state)
  }
  return states
}

/** The states of these sources, or of all. */
export async function readStates(sql: Sql, log: Log, ids?: readonly SourceId[]): Promise<ReadonlyMap<SourceId, SourceState>> {
  const rows =
    ids === undefined
      ? await sql('SELECT source, json FROM source_states ORDER BY source')
      : await sql('SELECT source, json FROM source_states WHERE source = ANY($1) ORDER BY source', [ids])
  return statesIn(rows, log)
}

export async function readSeen(sql: Sql, source: SourceId): Promise<ReadonlyMap<string, string>> {
  const [row] = await sql('SELECT json FROM seen WHERE source = $1', [source])
  return seenOf(textIn(row, 'json') ?? '[]')
}

/** Writes one state a source. */
export async function putStates(sql: Sql, states: readonly SourceState[]): Promise<void> {
  if (states.length === 0) return
  await sql(
    `INSERT INTO source_states SELECT * FROM unnest($1::text[], $2::text[])
     ON CONFLICT (source) DO UPDATE SET json = excluded.json WHERE source_states.json <> excluded.json`,
    [states.map(({ sourceId }) => sourceId), states.map((state) => JSON.stringify(state))],
  )
}

/** Writes what each source's document holds now. */
export async function putSeen(sql: Sql, seen: ReadonlyMap<SourceId, ReadonlyMap<string, string>>): Promise<void> {
  if (seen.size === 0) return
  await sql(
    `INSERT INTO seen SELECT * FROM unnest($1::text[], $2::text[])
     ON CONFLICT (source) DO UPDATE SET json = excluded.json WHERE seen.json <> excluded.json`,
    [[...seen.keys()], [...seen.values()].map(seenJson)],
  )
}
