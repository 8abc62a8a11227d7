import type { FetchRequest, FetchResult } from './fetching.ts'
import type { SourceState } from './health.ts'
import type { ItemId, SourceId } from './ids.ts'
import type { Decision, Item, Relation, Story } from './item.ts'
import type { Pruned, PruneQuery, StateRow } from './state-row.ts'
import type { Absence, Aftermath, WithdrawnItem } from './withdrawal.ts'

/** The time. A pass asks once and uses that moment throughout. */
export type Clock = { readonly now: () => Date }

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** One event a line: a name such as `source.fetched`, and fields instead of sentences. */
export type Log = (level: LogLevel, event: string, fields?: Readonly<Record<string, unknown>>) => void

/** Gets one document. Never throws for what a server does: trouble is a value. */
export type Fetch = (request: FetchRequest) => Promise<FetchResult>

/** What one reading of one source leaves behind. All of it is stored, or none. */
export type SourceChange = {
  readonly state: SourceState
  /** new items and changed ones, whole */
  readonly items: readonly Item[]
  /** entries of the document as it stands: entry key -> fingerprint. Replaces what was known; absent = leave it. */
  readonly seen?: ReadonlyMap<string, string>
  readonly decisions: readonly Decision[]
  /** what the document says of items kept before */
  readonly aftermath?: Aftermath
  /**
   * The `lastAttempt` of the state that this reading began with. Where another one is stored by now, somebody else has read the source
   * meanwhile, and nothing of this change is stored. Absent = it is stored whatever is there.
   */
  readonly basis?: Date | 'never-attempted'
}

/** Where an item belongs, decided after it was stored. */
export type Placement = {
  readonly itemId: ItemId
  readonly storyId: ItemId
  readonly relation: Relation
  readonly bands: readonly string[]
}

/** The one lock of a state. It dies with its process. */
export type Lock = {
  readonly release: () => Promise<void>
  /** set off when the lock is lost before it was released, as with the connection that holds it; a file's lock never is */
  readonly lost: AbortSignal
  /** Asks the state whether the lock is held still. @throws KaynakError STATE_WRITE when it was lost, LOCKED when another process has had it since */
  readonly prove: () => Promise<void>
  /** the same state for the holder: once the lock is lost nothing more is read or written through it; throws as `prove` does */
  readonly store: Store
}

/** The memory between passes. Every method may throw KaynakError STATE_WRITE or STATE_UNUSABLE. */
export type Store = {
  /** Takes the one lock of this state, or undefined at once when another process holds it. */
  readonly lock: () => Promise<Lock | undefined>
  /** The states of these sources, or of all. */
  readonly sourceStates: (ids?: readonly SourceId[]) => Promise<ReadonlyMap<SourceId, SourceState>>
  /** entry key -> fingerprint, of the last document of a source */
  readonly seen: (sourceId: SourceId) => Promise<ReadonlyMap<string, string>>
  /** The item of this source that any of these identities names; the first identity that is known wins. */
  readonly find: (sourceId: SourceId, identities: readonly string[]) => Promise<Item | undefined>
  readonly item: (id: ItemId) => Promise<Item | undefined>
  /** Items with a place, and withdrawn ones, at this urlKey, by id; at most 50. */
  readonly itemsAt: (urlKey: string) => Promise<readonly Item[]>
  /** Stores all changes in ONE transaction. An item with a known id is replaced; its story stays, and so does its withdrawal. */
  readonly commit: (changes: readonly SourceChange[]) => Promise<void>
  /** Items without a story that were not withdrawn, by publication (or first sight), then id. */
  readonly unplaced: (limit: number) => Promise<readonly Item[]>
  /** Placed items with any of these bands, or this urlKey, dated between the two moments; at most 200. */
  readonly neighbours: (query: NeighbourQuery) => Promise<readonly { readonly item: Item; readonly storyId: ItemId }[]>
  /** Stores all placements in ONE transaction. */
  readonly place: (placements: readonly Placement[]) => Promise<void>
  /**
   * Newest stories first, by the moment that `itemMoment` of the lead gives, then id. `perSource`: at most so many that are led by
   * one source, its newest. Here and in `storiesSeenIn` a story holds at most 3 copies of each source, the earliest, and 300 in all.
   */
  readonly stories: (query: StoryQuery) => Promise<readonly Story[]>
  /** The months, `YYYY-MM` in UTC, in which a story was seen for the first time, oldest first. */
  readonly months: () => Promise<readonly string[]>
  /** The stories seen for the first time in a month, newest first: all of them. */
  readonly storiesSeenIn: (month: string) => Promise<readonly Story[]>
  /** Where an item was placed, and why; undefined while it has no place. */
  readonly placement: (id: ItemId) => Promise<{ readonly storyId: ItemId; readonly relation: Relation } | undefined>
  /** Stores what became of items in ONE transaction; items that are not known are left out. */
  readonly follow: (aftermath: Aftermath) => Promise<void>
  /** The withdrawal of an item; undefined when it was not withdrawn. */
  readonly withdrawal: (id: ItemId) => Promise<WithdrawnItem | undefined>
  /** Withdrawals since a moment, newest first, then by item. */
  readonly withdrawals: (query: { readonly limit: number; readonly since: Date }) => Promise<readonly WithdrawnItem[]>
  /** Whether the operator withdrew an item of this source with this fingerprint: the same words under another name. */
  readonly isRetracted: (sourceId: SourceId, fingerprint: string) => Promise<boolean>
  /** Absences whose next look is due, the longest due first, with their items. */
  readonly absences: (query: {
    readonly due: Date
    readonly limit: number
  }) => Promise<readonly { readonly absence: Absence; readonly item: Item }[]>
  /** Decisions, newest first. */
  readonly decisions: (query: DecisionQuery) => Promise<readonly Decision[]>
  readonly counts: () => Promise<{ readonly items: number; readonly stories: number; readonly decisions: number }>
  /**
   * The whole state as it stands at one moment, a piece at a time, in bounded memory; whatever others write meanwhile is not in it. The
   * order is that of `StateRow`, and one state always gives the same rows. Nothing else is asked of this store until it has ended.
   */
  readonly dump: () => AsyncIterable<StateRow>
  /**
   * Fills an empty state with what `dump` gave, of this engine or another, in ONE transaction: when `rows` throws, nothing was stored.
   * What `dump` then gives is the same again. @throws KaynakError STATE_UNUSABLE when the state is not empty
   */
  readonly load: (rows: AsyncIterable<StateRow>) => Promise<void>
  /**
   * Removes the stories first seen before a moment whose items are all dated before it as well, with their items, and the decisions of
   * before it; gives the room back. Withdrawn items stay, and so do those without a place. The names of what went stay known.
   */
  readonly prune: (query: PruneQuery) => Promise<Pruned>
  /** Those of these identities that named an item of this source that was pruned, in their order. */
  readonly prunedAmong: (sourceId: SourceId, identities: readonly string[]) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export type StoryQuery = { readonly limit: number; readonly since: Date; readonly perSource?: number }

export type NeighbourQuery = {
  readonly bands: readonly string[]
  readonly urlKey: string
  readonly from: Date
  readonly to: Date
}

export type DecisionQuery = {
  readonly sourceId?: SourceId
  /** an address or a part of a title */
  readonly about?: string
  readonly kept?: boolean
  readonly limit: number
}
