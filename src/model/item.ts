import type { Rights } from './article.ts'
import type { Credit } from './credit.ts'
import type { Enclosure } from './entry.ts'
import type { HttpUrl, ItemId, SourceId } from './ids.ts'
import type { Revision } from './revision.ts'
import type { Ownership, Republish } from './source.ts'
import type { Verdict } from './verdict.ts'

/** The source as it stood when the item was kept: what is published outlives the entry in feeds.json. */
export type Carrier = {
  readonly sourceId: SourceId
  readonly name: string
  /** address of the feed, listing or sitemap */
  readonly feedUrl: HttpUrl
  readonly feedTitle?: string
  readonly homePage?: HttpUrl
  readonly country?: string
  readonly ownership?: Ownership
}

/** One article of one publisher, normalised. */
export type Item = {
  readonly id: ItemId
  readonly carrier: Carrier
  /** how this source has named it: `guid:…`, `url:…`, `title:…`; any one of them finds it again */
  readonly identities: readonly string[]
  /** the address to show */
  readonly url: HttpUrl
  /** the address for comparing, across sources */
  readonly urlKey: string
  readonly title: string
  /** plain text, one paragraph a line, at most 20,000 characters: what clustering and excerpts read */
  readonly text: string
  /** what `text` was read from: a feed's summary, the whole words of an entry, or the article's page; absent when it is not known */
  readonly textFrom?: 'summary' | 'content' | 'page'
  /** the state was lost, and `text` is what had been published of it; its fingerprint is still that of the whole text */
  readonly isExcerpt?: boolean
  /** sanitised HTML of the body, kept only where the policy is `full` */
  readonly html?: string
  /** BCP 47 */
  readonly language?: string
  readonly categories: readonly string[]
  readonly enclosures: readonly Enclosure[]
  readonly image?: HttpUrl
  /** the outlet's own date; absent when it stated none that can be right */
  readonly published?: Date
  /** when the outlet says that it changed the item, or when we saw that it did */
  readonly updated?: Date
  readonly firstSeen: Date
  /** what its source changed since, oldest first; at most the last ten */
  readonly revisions?: readonly Revision[]
  readonly republish: Republish
  readonly excerptWords: number
  /** what its page, or its feed's headers, allow to be done with the text; absent when nothing was said */
  readonly rights?: Rights
  readonly verdict: Verdict
  readonly credit: Credit
  /** a hash of title and text: equal means that the source changed nothing that a reader would see */
  readonly fingerprint: string
}

/** How an item stands to the items before it. */
export type Relation =
  | { readonly kind: 'single' }
  | { readonly kind: 'lead' }
  | { readonly kind: 'copy'; readonly of: ItemId; readonly similarity: number; readonly evidence: string }
  | { readonly kind: 'same-event'; readonly of: ItemId; readonly similarity: number; readonly evidence: string }

/** One or more items that carry the same text; what a subscriber sees once. The id is that of its first item and never changes. */
export type Story = {
  readonly id: ItemId
  /** the item shown: the original, the agency's own copy, or the earliest */
  readonly lead: Item
  /** the other outlets that carried it, in order of publication */
  readonly copies: readonly Item[]
}

/** A verdict worth keeping: of every entry that named at least one term, kept or dropped. */
export type Decision = {
  readonly sourceId: SourceId
  /** identity of the entry inside its source */
  readonly entryKey: string
  readonly url?: HttpUrl
  readonly title: string
  /** the words that were judged besides the title, plain, at most 1,000 characters: an edited topic can judge them again */
  readonly text?: string
  readonly language?: string
  readonly at: Date
  readonly verdict: Verdict
}
