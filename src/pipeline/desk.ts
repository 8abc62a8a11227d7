import type { Topic } from '../match/index.ts'
import type { Fetch, Log, Store } from '../model/index.ts'
import type { DetectLanguage } from '../text/index.ts'
import type { PageBounds, Pages } from './pages.ts'
import type { Parser } from './parser.ts'

/** What the steps work with during one pass. */
export type Desk = {
  readonly fetch: Fetch
  readonly parser: Parser
  readonly pages: Pages
  /** what one source may take of them in a pass; absent = what suits a real one */
  readonly pageBounds?: PageBounds
  readonly store: Store
  /** asked before anything is published; absent where no lock is held. @throws KaynakError when the lock was lost meanwhile */
  readonly proveLock?: () => Promise<void>
  readonly topic: Topic
  /** names the rules that verdicts are made by: another topic or program version judges everything anew */
  readonly rules: string
  /** the one moment that counts as now throughout the pass */
  readonly now: Date
  /** a number from 0 up to 1, another one each time: spreads what would otherwise fall due together */
  readonly jitter: () => number
  /** tells the language of a text; a megabyte of tables, loaded at its first use */
  readonly detector: () => Promise<DetectLanguage>
  /** hosts whose validators are not to be trusted; absent = none */
  readonly liars?: ReadonlySet<string>
  readonly log: Log
  /** ends the pass early: what is in hand is given up, what was finished is kept */
  readonly signal?: AbortSignal
}
