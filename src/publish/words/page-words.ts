import type { FetchTrouble, MatchField, SourceTrouble, WithdrawalEvidence } from '../../model/index.ts'
import type { ReaderLanguage } from '../../text/index.ts'

/** Everything that a page says in words of its own, in one language. Functions take what they say as plain text. */
export type PageWords = {
  readonly language: ReaderLanguage
  readonly direction: 'ltr' | 'rtl'
  /** the language's name for itself */
  readonly ownName: string
  readonly skip: string
  readonly follow: string
  readonly home: string
  readonly sources: string
  readonly bulletin: string
  readonly archive: string
  readonly pageLanguage: string
  readonly sections: string
  readonly stories: (count: number) => string
  readonly outlets: (count: number) => string
  readonly languages: (count: number) => string
  readonly newest: (date: string) => string
  readonly window: (items: number, days: number) => string
  readonly empty: string
  readonly filter: {
    readonly heading: string
    readonly text: string
    readonly language: string
    readonly outlet: string
    readonly voice: string
    readonly all: string
    readonly reset: string
    /** `{n}` and `{m}` become numbers in the browser */
    readonly shown: string
    readonly none: string
  }
  readonly why: {
    readonly question: string
    readonly found: (term: string, field: string) => string
    readonly score: (score: string, threshold: string) => string
    readonly everything: string
    readonly fields: Readonly<Record<MatchField, string>>
  }
  readonly plot: {
    readonly perDay: string
    readonly perOutlet: string
    readonly table: string
    readonly day: string
    readonly outlet: string
    readonly count: string
    readonly summary: (total: string, days: number, most: string, mostDay: string) => string
  }
  readonly undated: string
  readonly unknownLanguage: string
  readonly international: string
  readonly rights: string
  readonly withdrawn: WithdrawnWords
  readonly health: HealthWords
  readonly lists: SourceListWords
  readonly daily: BulletinWords
}

/** What was taken back, by whom, and how that is known. */
type WithdrawnWords = {
  readonly heading: string
  readonly source: string
  readonly operator: string
  readonly evidence: Readonly<Record<WithdrawalEvidence, string>>
  /** other outlets still carry the story */
  readonly goesOn: string
}

/** A source's health, said to people. */
type HealthWords = {
  readonly well: string
  readonly unread: string
  readonly disabled: string
  readonly failing: (failures: number) => string
  readonly lastRead: (date: string) => string
  readonly lastNew: (date: string) => string
  readonly moved: string
  readonly trouble: Readonly<Record<FetchTrouble | SourceTrouble['code'], string>>
}

/** The list of sources. */
type SourceListWords = {
  readonly intro: (count: number) => string
  readonly source: string
  readonly voice: string
  readonly place: string
  readonly language: string
  readonly health: string
  readonly inWindow: string
  readonly feed: string
  readonly ours: string
  readonly opml: string
}

/** The daily bulletin. */
type BulletinWords = {
  readonly name: string
  readonly all: string
  readonly print: string
}
