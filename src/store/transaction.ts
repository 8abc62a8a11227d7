import type { DatabaseSync } from 'node:sqlite'

/** Does all of `work` or nothing of it. Takes the write lock first, so that what `work` reads cannot change under it. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (problem) {
    if (db.isTransaction) db.exec('ROLLBACK') // SQLite ends it by itself when the disk is full
    throw problem
  }
}
