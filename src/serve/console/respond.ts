import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ConsoleEnv } from './gate.ts'
import type { Newsdesk, Office } from './office.ts'
import { CONSOLE_POLICY, type Html, markField, type Shell, shell } from './pages/shell.ts'

/** Fields of every answer. The origin is named to ourselves only, since our forms are known by it. */
export const CONSOLE_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': CONSOLE_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
} as const

/** What a deed came to, for the page that comes after it: only these words can be asked for by an address. */
const NOTICES = {
  added: 'The source stands in the list now; the next pass reads it.',
  saved: 'Saved.',
  same: 'Nothing was different, so nothing was written.',
  paused: 'Paused: its entry stays in the list, and it is not read.',
  resumed: 'It is read again from the next pass on.',
  removed: 'Its entry has left the list.',
  asked: 'A pass is asked for; it begins as soon as the one under way has ended.',
  labelled: 'Written down.',
} as const
const NOTICE_OF: ReadonlyMap<string, string> = new Map(Object.entries(NOTICES))

export type Notice = keyof typeof NOTICES

export type Answer = Omit<Shell, 'newsroom' | 'signOut'> & { readonly status?: 200 | 400 | 404 | 409 | 422 | 500 | 502 | 503 }

/** Makes the answers of the console's routes. */
export type Responder = {
  readonly page: (context: Context<ConsoleEnv>, desk: Newsdesk | undefined, answer: Answer) => Response | Promise<Response>
  /** a page after a change, with one of the known words */
  readonly turnTo: (context: Context<ConsoleEnv>, place: string, done: Notice) => Response
  /** a message that needs no newsroom: nothing is told to whoever was not let in */
  readonly message: (
    context: Context<ConsoleEnv>,
    status: 401 | 403 | 404 | 405 | 413 | 415 | 429,
    words: string,
  ) => Response | Promise<Response>
}

export function responder({ hasToken }: { readonly office: Office; readonly hasToken: boolean }): Responder {
  return {
    page(context, desk, { status = 200, ...rest }) {
      const mark = context.get('mark')
      const signOut: Html | undefined = hasToken
        ? html`<form method="post" action="logout">${markField(mark)}<button class="plain">Sign out</button></form>`
        : undefined
      const asked = NOTICE_OF.get(context.req.query('done') ?? '')
      const notice = rest.notice ?? (asked === undefined ? undefined : { kind: 'good' as const, words: asked })
      return context.html(shell({ ...rest, notice, signOut, ...(desk === undefined ? {} : { newsroom: desk.title }) }), status)
    },
    turnTo(context, place, done) {
      const [path = '', anchor] = place.split('#')
      return context.redirect(
        `${path}${path.includes('?') ? '&' : '?'}done=${done}${anchor === undefined ? '' : `#${anchor}`}`,
        303,
      )
    },
    message: (context, status, words) =>
      context.html(shell({ title: status === 401 ? 'Who is there?' : 'That cannot be', body: html`<p>${words}</p>` }), status),
  }
}
