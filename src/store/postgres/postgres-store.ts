import type { Log, Store } from '../../model/index.ts'
import { boundsOf } from '../months.ts'
import { numberIn, textIn } from '../row.ts'
import { applyAftermath, dueAbsences } from './aftermath.ts'
import { commitChanges } from './commit.ts'
import { findDecisions } from './decisions.ts'
import { dumpState } from './dump.ts'
import { findItem, itemReader, itemsAt, readItem, unplacedItems } from './items.ts'
import { loadState } from './load.ts'
import { takeLock } from './lock.ts'
import { findNeighbours } from './neighbours.ts'
import type { Place } from './place.ts'
import { placeItems } from './placing.ts'
import { prunedAmong, pruneState } from './prune.ts'
import type { Session } from './session.ts'
import { readSeen, readStates } from './sources.ts'
import { begunStories, newestStories, placementOf, storyMonths } from './stories.ts'
import { isRetracted, newestWithdrawals, readWithdrawal } from './withdrawals.ts'

/** The Store port over a migrated schema; owner of the session. */
export function postgresStore(session: Session, { place, log }: { readonly place: Place; readonly log: Log }): Store {
  const { sql, transaction, snapshot, troubled } = session
  const read = itemReader(log)
  return {
    async lock() {
      const held = await takeLock(place, log).catch((problem: unknown) => {
        throw troubled(problem)
      })
      if (held === undefined) return undefined
      const { release, lost } = held
      const fenced = held.fenced(session)
      return {
        release,
        lost,
        prove: () => fenced.transaction(async () => undefined),
        store: postgresStore(fenced, { place, log }),
      }
    },
    sourceStates: (ids) => readStates(sql, log, ids),
    seen: (sourceId) => readSeen(sql, sourceId),
    find: (sourceId, identities) => findItem(sql, read, { sourceId, identities }),
    item: (id) => readItem(sql, read, id),
    itemsAt: (urlKey) => itemsAt(sql, read, urlKey),
    commit: (changes) => transaction((sql) => commitChanges(sql, changes, { read, log })),
    unplaced: (limit) => unplacedItems(sql, read, limit),
    neighbours: (query) => findNeighbours(sql, read, query),
    place: (placements) => transaction((sql) => placeItems(sql, placements, log)),
    stories: (query) => newestStories(sql, read, query),
    months: () => storyMonths(sql),
    storiesSeenIn: (month) => begunStories(sql, read, boundsOf(month)),
    placement: (id) => placementOf(sql, id),
    follow: (aftermath) => transaction((sql) => applyAftermath(sql, read, aftermath)),
    withdrawal: (id) => readWithdrawal(sql, read, id),
    withdrawals: (query) => newestWithdrawals(sql, read, query),
    isRetracted: (sourceId, fingerprint) => isRetracted(sql, sourceId, fingerprint),
    absences: (query) => dueAbsences(sql, read, query),
    decisions: (query) => findDecisions(sql, query),
    async counts() {
      const rows = await sql('SELECT name, sum(total)::bigint AS total FROM totals GROUP BY name')
      const byName = new Map(rows.map((row) => [textIn(row, 'name'), numberIn(row, 'total')]))
      return { items: byName.get('items') ?? 0, stories: byName.get('stories') ?? 0, decisions: byName.get('decisions') ?? 0 }
    },
    dump: () => snapshot((sql) => dumpState(sql, read, log)),
    load: (rows) => transaction((sql) => loadState(sql, rows, { name: place.name, log })),
    prune: (query) => pruneState(session, query),
    prunedAmong: (sourceId, identities) => prunedAmong(sql, sourceId, identities),
    close: () => session.close(),
  }
}
