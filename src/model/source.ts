import type { HttpUrl, SourceId } from './ids.ts'

/** Whose voice an outlet is, in neutral words. */
export type Ownership = 'state' | 'public' | 'independent' | 'party' | 'un' | 'ngo' | 'think-tank'

/** How much of an item may be republished: its link and title, an excerpt, or all of it. */
export type Republish = 'link' | 'excerpt' | 'full'

/** When the article's own page is asked for. `when-needed`: the verdict is in doubt, or the feed gave no text to republish. */
export type ArticlePolicy = 'always' | 'when-needed' | 'never'

/** CSS selectors of a listing page. All but `item` are looked up inside the item; each may be absent. */
export type Selectors = {
  readonly item: string
  /** default: the first `a[href]` of the item, or the item itself */
  readonly link?: string
  /** default: the link's text */
  readonly title?: string
  /** default: the first `time` of the item */
  readonly date?: string
  readonly summary?: string
}

/** Something watched, as one entry of feeds.json with every default filled in. */
export type Source = {
  readonly id: SourceId
  readonly name: string
  readonly url: HttpUrl
  readonly homePage?: HttpUrl
  /** BCP 47, as the operator declares it; entries may say otherwise */
  readonly language?: string
  /** ISO 3166-1 alpha-2, or INT */
  readonly country?: string
  readonly ownership?: Ownership
  readonly kind: 'feed' | 'listing' | 'sitemap'
  readonly select?: Selectors
  readonly republish: Republish
  readonly excerptWords: number
  readonly article: ArticlePolicy
  /** the shortest time between two readings */
  readonly everyMs: number
  /** `all`: everything there is about the topic, no verdict needed */
  readonly relevance: 'topic' | 'all'
  readonly enabled: boolean
}
