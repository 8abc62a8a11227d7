import { KaynakError } from '../../model/index.ts'

/** Two transactions that waited for each other: one was ended for the other's sake, and may simply try again (SQLSTATE 40001, 40P01). */
export function isCollision(problem: unknown): boolean {
  const code = codeOf(problem)
  return code === '40P01' || code === '40001'
}

/** Whether the trouble is the connection's or the server's, not our statement's. */
function isOutage(problem: unknown): boolean {
  return /^(?:08|53|57P|25P03|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)/.test(codeOf(problem)) || isCut(problem)
}

/** An error of the database, or of the way to it, as one line that says what to do; words found before, and bugs of ours, come back as they are. */
export function postgresTrouble(problem: unknown, name: string): unknown {
  if (problem instanceof KaynakError) return problem
  const words = wordsFor(problem)
  return words === undefined ? problem : new KaynakError(words.code, `${name}: ${words.text}`, { cause: problem })
}

type Words = { readonly code: 'STATE_WRITE' | 'STATE_UNUSABLE'; readonly text: string }

/** SQLSTATE classes and codes: postgresql.org/docs/current/errcodes-appendix.html */
function wordsFor(problem: unknown): Words | undefined {
  const code = codeOf(problem)
  const said = messageOf(problem)
  if (/^28/.test(code))
    return { code: 'STATE_UNUSABLE', text: `the server lets nobody in (${said}): see the user and password in --state` }
  if (code === '3D000')
    return { code: 'STATE_UNUSABLE', text: `there is no such database (${said}): create it first, with createdb` }
  if (code === '42501')
    return {
      code: 'STATE_UNUSABLE',
      text: `the user may not do this (${said}): grant it CREATE on the database, or name another user`,
    }
  if (code === '25006')
    return {
      code: 'STATE_WRITE',
      text: 'expected a server that can be written, got a read-only one: name the primary with --state',
    }
  if (code === '53100')
    return {
      code: 'STATE_WRITE',
      text: "the server's disk is full; what was stored before is untouched: make room and run again",
    }
  if (code === '57014')
    return { code: 'STATE_WRITE', text: 'a statement took too long and was ended: run again when the server has less to do' }
  if (isOutage(problem) || problem instanceof AggregateError)
    return { code: 'STATE_WRITE', text: `cannot be reached (${said}): see that the server runs, and run again` }
  return undefined
}

/** The driver has no code for a connection that ended while an answer was awaited. */
function isCut(problem: unknown): boolean {
  return (
    problem instanceof Error &&
    /^(?:Connection terminated|timeout exceeded|Client has encountered|Query read timeout)/i.test(problem.message)
  )
}

function messageOf(problem: unknown): string {
  if (problem instanceof AggregateError) return problem.errors.map(messageOf).join('; ')
  return problem instanceof Error ? problem.message : String(problem)
}

function codeOf(problem: unknown): string {
  return problem instanceof Error && 'code' in problem && typeof problem.code === 'string' ? problem.code : ''
}
