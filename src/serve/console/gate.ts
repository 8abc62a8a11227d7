import { isIPv4 } from 'node:net'
import { isCalledByOwnName } from './called-by.ts'
import { isFromOwnPages } from './same-origin.ts'
import type { Sessions } from './sessions.ts'
import type { Visit } from './visit.ts'

/** Somebody who was let in. */
export type Guest = Visit & {
  /** the form of a change; empty for others */
  readonly form: URLSearchParams
  /** what the forms of the answer carry */
  readonly mark: string
  /** of whoever has signed in */
  readonly session: string | undefined
}

/** `sign-in`: it is to be asked for first. `refused`: why not, in words for a person. */
export type Admission =
  | { readonly kind: 'guest'; readonly guest: Guest }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 405 | 413 | 415; readonly words: string }

export type GateOptions = {
  readonly sessions: Sessions
  readonly hasToken: boolean
  /** names besides those of this machine that the console is called by, in small letters */
  readonly names: readonly string[]
}

const MOST_BYTES = 64_000
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const

/**
 * Lets a request in or says why not: the name that it calls us by, the page that it comes from, the token where one is set, and for a change
 * our own mark in its form. Nothing behind it is reached by anybody else.
 */
export async function admitted(visit: Visit, options: GateOptions): Promise<Admission> {
  const { sessions, hasToken } = options
  const stranger = refusedAs(visit, options)
  if (stranger !== undefined) return stranger
  const isGet = visit.method !== 'POST'
  const bearer = bearerOf(visit)
  if (bearer !== undefined && !sessions.isToken(bearer))
    return refused(401, 'The token is wrong, or too many wrong ones came in the last minute.')
  const isSigningIn = visit.path === '/login'
  const shown = cookieOf(visit)
  const session = sessions.isOpen(shown) ? shown : undefined
  if (hasToken && bearer === undefined && !isSigningIn && session === undefined)
    return isGet ? { kind: 'sign-in' } : refused(401, 'Sign in first; nothing was changed.')
  const mark = sessions.mark(session)
  if (isGet) return { kind: 'guest', guest: { ...visit, mark, session, form: new URLSearchParams() } }
  const form = await formOf(visit)
  if (form === 413) return refused(413, 'That is too much for a form.')
  if (form === 415) return refused(415, 'Only forms are taken here.')
  if (bearer === undefined && !isSigningIn && !sessions.isMark(form.get('mark') ?? '', session))
    return refused(403, 'This form is older than the program or the session. Load the page again; nothing was changed.')
  return { kind: 'guest', guest: { ...visit, mark, session, form } }
}

/** Cookies do not know ports: two consoles on one machine need two names. */
export function cookieName({ localPort }: Pick<Visit, 'localPort'>): string {
  return `kaynak_console_${localPort}`
}

function refusedAs(visit: Visit, { hasToken, names }: GateOptions): Admission | undefined {
  const { method, header } = visit
  const host = header('host')
  if (!isCalledByOwnName(host, { isOpen: hasToken, given: names }))
    return refused(403, 'The console is not reached by this name. Name it with --console-host if it is yours.')
  if (!hasToken && (!isLoopback(visit.remoteAddress) || FORWARDED.some((name) => header(name) !== undefined)))
    return refused(403, 'Without a token the console is for this machine alone: set KAYNAK_CONSOLE_TOKEN.')
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
    return refused(405, 'Only GET, HEAD and POST are answered here.')
  const origin = header('origin')
  const isOurs = isFromOwnPages({
    method,
    host: host ?? '',
    origin,
    site: header('sec-fetch-site'),
    mode: header('sec-fetch-mode'),
  })
  const isProgram = bearerOf(visit) !== undefined && origin === undefined // no browser sends a token by itself
  return isOurs || isProgram
    ? undefined
    : refused(403, 'Another site’s page asked for this. Open the console itself and try again.')
}

function refused(status: 401 | 403 | 405 | 413 | 415, words: string): Admission {
  return { kind: 'refused', status, words }
}

function bearerOf({ header }: Visit): string | undefined {
  return /^Bearer +(\S{1,1000})$/i.exec(header('authorization') ?? '')?.[1]
}

function cookieOf(visit: Visit): string | undefined {
  const name = `${cookieName(visit)}=`
  const found = (visit.header('cookie') ?? '').split(';').find((one) => one.trimStart().startsWith(name))
  return found?.trim().slice(name.length)
}

async function formOf({ header, body }: Visit): Promise<URLSearchParams | 413 | 415> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(header('content-type') ?? '')) return 415
  if (Number(header('content-length') ?? 0) > MOST_BYTES) return 413
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > MOST_BYTES) return 413
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

function isLoopback(address: string | undefined): boolean {
  const plain = address?.replace(/^::ffff:/i, '') ?? ''
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'))
}
