import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Clock, KaynakError, type Log } from '../../model/index.ts'
import { changeRoutes } from './change-routes.ts'
import { admitted } from './gate.ts'
import { html } from './html.ts'
import { loginRoutes } from './login-routes.ts'
import type { Office } from './office.ts'
import { type Route, responder } from './respond.ts'
import { createSessions } from './sessions.ts'
import { viewRoutes } from './view-routes.ts'
import { type Reply, send, type Visit, visitOf } from './visit.ts'

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
  const respond = responder({ hasToken })
  const routes: ReadonlyMap<string, Route> = new Map([
    ...loginRoutes({ sessions, hasToken, respond }),
    ...viewRoutes({ office, respond }),
    ...changeRoutes({ office, respond }),
  ])
  const gate = { sessions, hasToken, names: names.map((name) => name.toLowerCase()) }

  async function answer(visit: Visit): Promise<Reply> {
    const admission = await admitted(visit, gate)
    if (admission.kind === 'refused') return respond.message(admission.status, admission.words)
    if (visit.path === '') return { status: 301, location: 'console/' }
    if (admission.kind === 'sign-in') return { status: 303, location: 'login' }
    const route = routes.get(`${visit.method === 'POST' ? 'POST' : 'GET'} ${visit.path}`)
    return route === undefined ? respond.message(404, 'There is nothing here.') : await route(admission.guest)
  }

  function trouble(problem: unknown): Reply {
    const isKnown = problem instanceof KaynakError
    if (!isKnown) log('error', 'console.failed', { why: problem instanceof Error ? problem.stack : String(problem) })
    const words = isKnown ? problem.message.split('\nkaynak: ') : ['Something unexpected happened; the log has it.']
    const body = html`${words.map((line) => html`<p class="notice bad" role="alert">${line}</p>`)}<p><a href="./">Back to the sources</a></p>`
    return respond.bare(isKnown ? 503 : 500, { title: 'That did not work', body })
  }

  return (request, response) => {
    answer(visitOf(request, response))
      .catch(trouble)
      .then((reply) => {
        if (response.destroyed) return
        send(request, response, reply)
      })
      .catch((problem: unknown) => {
        log('error', 'console.failed', { why: problem instanceof Error ? problem.stack : String(problem) })
        response.destroy()
      })
  }
}
