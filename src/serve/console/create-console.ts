import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { type Clock, KaynakError, type Log } from '../../model/index.ts'
import { changeRoutes } from './change-routes.ts'
import { type ConsoleEnv, gate } from './gate.ts'
import { loginRoutes } from './login-routes.ts'
import type { Office } from './office.ts'
import { CONSOLE_HEADERS, responder } from './respond.ts'
import { createSessions } from './sessions.ts'
import { viewRoutes } from './view-routes.ts'

export type ConsoleOptions = {
  readonly office: Office
  /** without one the console is for this machine alone */
  readonly token?: string
  /** names besides those of this machine that it may be called by; they count only with a token */
  readonly names: readonly string[]
  readonly clock: Clock
  readonly log: Log
  /** unguessable text, at least 128 bits, another one each time */
  readonly random: () => string
}

/** Answers requests below `/console/`. */
export type Console = (request: IncomingMessage, response: ServerResponse) => void

/** The operator's console. Whatever goes wrong with one request stays with it; known trouble is said in its own words. */
export function createConsole({ office, token, names, clock, log, random }: ConsoleOptions): Console {
  const hasToken = token !== undefined
  const sessions = createSessions({ token, clock, random })
  const respond = responder({ office, hasToken })
  const app = new Hono<ConsoleEnv>()
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(CONSOLE_HEADERS)) context.header(name, value)
  })
  app.use(gate({ sessions, hasToken, names: names.map((name) => name.toLowerCase()), refused: respond.message }))
  app.get('/console', (context) => context.redirect('console/', 301))
  loginRoutes(app, { sessions, hasToken, respond })
  viewRoutes(app, { office, respond })
  changeRoutes(app, { office, respond })
  app.notFound((context) => respond.message(context, 404, 'There is nothing here.'))
  app.onError((problem, context) => {
    const isKnown = problem instanceof KaynakError
    if (!isKnown) log('error', 'console.failed', { why: problem.stack ?? problem.message })
    const words = isKnown ? problem.message.split('\nkaynak: ') : ['Something unexpected happened; the log has it.']
    const body = html`${words.map((line) => html`<p class="notice bad">${line}</p>`)}<p><a href="./">Back to the sources</a></p>`
    return respond.page(context, undefined, { status: isKnown ? 503 : 500, title: 'That did not work', body })
  })
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  return (request, response) => {
    listener(request, response).catch((problem: unknown) => {
      log('error', 'console.failed', { why: problem instanceof Error ? problem.stack : String(problem) })
      response.destroy()
    })
  }
}
