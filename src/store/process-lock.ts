import { copyFileSync, statSync, truncateSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { KaynakError } from '../model/index.ts'
import { isBusy, isDamage, stateTrouble } from './state-trouble.ts'

export type HeldLock = { readonly release: () => void }

/**
 * Takes the one lock beside a state file, or says at once that another connection has it. The lock is SQLite's own on a
 * database of its own that is held open and never written: the system drops it when the process ends, however it ends.
 * The file stays, since removing it would let a third process lock a new one while a second still waits on the old one.
 * @throws KaynakError STATE_WRITE or STATE_UNUSABLE when the lock file cannot be used
 */
export function takeLock(stateFile: string): HeldLock | undefined {
  const file = `${stateFile}.lock`
  try {
    return tryLock(file)
  } catch (problem) {
    if (!isDamage(problem)) throw lockTrouble(problem, file)
  }
  try {
    empty(file)
    return tryLock(file)
  } catch (problem) {
    throw lockTrouble(problem, file)
  }
}

/**
 * What is no database becomes an empty one, with a copy beside it. The file stays the same one: another process may have met the same
 * damage, emptied it, and hold its lock by now.
 */
function empty(file: string): void {
  if (statSync(file).size > 0) copyFileSync(file, `${file}.damaged`)
  truncateSync(file)
}

function tryLock(file: string): HeldLock | undefined {
  const db = new DatabaseSync(file, { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (problem) {
    db.close()
    if (isBusy(problem)) return undefined
    throw problem
  }
  return {
    release: () => {
      if (db.isOpen) db.close() // ends the transaction, and the lock with it
    },
  }
}

function lockTrouble(problem: unknown, file: string): unknown {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
    return new KaynakError('STATE_UNUSABLE', `${file}: expected a file, got a directory`, { cause: problem })
  return stateTrouble(problem, file)
}
