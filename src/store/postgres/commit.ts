import type { Log, SourceChange, SourceId } from '../../model/index.ts'
import { isOvertaken } from '../is-overtaken.ts'
import { applyAftermath } from './aftermath.ts'
import { putDecisions } from './decisions.ts'
import { putItems, type ReadItem } from './items.ts'
import { moveItems } from './placing.ts'
import type { Sql } from './session.ts'
import { putSeen, putStates, readStates } from './sources.ts'

/**
 * Stores changes, inside a transaction: a handful of statements for all of them, whatever their number. Whoever else stores a reading of
 * one of these sources waits until this transaction has ended.
 */
export async function commitChanges(
  sql: Sql,
  changes: readonly SourceChange[],
  tools: { readonly read: ReadItem; readonly log: Log },
): Promise<void> {
  for (const round of roundsOf(changes)) await commitRound(sql, round, tools)
}

/** One reading of a source after the other, where there are two of one. */
function roundsOf(changes: readonly SourceChange[]): readonly (readonly SourceChange[])[] {
  const rounds: SourceChange[][] = []
  const turns = new Map<SourceId, number>()
  for (const change of changes) {
    const turn = turns.get(change.state.sourceId) ?? 0
    turns.set(change.state.sourceId, turn + 1)
    const round = rounds[turn]
    if (round === undefined) rounds.push([change])
    else round.push(change)
  }
  return rounds
}

async function commitRound(
  sql: Sql,
  changes: readonly SourceChange[],
  { read, log }: { readonly read: ReadItem; readonly log: Log },
): Promise<void> {
  const ids = changes.map(({ state }) => state.sourceId)
  await sql(
    "SELECT pg_advisory_xact_lock(hashtextextended('kaynak source ' || current_schema() || ' ' || id, 0)) FROM unnest($1::text[]) AS id",
    [ids.toSorted()],
  )
  const guarded = changes.filter(({ basis }) => basis !== undefined).map(({ state }) => state.sourceId)
  const known = guarded.length === 0 ? new Map() : await readStates(sql, log, guarded)
  const valid = changes.filter((change) => !isOvertaken(change, { states: () => known }))
  await moveItems(
    sql,
    await putItems(
      sql,
      valid.flatMap(({ items }) => items.map((item) => ({ item }))),
    ),
  )
  await putSeen(sql, new Map(valid.flatMap(({ state, seen }) => (seen === undefined ? [] : [[state.sourceId, seen] as const]))))
  for (const { aftermath } of valid) if (aftermath !== undefined) await applyAftermath(sql, read, aftermath)
  await putDecisions(
    sql,
    valid.flatMap(({ decisions }) => decisions),
  )
  await putStates(
    sql,
    valid.map(({ state }) => state),
  )
}
