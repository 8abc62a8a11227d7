import { type HttpUrl, present, type Source } from '../../model/index.ts'
import { newestOf, type Trial } from '../../pipeline/index.ts'

/** What a trial of a source comes to, for people and scripts. */
export type Checked = {
  readonly id: string
  readonly name: string
  readonly url: HttpUrl
  /**
   * Read: `well`, `moved` (for good), `empty`, `stale` (nothing new for a month). Not read: `gone` (for ever), `refused` (the server says
   * no), `unreachable` (nobody answers), `failed`, `not-a-feed`.
   */
  readonly result: 'well' | 'moved' | 'empty' | 'stale' | 'gone' | 'refused' | 'unreachable' | 'failed' | 'not-a-feed'
  readonly isRead: boolean
  /** one line */
  readonly words: string
  readonly entries?: number
  readonly newest?: Date
  readonly movedTo?: HttpUrl
  /** feeds that the page names which came instead of one */
  readonly feeds?: readonly HttpUrl[]
}

const STALE_MS = 30 * 86_400_000
const NOBODY: ReadonlySet<string> = new Set(['dns', 'refused', 'reset', 'unreachable', 'timeout', 'tls'])
const NO: ReadonlySet<number> = new Set([401, 402, 403, 407, 429, 451])
/** A page may name a feed for each of its sections. */
const MOST_NAMED = 3

type Told = Pick<Checked, 'result' | 'words' | 'entries' | 'newest' | 'movedTo'>
type Telling = { readonly now: Date /** words a moment in the user's zone */; readonly time: (moment: Date) => string }

/** Says how one source is, by a trial. */
export function checked(source: Source, trial: Trial, telling: Telling): Checked {
  const { id, name, url } = source
  const about = { id, name, url }
  switch (trial.kind) {
    case 'read':
      return { ...about, ...readWords(trial, telling), isRead: true }
    case 'failed':
      return { ...about, result: failureOf(trial), isRead: false, words: failureWords(trial) }
    case 'unreadable': {
      const feeds = trial.feeds.slice(0, MOST_NAMED).map((feed) => feed.url)
      const named = feeds.length === 0 ? '' : `; it names ${feeds.join(', ')}`
      const more = trial.feeds.length > MOST_NAMED ? ` and ${trial.feeds.length - MOST_NAMED} more` : ''
      const words = `${trial.message}${named}${more}`
      return present({
        ...about,
        result: 'not-a-feed' as const,
        isRead: false,
        words,
        feeds: feeds.length === 0 ? undefined : feeds,
      })
    }
  }
}

function readWords({ document, movedTo }: Extract<Trial, { kind: 'read' }>, { now, time }: Telling): Told {
  const entries = document.slips.length
  const newest = newestOf(document)
  const counted = `${entries} ${entries === 1 ? 'entry' : 'entries'}`
  const known = present({ entries, newest, movedTo })
  const move = movedTo === undefined ? '' : `; moved for good to ${movedTo}: change its address`
  if (entries === 0) return { ...known, result: 'empty', words: `it can be read, but holds no entries${move}` }
  if (newest !== undefined && now.getTime() - newest.getTime() > STALE_MS)
    return { ...known, result: 'stale', words: `nothing new since ${newest.toISOString().slice(0, 10)}, ${counted}${move}` }
  const words = `${counted}${newest === undefined ? ', none of them dated' : `, the newest of ${time(newest)}`}${move}`
  return { ...known, result: movedTo === undefined ? 'well' : 'moved', words }
}

function failureOf({ code, status = 0 }: Extract<Trial, { kind: 'failed' }>): Checked['result'] {
  if (code === 'gone') return 'gone'
  if (NO.has(status) || code === 'robots') return 'refused'
  return NOBODY.has(code) ? 'unreachable' : 'failed'
}

function failureWords({ code, message }: Extract<Trial, { kind: 'failed' }>): string {
  return code === 'gone' ? `${message}: it is gone for ever, remove it or find its new address` : message
}
