import { isItemId, isSourceId, type Log, type StateRow } from '../../model/index.ts'
import { decisionOf } from '../decision-json.ts'
import { numberIn, type Row, textIn } from '../row.ts'
import { storedItem } from '../stored-item.ts'
import type { ReadItem } from './items.ts'
import type { Sql } from './session.ts'
import { readSeen, readStates } from './sources.ts'

/** So many rows are held at a time. */
const ROWS_AT_ONCE = 500
/** So many names of pruned items go into one row of the dump. */
const NAMES_A_ROW = 200

/** Every row of the state, in the order that `StateRow` names; inside a transaction that sees one moment. */
export async function* dumpState(sql: Sql, read: ReadItem, log: Log): AsyncIterable<StateRow> {
  for (const state of (await readStates(sql, log)).values()) {
    const seen = await readSeen(sql, state.sourceId)
    yield { kind: 'source', state, ...(seen.size === 0 ? {} : { seen }) }
  }
  yield* itemRows(sql, read)
  for await (const row of rowsOf(sql, 'SELECT id, begun FROM stories ORDER BY id')) {
    const id = textIn(row, 'id') ?? ''
    if (isItemId(id)) yield { kind: 'story', id, begun: new Date(numberIn(row, 'begun')) }
  }
  for await (const row of rowsOf(sql, 'SELECT source, json FROM decisions ORDER BY source, at DESC, entry')) {
    const decision = decisionOf(textIn(row, 'json') ?? '')
    if (decision === undefined) log('warn', 'store.row-unreadable', { table: 'decisions', source: row['source'] })
    else yield { kind: 'decision', decision }
  }
  yield* prunedRows(sql)
}

async function* itemRows(sql: Sql, read: ReadItem): AsyncIterable<StateRow> {
  const rows = rowsOf(
    sql,
    `SELECT i.n, i.id, i.story, i.relation, i.bands, c.json, w.json AS withdrawal, w.print, w.story AS left_story, a.json AS absence,
       ARRAY(SELECT d.name FROM identities d WHERE d.item = i.n) AS names
     FROM items i JOIN contents c ON c.item = i.n LEFT JOIN withdrawals w ON w.item = i.n LEFT JOIN absences a ON a.item = i.n
     ORDER BY i.n`,
  )
  for await (const row of rows) {
    const item = read(row)
    const { names } = row
    if (item !== undefined) yield storedItem(item, row, Array.isArray(names) ? names : [])
  }
}

async function* prunedRows(sql: Sql): AsyncIterable<StateRow> {
  let source = ''
  let names: string[] = []
  for await (const row of rowsOf(sql, 'SELECT source, name FROM pruned ORDER BY source, name')) {
    const next = textIn(row, 'source') ?? ''
    if (next !== source || names.length === NAMES_A_ROW) {
      if (isSourceId(source)) yield { kind: 'pruned', sourceId: source, names }
      source = next
      names = []
    }
    const { name } = row
    names.push(name instanceof Uint8Array ? Buffer.from(name).toString('base64url') : '')
  }
  if (isSourceId(source)) yield { kind: 'pruned', sourceId: source, names }
}

/** The rows of a query, a piece at a time, by a cursor of the server. */
async function* rowsOf(sql: Sql, query: string): AsyncIterable<Row> {
  await sql(`DECLARE piece NO SCROLL CURSOR FOR ${query}`)
  for (;;) {
    const rows = await sql(`FETCH ${ROWS_AT_ONCE} FROM piece`)
    yield* rows
    if (rows.length < ROWS_AT_ONCE) break
  }
  await sql('CLOSE piece')
}
