import type { FeedPace } from './entry.ts'
import type { FetchTrouble, Validators } from './fetching.ts'
import type { HttpUrl, SourceId } from './ids.ts'

/** What went wrong with a source the last time, in a code for scripts and a line for people. */
export type SourceTrouble = {
  /** why it could not be fetched, or `unreadable`: what came is no feed */
  readonly code: FetchTrouble | 'unreadable' | 'internal'
  readonly message: string
  /** whether asking again is pointless until the operator acts (410) */
  readonly final: boolean
}

/**
 * Something that befell a source and that its operator should know of. `failing`: unreadable for a day or more. `silent`: reads well and
 * offers nothing. `flooded`: brought more than one source may. `recovered`: what was failing, gone or silent is not any more.
 */
export type SourceEvent = {
  readonly kind: 'failing' | 'gone' | 'moved' | 'silent' | 'flooded' | 'recovered'
  readonly at: Date
  /** one line in English */
  readonly words: string
}

/** What is remembered of a source between passes; stored in the same transaction as the items it stands for. */
export type SourceState = {
  readonly sourceId: SourceId
  /** the configured address that this state belongs to: another one starts anew */
  readonly url: HttpUrl
  readonly validators?: Validators
  /** hash of the last good body: an unchanged one is not read again */
  readonly bodyHash?: string
  readonly feedTitle?: string
  readonly feedFormat?: string
  /** what the last document asked of those who poll it; a 304 does not repeat it */
  readonly pace?: FeedPace
  readonly lastAttempt?: Date
  readonly lastSuccess?: Date
  /** when the document last differed from the one before */
  readonly lastChange?: Date
  /** the last time the whole document was asked for without validators */
  readonly lastFull?: Date
  /** when its server was last seen to send one validator with two documents */
  readonly lied?: Date
  /** the pages of its articles are not asked for before this moment: their server wishes to be left alone */
  readonly pagesFrom?: Date
  readonly nextDue?: Date
  /** failures in a row */
  readonly failures: number
  /** when the first of them was */
  readonly failingSince?: Date
  readonly trouble?: SourceTrouble
  /** repairs that the last document needed, and other notices */
  readonly warnings: readonly string[]
  /** entries in the last document */
  readonly entries?: number
  /** how many new items it might still bring at a moment; absent = the same as for every source (a flood has to end somewhere) */
  readonly room?: { readonly left: number; readonly at: Date }
  /** a permanent redirect that has not been adopted yet, and how often a good document was read there */
  readonly moved?: { readonly to: HttpUrl; readonly since: Date; readonly passes: number }
  /** the last few, the newest last */
  readonly events?: readonly SourceEvent[]
}
