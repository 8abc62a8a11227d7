import type { Guest } from './gate.ts'
import { html } from './html.ts'
import type { Newsdesk } from './office.ts'
import { markField, type Shell, shell } from './pages/shell.ts'
import type { Reply } from './visit.ts'

/** Answers whoever was let in. */
export type Route = (guest: Guest) => Reply | Promise<Reply>
/** Routes by method and path, such as `POST /add`. */
export type Routes = readonly (readonly [string, Route])[]

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

export type Answer = Omit<Shell, 'newsroom' | 'signOut'> & { readonly status?: number }

/** Makes the answers of the console's routes. */
export type Responder = {
  readonly page: (guest: Guest, desk: Newsdesk, answer: Answer) => Reply
  /** a page after a change, with one of the known words */
  readonly turnTo: (place: string, done: Notice) => Reply
  /** tells nothing of the newsroom, to whoever was not let in */
  readonly message: (status: number, words: string) => Reply
  readonly bare: (status: number, answer: Pick<Shell, 'title' | 'body' | 'notice'>) => Reply
}

export function responder({ hasToken }: { readonly hasToken: boolean }): Responder {
  const bare: Responder['bare'] = (status, answer) => ({ status, page: shell(answer) })
  return {
    bare,
    page({ mark, query }, desk, { status = 200, ...answer }) {
      const signOut = hasToken
        ? html`<form method="post" action="logout">${markField(mark)}<button class="plain">Sign out</button></form>`
        : undefined
      const words = NOTICE_OF.get(query.get('done') ?? '')
      const notice = answer.notice ?? (words === undefined ? undefined : { kind: 'good' as const, words })
      return { status, page: shell({ ...answer, notice, signOut, newsroom: desk.title }) }
    },
    turnTo(place, done) {
      const [path = '', anchor] = place.split('#')
      const location = `${path}${path.includes('?') ? '&' : '?'}done=${done}${anchor === undefined ? '' : `#${anchor}`}`
      return { status: 303, location }
    },
    message: (status, words) =>
      bare(status, { title: status === 401 ? 'Who is there?' : 'That cannot be', body: html`<p>${words}</p>` }),
  }
}
