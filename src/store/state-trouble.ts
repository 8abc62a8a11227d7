import { KaynakError } from '../model/index.ts'

/** SQLite's primary result codes that we have words for (sqlite.org/rescode.html). */
const BUSY = 5
const LOCKED = 6
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

/** Whether an error of node:sqlite says that the file's content is damaged. */
export function isDamage(problem: unknown): boolean {
  const code = resultCode(problem)
  return code === CORRUPT || code === NOTADB
}

/** Whether an error of node:sqlite says that another connection holds the lock. */
export function isBusy(problem: unknown): boolean {
  const code = resultCode(problem)
  return code === BUSY || code === LOCKED
}

/** The error of a database or file system as one line that says what to do; a bug of ours, or words found before, come back as they are. */
export function stateTrouble(problem: unknown, file: string): unknown {
  const words = wordsFor(problem)
  return words === undefined ? problem : new KaynakError(words.code, `${file}: ${words.text}`, { cause: problem })
}

type Words = { readonly code: 'STATE_WRITE' | 'STATE_UNUSABLE'; readonly text: string }

function wordsFor(problem: unknown): Words | undefined {
  if (problem instanceof Error && 'syscall' in problem)
    return {
      code: 'STATE_WRITE',
      text: `cannot be used (${problem.message}): see its permissions, or name another one with --state`,
    }
  switch (resultCode(problem)) {
    case FULL:
      return { code: 'STATE_WRITE', text: 'the disk is full; what was stored before is untouched: make room and run again' }
    case IOERR:
      return {
        code: 'STATE_WRITE',
        text: 'the disk failed; what was stored before is untouched: see that it can be written and run again',
      }
    case READONLY:
      return {
        code: 'STATE_WRITE',
        text: 'expected a file that can be written, got a read-only one: change its permissions or name another one with --state',
      }
    case CANTOPEN:
      return {
        code: 'STATE_WRITE',
        text: 'cannot be opened for writing: see the permissions of the file and its folder, or name another one with --state',
      }
    case BUSY:
    case LOCKED:
      return { code: 'STATE_WRITE', text: 'another process kept it locked for too long: run again when that one has ended' }
    case CORRUPT:
    case NOTADB:
      return { code: 'STATE_UNUSABLE', text: 'is damaged: run again, and it will be set aside and started anew' }
    default:
      return undefined
  }
}

function resultCode(problem: unknown): number | undefined {
  if (!(problem instanceof Error) || !('errcode' in problem) || typeof problem.errcode !== 'number') return undefined
  return problem.errcode & 0xff // the high bits say more than we have words for
}
