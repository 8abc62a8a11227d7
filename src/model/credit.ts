import type { HttpUrl } from './ids.ts'

/** The parts of a credit, each of which keeps its evidence. */
export type CreditPart =
  | 'publisher'
  | 'agency'
  | 'authors'
  | 'dateline'
  | 'cited'
  | 'imageCredit'
  | 'source'
  | 'url'
  | 'published'
  | 'licence'
  | 'title'

/** Why a part of the credit is believed: where it was read and by which rule. */
export type Evidence = {
  readonly part: CreditPart
  readonly value: string
  readonly from: 'config' | 'feed' | 'page' | 'text' | 'url'
  /** a short name of the rule, `dateline-with-agency` for instance */
  readonly rule: string
}

export type Dateline = { readonly place: string /** as printed */; readonly date?: string }

/** Who made an item. What is not known is absent or empty; nothing is guessed. */
export type Credit = {
  /** the site that published the text */
  readonly publisher: string
  /** wire services that this text comes from, never one that is merely quoted */
  readonly agency: readonly string[]
  /** persons */
  readonly authors: readonly string[]
  readonly dateline?: Dateline
  /** agencies that the text quotes */
  readonly cited: readonly string[]
  readonly imageCredit: readonly string[]
  /** republished from whom, as the text, the feed or the page says */
  readonly source?: { readonly name: string; readonly url?: HttpUrl }
  /** the publisher's own address of the item */
  readonly url: HttpUrl
  /** only the network can tell the publisher's address (a Google News link, say) */
  readonly urlNeedsResolve: boolean
  readonly published?: Date
  /** a licence's address or name */
  readonly licence?: string
  readonly evidence: readonly Evidence[]
}
