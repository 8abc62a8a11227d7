import { writeFileSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { Log, Store } from '../model/index.ts'
import { absenceTable } from './absence-table.ts'
import { applyAftermath } from './apply-aftermath.ts'
import { bandTable } from './band-table.ts'
import { decisionTable } from './decision-table.ts'
import { stateDump } from './dump-state.ts'
import { suspicionFile } from './file-signs.ts'
import { isOvertaken } from './is-overtaken.ts'
import { itemTable } from './item-table.ts'
import { stateLoad } from './load-state.ts'
import { boundsOf, monthsIn } from './months.ts'
import { neighbourSearch } from './neighbours.ts'
import { type HeldLock, takeLock } from './process-lock.ts'
import { pruneTable } from './prune-state.ts'
import { numberIn, textIn } from './row.ts'
import { sourceTable } from './source-table.ts'
import { isDamage, stateTrouble } from './state-trouble.ts'
import { storyTable } from './story-table.ts'
import { transaction } from './transaction.ts'
import { withdrawalTable } from './withdrawal-table.ts'

type Context = { readonly file: string; readonly log: Log }

/** The Store port over an open, migrated database, whose owner it becomes. */
export function sqliteStore(db: DatabaseSync, { file, log }: Context): Store {
  const sources = sourceTable(db, log)
  const decisions = decisionTable(db)
  const bands = bandTable(db)
  const items = itemTable(db, log)
  const stories = storyTable(db, { bands, log, read: items.read })
  const withdrawals = withdrawalTable(db, { read: items.read, leave: stories.leave })
  const absences = absenceTable(db, { read: items.read })
  const neighbours = neighbourSearch(db, { bands, read: items.read })
  const dump = stateDump(db, { log, sources, read: items.read })
  const load = stateLoad(db, { file, sources, items, stories, absences, decisions })
  const pruning = pruneTable(db, { stories })
  const totals = db.prepare('SELECT name, total FROM totals')
  const take = locksmith(file)
  const proof = db.prepare("UPDATE totals SET total = total WHERE name = 'items'")

  /** Errors of the database as words for people; damage is noted for the next process that opens the file. */
  async function guarded<T>(work: () => T): Promise<T> {
    try {
      return work()
    } catch (problem) {
      throw troubled(problem)
    }
  }

  async function* guardedRows<T>(rows: () => Iterable<T>): AsyncIterable<T> {
    try {
      yield* rows()
    } catch (problem) {
      throw troubled(problem)
    }
  }

  function troubled(problem: unknown): unknown {
    if (isDamage(problem)) noteDamage(file, log)
    return stateTrouble(problem, file)
  }

  /** A state that cannot be written is found before any source is asked: a pass begins by taking the lock. */
  function proveWritable(held: HeldLock): void {
    try {
      proof.run()
    } catch (problem) {
      held.release()
      throw problem
    }
  }

  const store: Store = {
    lock: () =>
      guarded(() => {
        const held = take()
        if (held === undefined) return undefined
        proveWritable(held)
        const never = new AbortController().signal // the system holds the lock of a file for as long as the process lives
        return { release: async () => held.release(), lost: never, prove: async () => undefined, store }
      }),
    sourceStates: (ids) => guarded(() => sources.states(ids)),
    seen: (sourceId) => guarded(() => sources.seen(sourceId)),
    find: (sourceId, identities) => guarded(() => items.find(sourceId, identities)),
    item: (id) => guarded(() => items.get(id)),
    itemsAt: (urlKey) => guarded(() => items.at(urlKey)),
    commit: (changes) =>
      guarded(() =>
        transaction(db, () => {
          for (const change of changes) {
            if (isOvertaken(change, sources)) continue
            for (const item of change.items) {
              const moved = items.put(item)
              if (moved !== undefined) stories.move(item.id, moved)
            }
            if (change.seen !== undefined) sources.putSeen(change.state.sourceId, change.seen)
            if (change.aftermath !== undefined) applyAftermath(change.aftermath, { items, withdrawals, absences })
            decisions.put(change.decisions)
            sources.putState(change.state)
          }
        }),
      ),
    unplaced: (limit) => guarded(() => items.unplaced(limit)),
    neighbours: (query) => guarded(() => neighbours(query)),
    place: (placements) =>
      guarded(() =>
        transaction(db, () => {
          for (const placement of placements) stories.place(placement)
        }),
      ),
    stories: (query) => guarded(() => stories.newest(query)),
    months: () => guarded(() => monthsIn(stories)),
    storiesSeenIn: (month) =>
      guarded(() => {
        const { from, to } = boundsOf(month)
        return stories.begun(from, to)
      }),
    placement: (id) => guarded(() => stories.placement(id)),
    follow: (aftermath) => guarded(() => transaction(db, () => applyAftermath(aftermath, { items, withdrawals, absences }))),
    withdrawal: (id) => guarded(() => withdrawals.get(id)),
    withdrawals: (query) => guarded(() => withdrawals.newest(query)),
    isRetracted: (sourceId, fingerprint) => guarded(() => withdrawals.isRetracted(sourceId, fingerprint)),
    absences: (query) => guarded(() => absences.due(query)),
    decisions: (query) => guarded(() => decisions.find(query)),
    counts: () =>
      guarded(() => {
        const byName = new Map(totals.all().map((row) => [textIn(row, 'name'), numberIn(row, 'total')]))
        return { items: byName.get('items') ?? 0, stories: byName.get('stories') ?? 0, decisions: byName.get('decisions') ?? 0 }
      }),
    dump: () => guardedRows(dump),
    load: async (rows) => {
      try {
        await load(rows)
      } catch (problem) {
        throw troubled(problem)
      }
    },
    prune: (query) => guarded(() => pruning.prune(query)),
    prunedAmong: (sourceId, identities) => guarded(() => pruning.among(sourceId, identities)),
    close: () =>
      guarded(() => {
        if (db.isOpen) db.close()
      }),
  }
  return store
}

/** A state in memory has nobody to share its lock with but its own callers. */
function locksmith(file: string): () => HeldLock | undefined {
  if (file !== ':memory:') return () => takeLock(file)
  let isHeld = false
  return () => {
    if (isHeld) return undefined
    isHeld = true
    return {
      release: () => {
        isHeld = false
      },
    }
  }
}

function noteDamage(file: string, log: Log): void {
  log('error', 'store.damaged', { file })
  try {
    writeFileSync(suspicionFile(file), '')
  } catch (problem) {
    log('warn', 'store.damage-not-noted', { file, error: String(problem) }) // a small file is checked at its next opening anyhow
  }
}
