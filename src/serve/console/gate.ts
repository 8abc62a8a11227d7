import { isIPv4 } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { isCalledByOwnName } from './called-by.ts'
import { isFromOwnPages } from './same-origin.ts'
import type { Sessions } from './sessions.ts'

/** What the console's routes know of a request. */
export type ConsoleEnv = {
  readonly Bindings: HttpBindings
  readonly Variables: {
    /** the form of a change; empty for others */
    readonly form: URLSearchParams
    /** what the forms of the answer carry */
    readonly mark: string
  }
}

export type GateOptions = {
  readonly sessions: Sessions
  readonly hasToken: boolean
  /** names besides those of this machine that the console is called by */
  readonly names: readonly string[]
  readonly refused: (
    context: Context<ConsoleEnv>,
    status: 401 | 403 | 405 | 413 | 415,
    words: string,
  ) => Response | Promise<Response>
}

const MOST_BYTES = 64_000
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const

/**
 * Lets a request in or says why not: the name that it calls us by, the page that it comes from, the token where one is set, and for a change
 * our own mark in its form. Nothing behind it is reached by anybody else.
 */
export function gate({ sessions, hasToken, names, refused }: GateOptions): MiddlewareHandler<ConsoleEnv> {
  return async (context, next) => {
    const { req, env } = context
    const host = req.header('host')
    if (!isCalledByOwnName(host, { isOpen: hasToken, given: names }))
      return refused(context, 403, 'The console is not reached by this name. Name it with --console-host if it is yours.')
    if (!hasToken && (!isLoopback(env.incoming.socket.remoteAddress) || FORWARDED.some((name) => req.header(name) !== undefined)))
      return refused(context, 403, 'Without a token the console is for this machine alone: set KAYNAK_CONSOLE_TOKEN.')
    const { method } = req
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
      return refused(context, 405, 'Only GET, HEAD and POST are answered here.')
    const bearer = /^Bearer +(\S{1,1000})$/i.exec(req.header('authorization') ?? '')?.[1]
    const provenance = {
      method,
      host: host ?? '',
      origin: req.header('origin'),
      site: req.header('sec-fetch-site'),
      mode: req.header('sec-fetch-mode'),
    }
    if ((bearer === undefined || provenance.origin !== undefined) && !isFromOwnPages(provenance))
      return refused(context, 403, 'Another site’s page asked for this. Open the console itself and try again.')
    const isSigningIn = req.path.endsWith('/login')
    const session = getCookie(context, cookieName(context))
    const isBearer = bearer !== undefined && sessions.isToken(bearer)
    if (bearer !== undefined && !isBearer)
      return refused(context, 401, 'The token is wrong, or too many wrong ones came in the last minute.')
    if (hasToken && !isBearer && !isSigningIn && !sessions.isOpen(session))
      return method === 'GET' ? context.redirect('login', 303) : refused(context, 401, 'Sign in first; nothing was changed.')
    const known = sessions.isOpen(session) ? session : undefined
    context.set('mark', sessions.mark(known))
    context.set('form', new URLSearchParams())
    if (method === 'POST') {
      const form = await formOf(context)
      if (typeof form === 'number')
        return refused(context, form, form === 413 ? 'That is too much for a form.' : 'Only forms are taken here.')
      if (!isBearer && !isSigningIn && !sessions.isMark(form.get('mark') ?? '', known))
        return refused(
          context,
          403,
          'This form is older than the program or the session. Load the page again; nothing was changed.',
        )
      context.set('form', form)
    }
    return await next()
  }
}

/** Cookies do not know ports: two consoles on one machine need two names. */
export function cookieName({ env }: Context<ConsoleEnv>): string {
  return `kaynak_console_${env.incoming.socket.localPort ?? 0}`
}

async function formOf({ req }: Context<ConsoleEnv>): Promise<URLSearchParams | 413 | 415> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.header('content-type') ?? '')) return 415
  if (Number(req.header('content-length') ?? 0) > MOST_BYTES) return 413
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of req.raw.body ?? []) {
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
