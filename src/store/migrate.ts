import type { DatabaseSync } from 'node:sqlite'
import { PRUNED_NAMES } from './migrations/pruned-names.ts'
import { STORY_BEGINNINGS } from './migrations/story-beginnings.ts'
import { STORY_SOURCES } from './migrations/story-sources.ts'
import { TABLES } from './migrations/tables.ts'
import { TOTALS } from './migrations/totals.ts'
import { WITHDRAWALS } from './migrations/withdrawals.ts'
import { numberIn } from './row.ts'
import { transaction } from './transaction.ts'

/** `kayn`: marks a SQLite file as ours (PRAGMA application_id). */
const APPLICATION = 0x6b61796e

/** In order; the first one leads to version 1. Never edited once released: another one is added. */
const MIGRATIONS = [TABLES, TOTALS, STORY_BEGINNINGS, WITHDRAWALS, PRUNED_NAMES, STORY_SOURCES] as const

/** Whose file this is, by its own marks: made by nobody yet, by this program, by a later version of it, or by another program. */
export function makerOf(db: DatabaseSync): { readonly kind: 'nobody' | 'us' | 'later' | 'other'; readonly version: number } {
  const version = pragma(db, 'user_version')
  if (pragma(db, 'application_id') === APPLICATION) return { kind: version > MIGRATIONS.length ? 'later' : 'us', version }
  const tables = numberIn(db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get(), 'tables')
  return { kind: tables === 0 ? 'nobody' : 'other', version }
}

/**
 * Brings a file that nobody or we made to the newest schema, each step in the same transaction as its version number.
 * Two processes may do it at once: the second finds it done.
 */
export function migrate(db: DatabaseSync): void {
  if (makerOf(db).version === MIGRATIONS.length) return
  transaction(db, () => {
    const from = makerOf(db).version // read again: another process may have been here while we waited for the lock
    for (const sql of MIGRATIONS.slice(from)) db.exec(sql)
    db.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${Math.max(from, MIGRATIONS.length)}`)
  })
}

function pragma(db: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return numberIn(db.prepare(`PRAGMA ${name}`).get(), name)
}
