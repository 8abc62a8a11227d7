import type { Socket } from 'node:net'
import type { FetchTrouble } from '../../src/model/index.ts'

/** The classes of docs/architecture.md: what a source can do to us. */
type HostileClass =
  | 'good'
  | 'slow'
  | 'huge'
  | 'wire'
  | 'instead-of-a-feed'
  | 'redirects'
  | 'forbidden-places'
  | 'encodings'
  | 'xml-and-json'
  | 'items'
  | 'markup'
  | 'letters'
  | 'identity'
  | 'time'
  | 'manners'

/** One request that reached a case. */
export type Visitor = {
  readonly socket: Socket
  /** what follows the case's own path: '' for the source itself, `/x` for a place that it led to */
  readonly rest: string
  /** names in lower case, values latin1 */
  readonly headers: Readonly<Record<string, string>>
  /** 1 for the first request to the source itself */
  readonly visit: number
  /** the source's own address, and its origin */
  readonly self: string
  readonly origin: string
  /** a port of this machine that no one may ever connect to */
  readonly innerPort: number
}

export type Respond = (visitor: Visitor) => void

/** What fetching the source comes to. */
export type Expected = 'ok' | 'not-modified' | FetchTrouble

/** One thing that a source does, and what must come of it. */
export type HostileCase = {
  /** unique, kebab-case, also the path of the source */
  readonly name: string
  readonly class: HostileClass
  readonly respond: Respond
  /** what fetching comes to, pass by pass; the last one holds for all later passes */
  readonly fetched: readonly [Expected, ...Expected[]]
  /** whether a whole pass publishes something from it: `yes` must, `no` must not, `either` may */
  readonly publishes: 'yes' | 'no' | 'either'
  /** titles that must be published letter by letter, where letters are the point */
  readonly titles?: readonly string[]
  /** cases that name the same host share one, port and all */
  readonly host?: string
  /** an article's page instead of a source: robots.txt is asked for first */
  readonly isPage?: boolean
  readonly robots?: Respond
  /** done once before the first request, where making the body takes long */
  readonly prepare?: () => unknown
}
