import { isItemId, type Pruned, type PruneQuery, type SourceId } from '../../model/index.ts'
import { nameHash } from '../name-hash.ts'
import { momentOf, numberIn, textIn } from '../row.ts'
import { hex } from './items.ts'
import { leaveStory } from './placing.ts'
import type { Session, Sql } from './session.ts'

/** So many stories, or decisions, go in one transaction. */
const STORIES_AT_ONCE = 200
const DECISIONS_AT_ONCE = 5_000

/** Takes what is old out of the state, and remembers the names of it. The server gives the room back by itself (autovacuum). */
export async function pruneState({ sql, transaction }: Session, { before, keep, isDryRun = false }: PruneQuery): Promise<Pruned> {
  const moment = momentOf(before)
  const [counted] = await sql('SELECT count(*) AS many FROM decisions WHERE at < $1', [moment])
  const gone = { stories: 0, items: 0, decisions: numberIn(counted, 'many') }
  const untold = await sql('SELECT DISTINCT story FROM withdrawals WHERE at >= $1 AND story IS NOT NULL', [moment])
  const kept = new Set<string>([...keep, ...untold.map((row) => textIn(row, 'story') ?? '')])
  for await (const batch of batches(sql, moment)) {
    const going = batch.filter((id) => !kept.has(id))
    gone.stories += going.length
    gone.items += isDryRun ? await countItems(sql, going) : await transaction((sql) => remove(sql, going))
  }
  if (isDryRun) return gone
  for (let left = DECISIONS_AT_ONCE; left === DECISIONS_AT_ONCE; )
    left = (
      await transaction((sql) =>
        sql(
          `DELETE FROM decisions WHERE (source, entry) IN (SELECT source, entry FROM decisions WHERE at < $1 LIMIT ${DECISIONS_AT_ONCE}) RETURNING 1`,
          [moment],
        ),
      )
    ).length
  return gone
}

export async function prunedAmong(sql: Sql, source: SourceId, identities: readonly string[]): Promise<readonly string[]> {
  if (identities.length === 0) return []
  const hashes = identities.map((identity) => hex(nameHash(identity)))
  const rows = await sql(
    "SELECT encode(p.name, 'hex') AS name FROM pruned p WHERE p.source = $1 AND p.name IN (SELECT decode(v, 'hex') FROM unnest($2::text[]) AS v)",
    [source, hashes],
  )
  const known = new Set(rows.map((row) => textIn(row, 'name')))
  return identities.filter((_, at) => known.has(hashes[at]))
}

/** The ids of old stories; each batch is asked for after the one before has gone. */
async function* batches(sql: Sql, moment: number): AsyncIterable<readonly string[]> {
  let [begun, id] = [Number.MIN_SAFE_INTEGER, '']
  for (;;) {
    const rows = await sql(
      `SELECT id, begun FROM stories s WHERE (begun, id) > ($1::bigint, $2::text) AND begun < $3 AND moment < $3
       AND NOT EXISTS (SELECT FROM items i WHERE i.story = s.id AND i.moment >= $3)
       ORDER BY begun, id LIMIT ${STORIES_AT_ONCE}`,
      [begun, id, moment],
    )
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map((row) => textIn(row, 'id') ?? '')
    ;[begun, id] = [numberIn(last, 'begun'), textIn(last, 'id') ?? '']
  }
}

async function countItems(sql: Sql, stories: readonly string[]): Promise<number> {
  return numberIn((await sql('SELECT count(*) AS many FROM items WHERE story = ANY($1)', [stories]))[0], 'many')
}

async function remove(sql: Sql, stories: readonly string[]): Promise<number> {
  const rows = await sql('SELECT n, id FROM items WHERE story = ANY($1) ORDER BY id', [stories])
  for (const row of rows) {
    const id = textIn(row, 'id') ?? ''
    if (isItemId(id)) await leaveStory(sql, id)
  }
  const numbers = rows.map((row) => numberIn(row, 'n'))
  await sql('INSERT INTO pruned SELECT source, name FROM identities WHERE item = ANY($1) ON CONFLICT DO NOTHING', [numbers])
  await sql('DELETE FROM items WHERE n = ANY($1)', [numbers])
  return rows.length
}
