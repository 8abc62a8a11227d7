import type { Decision, HttpUrl, SourceId } from '../../model/index.ts'
import type { Health, Preview } from '../../pipeline/index.ts'

/** The keys of a source's entry that the console's forms hold, as text; an empty one is absent. */
export type EntryFields = Readonly<Record<EntryField, string>>
export type EntryField = (typeof ENTRY_FIELDS)[number]

/** In the order of the form. */
export const ENTRY_FIELDS = [
  'name',
  'url',
  'homePage',
  'language',
  'country',
  'ownership',
  'republish',
  'excerptWords',
  'every',
  'relevance',
  'article',
] as const

/** Reads each field of a form, or of an entry. */
export function entryFields(read: (field: EntryField) => string): EntryFields {
  return {
    name: read('name'),
    url: read('url'),
    homePage: read('homePage'),
    language: read('language'),
    country: read('country'),
    ownership: read('ownership'),
    republish: read('republish'),
    excerptWords: read('excerptWords'),
    every: read('every'),
    relevance: read('relevance'),
    article: read('article'),
  }
}

/** Something kept, as a list of the latest shows it. */
export type LatestItem = { readonly title: string; readonly url: HttpUrl; readonly at: Date; readonly language?: string }

/** One source as the list shows it. */
export type SourceRow = {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly homePage?: string
  readonly isOn: boolean
  /** `wrong`: the entry cannot be used and is left out; the words say why */
  readonly health: Health | { readonly level: 'wrong'; readonly words: string }
  readonly nextDue?: Date
  /** items kept on each of the last days, oldest first, today last */
  readonly keptByDay: readonly number[]
  /** newest first */
  readonly latest: readonly LatestItem[]
}

/** What every page says of the newsroom. */
export type Newsdesk = {
  readonly title: string
  /** IANA name, for the moments that are shown */
  readonly timeZone: string
  readonly now: Date
  /** as the operator names it */
  readonly file: string
}

export type Overview = Newsdesk & {
  readonly rows: readonly SourceRow[]
  /** wrong entries that cannot be named */
  readonly problems: readonly string[]
}

/** One source with what a page of its own shows. */
export type SourceSheet = Newsdesk & {
  readonly row: SourceRow
  readonly fields: EntryFields
  /** tells one wording of the entry from another: a change is made to the one that was seen */
  readonly version: string
  readonly decisions: readonly Judged[]
}

/** A verdict, and what a person said of it. */
export type Judged = { readonly decision: Decision; readonly label?: boolean }

/** `near`: in doubt by the words of the feed, whichever way it went. */
export type DecisionsAsked = {
  readonly show: 'kept' | 'dropped' | 'near' | 'all'
  readonly about?: string
  readonly source?: string
  readonly limit: number
}
export type DecisionList = Newsdesk & { readonly list: readonly Judged[]; readonly sources: readonly string[] }

/** What a change came to. `wrong`: nothing was written, and why, by the field where one is to blame. `stale`: somebody else was faster. */
export type Change =
  | { readonly kind: 'done'; readonly changed: boolean }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'stale'; readonly words: string }
  | { readonly kind: 'unknown' }
export type FieldProblem = { readonly field?: EntryField | 'id'; readonly words: string }

/** What looking at an address brought: an entry that may be added, with what it would bring now. */
export type Found =
  | {
      readonly kind: 'found'
      readonly id: string
      readonly fields: EntryFields
      /** format, language, number and age of the entries: short words each */
      readonly facts: readonly string[]
      readonly preview: Preview
      readonly others: readonly { readonly url: HttpUrl; readonly title: string }[]
    }
  | { readonly kind: 'none'; readonly words: string }

/** Whoever does what the console is asked for. Methods may throw KaynakError; its words are shown. */
export type Office = {
  readonly desk: () => Promise<Newsdesk>
  readonly overview: () => Promise<Overview>
  /** undefined: there is no such source */
  readonly source: (id: string) => Promise<SourceSheet | undefined>
  readonly decisions: (asked: DecisionsAsked) => Promise<DecisionList>
  readonly find: (address: string, signal: AbortSignal) => Promise<Found>
  readonly add: (id: string, fields: EntryFields) => Promise<Change>
  readonly edit: (id: string, fields: EntryFields, version: string) => Promise<Change>
  readonly setOn: (id: string, isOn: boolean, version: string) => Promise<Change>
  readonly remove: (id: string, version: string) => Promise<Change>
  /** tries a source now and stores nothing; one line. undefined: there is no such source */
  readonly check: (id: string, signal: AbortSignal) => Promise<{ readonly isRead: boolean; readonly words: string } | undefined>
  /** a pass for this source, or for all that are due, as soon as the one under way has ended */
  readonly readNow: (id: SourceId | undefined) => void
  /** writes down what a person says; false: there is no such decision any more */
  readonly label: (asked: { readonly source: string; readonly entry: string; readonly relevant: boolean }) => Promise<boolean>
}
