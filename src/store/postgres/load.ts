import { type Decision, KaynakError, type Log, type StateRow, type StoredItem } from '../../model/index.ts'
import { putAbsences } from './aftermath.ts'
import { putDecisions } from './decisions.ts'
import { putItems } from './items.ts'
import { placeItems } from './placing.ts'
import { safeText } from './safe-text.ts'
import { type Sql, UNHURRIED } from './session.ts'
import { putSeen, putStates } from './sources.ts'

/** So many rows of a kind are written together. */
const AT_ONCE = 200

type Tools = { readonly name: string; readonly log: Log }

/** Fills an empty state, inside a transaction. @throws what `rows` throws; KaynakError STATE_UNUSABLE when the state is not empty */
export async function loadState(sql: Sql, rows: AsyncIterable<StateRow>, { name, log }: Tools): Promise<void> {
  await sql(UNHURRIED)
  const [row] = await sql(
    `SELECT EXISTS (SELECT FROM items) OR EXISTS (SELECT FROM source_states) OR EXISTS (SELECT FROM decisions) OR EXISTS (SELECT FROM pruned) AS anything`,
  )
  if (row?.['anything'] !== false)
    throw new KaynakError(
      'STATE_UNUSABLE',
      `${name}: expected an empty state, got one that holds something: name another schema with --state`,
    )
  const items: StoredItem[] = []
  const decisions: Decision[] = []
  const flush = async (): Promise<void> => {
    await writeItems(sql, items.splice(0), log)
    await putDecisions(sql, decisions.splice(0))
  }
  for await (const one of rows) {
    if (one.kind === 'item') items.push(one)
    else if (one.kind === 'decision') decisions.push(one.decision)
    else {
      await flush()
      await write(sql, one)
    }
    if (items.length + decisions.length >= AT_ONCE) await flush()
  }
  await flush()
}

async function write(sql: Sql, row: Exclude<StateRow, { kind: 'item' | 'decision' }>): Promise<void> {
  switch (row.kind) {
    case 'source':
      await putStates(sql, [row.state])
      if (row.seen !== undefined) await putSeen(sql, new Map([[row.state.sourceId, row.seen]]))
      return
    case 'story':
      await sql('UPDATE stories SET begun = $1 WHERE id = $2', [row.begun.getTime(), row.id])
      return
    case 'pruned':
      await sql("INSERT INTO pruned SELECT $1, decode(name, 'hex') FROM unnest($2::text[]) AS name ON CONFLICT DO NOTHING", [
        row.sourceId,
        row.names.map((name) => bytesOf(name).toString('hex')),
      ])
  }
}

async function writeItems(sql: Sql, stored: readonly StoredItem[], log: Log): Promise<void> {
  await putItems(
    sql,
    stored.map(({ item, names }) => (names === undefined ? { item } : { item, names: names.map(bytesOf) })),
  )
  for (const { item, withdrawn } of stored) {
    if (withdrawn === undefined) continue
    const { withdrawal, storyId = null, fingerprint } = withdrawn
    await sql('INSERT INTO withdrawals SELECT n, $1, source, $2, $3, $4, $5 FROM items WHERE id = $6', [
      withdrawal.at.getTime(),
      safeText(fingerprint),
      withdrawal.by === 'operator',
      storyId,
      JSON.stringify(withdrawal),
      item.id,
    ])
  }
  const placements = stored.flatMap(({ item, place }) => (place === undefined ? [] : [{ itemId: item.id, ...place }]))
  if (placements.length > 0) await placeItems(sql, placements, log)
  await putAbsences(
    sql,
    stored.flatMap(({ absence }) => absence ?? []),
  )
}

function bytesOf(name: string): Buffer {
  return Buffer.from(name, 'base64url')
}
