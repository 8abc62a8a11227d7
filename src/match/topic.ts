import type { Verdict } from '../model/index.ts'

/** What is known of an entry when it is judged. `summary` and `content` may be HTML; `article` is the plain text of its page. */
export type MatchInput = {
  readonly title: string
  readonly summary?: string
  readonly content?: string
  readonly article?: string
  /** BCP 47, as declared or detected */
  readonly language?: string
  readonly categories?: readonly string[]
  readonly url?: string
  readonly sourceId?: string
}

/** A topic ready to judge. Pure: the same input always gets the same verdict. */
export type Topic = {
  readonly id: string
  readonly name: string
  /**
   * Whether the raw text of an entry, markup and double escapes included, may name a term of the topic. Never false where
   * `judge` would keep the entry; true costs no more than a judgement.
   */
  readonly mayMatch: (text: string) => boolean
  /**
   * The verdict, with a reason for everything that moved the score; the weights of the reasons add up to the score.
   * Between the review mark and the threshold the band is `review`, unless the article was given: then it is decided.
   */
  readonly judge: (input: MatchInput) => Verdict
}
