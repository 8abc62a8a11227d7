import type {
  HttpUrl,
  Item,
  ItemId,
  Source,
  SourceId,
  SourceState,
  Story,
  WithdrawalEvidence,
  WithdrawnItem,
} from '../model/index.ts'

/** What the operator says of the feeds as a whole. */
export type Channel = {
  readonly title: string
  readonly description?: string
  /** BCP 47; pages speak it when it is English, Turkish or Arabic, else English */
  readonly language: string
  /** where the directory will be reachable: self links and archive links are made from it, and left out without it */
  readonly homePage?: HttpUrl
  readonly publisher?: { readonly name: string; readonly url?: HttpUrl; readonly email?: string }
  /** WebSub hubs that are told of changes */
  readonly hubs: readonly HttpUrl[]
  readonly topic: string
  /** whether `status.xml` is wanted */
  readonly statusFeed?: boolean
  /** what the main feeds hold; said on the pages */
  readonly window?: { readonly items: number; readonly days: number }
}

/** A source with what is remembered of it, for the lists of sources. */
export type SourceView = { readonly source: Source; readonly state?: SourceState }

/** A story that is no longer published, and has to say so for a while to those who hold it. */
export type Withdrawn = {
  /** of the story */
  readonly id: ItemId
  readonly when: Date
  /** the outlet took its article back, or the operator ours */
  readonly by: 'source' | 'operator'
  /** how a source's withdrawal is known */
  readonly evidence?: WithdrawalEvidence
  readonly reason?: string
  readonly title?: string
  readonly url?: HttpUrl
  /** only this outlet's copy was withdrawn: the story goes on with the others, and needs no tombstone */
  readonly goesOn?: boolean
  /** addresses that no document may show any more */
  readonly urls?: readonly HttpUrl[]
  /** whose feeds held it; absent = any */
  readonly sources?: readonly SourceId[]
  readonly language?: string
}

/** An item whose withdrawal was taken back: documents of its month and day that were made without it are made again. */
export type Restored = Pick<Item, 'url' | 'firstSeen' | 'published'>

/** Everything that the output is a function of. */
export type Publication = {
  readonly channel: Channel
  /** newest first, the window already applied */
  readonly stories: readonly Story[]
  /** every configured source, in the order of the file */
  readonly sources: readonly SourceView[]
  /**
   * Tombstones, newest first; their stories are in neither `stories` nor `archive` any more. What was published of them for good,
   * closed archives and old bulletins, is made anew without them: the one thing that changes a closed document.
   */
  readonly withdrawn?: readonly Withdrawn[]
  readonly restored?: readonly Restored[]
  /** withdrawals that must outlive the state, newest first: `feed.json` remembers them */
  readonly remembered?: readonly WithdrawnItem[]
  /**
   * The stories FIRST SEEN in a month `YYYY-MM` (UTC), whatever date their outlets gave them: what is found late for a month
   * that is over belongs to the month that found it, so that a closed archive never misses one.
   */
  readonly archive?: (month: string) => Promise<readonly Story[]>
  /** the months that `archive` knows */
  readonly months?: readonly string[]
  /**
   * `id` names whatever else the output is made from: the program, and the state behind `archive`. With `mayStand` a directory that was
   * made from an equal publication, and in which nobody has changed a file, is left as it is without being made again.
   */
  readonly edition?: { readonly id: string; readonly mayStand: boolean }
  /** decides only which month is over; no byte of a feed or page comes from it */
  readonly now: Date
}
