import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../model/index.ts'

export type SessionOptions = {
  readonly token: string | undefined
  readonly clock: Clock
  /** unguessable text, at least 128 bits, another one each time */
  readonly random: () => string
}

/** Who has shown the token, and the marks by which our forms are known. */
export type Sessions = {
  /** a new session's name; undefined for a wrong token, and for any while too many wrong ones come */
  readonly open: (token: string) => string | undefined
  /** whether this is the token; wrong ones are counted as `open` does */
  readonly isToken: (text: string) => boolean
  readonly isOpen: (session: string | undefined) => boolean
  readonly close: (session: string) => void
  /** what the forms of this session carry; without a session, of everybody on this machine */
  readonly mark: (session: string | undefined) => string
  readonly isMark: (mark: string, session: string | undefined) => boolean
}

/** Half a day; a person signs in once a visit. */
export const SESSION_MS = 12 * 3_600_000
const MOST_SESSIONS = 100
const MOST_WRONG = 20
const WRONG_MS = 60_000

/** No session is open. They live in memory: after a restart everybody signs in again. */
export function createSessions({ token, clock, random }: SessionOptions): Sessions {
  const secret = random()
  const open = new Map<string, number>() // name -> until; the oldest first
  let wrong: readonly number[] = []

  function isToken(text: string): boolean {
    const now = clock.now().getTime()
    wrong = wrong.filter((at) => at > now - WRONG_MS)
    if (token === undefined || wrong.length >= MOST_WRONG) return false
    if (isEqual(text, token)) return true
    wrong = [...wrong, now]
    return false
  }

  const mark = (session: string | undefined): string =>
    createHmac('sha256', secret)
      .update(session ?? '')
      .digest('base64url')

  return {
    isToken,
    open(text) {
      if (!isToken(text)) return undefined
      const session = random()
      const [oldest] = open.keys()
      if (open.size >= MOST_SESSIONS && oldest !== undefined) open.delete(oldest)
      open.set(session, clock.now().getTime() + SESSION_MS)
      return session
    },
    isOpen(session) {
      const until = session === undefined ? undefined : open.get(session)
      return until !== undefined && until > clock.now().getTime()
    },
    close: (session) => void open.delete(session),
    mark,
    isMark: (text, session) => isEqual(text, mark(session)),
  }
}

/** In the same time, whatever the two have in common. */
function isEqual(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
