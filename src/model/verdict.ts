/** Where a term was found. `article`: the text of the page itself, read because the feed's words left a doubt. */
export type MatchField = 'title' | 'summary' | 'content' | 'categories' | 'url' | 'article'

/** One thing that moved the score. An exclusion, a demotion or a gate says so in `note`, with a weight of 0 or below. */
export type Reason = {
  readonly term: string
  /** language of the term, BCP 47; `*` when it belongs to none */
  readonly lang: string
  readonly field: MatchField
  readonly weight: number
  readonly note?: string
}

/** Is an entry about the topic, and why. */
export type Verdict = {
  readonly relevant: boolean
  /** `review`: in doubt on these words alone; the article's text should decide */
  readonly band: 'yes' | 'review' | 'no'
  readonly score: number
  readonly threshold: number
  readonly reasons: readonly Reason[]
  /** of a rejected entry: what was missing, in words */
  readonly nearest?: string
}
