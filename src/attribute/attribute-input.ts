import type { Entry } from '../model/index.ts'

/** What there is to read a credit from; each part may be absent. */
export type AttributeInput = {
  readonly title?: string
  /** the first words and lines of the text, plain */
  readonly lead?: string
  /** its last words and lines, plain */
  readonly tail?: string
  readonly url?: string
  /** a page's head, HTML */
  readonly head?: string
  /** a whole page, HTML */
  readonly html?: string
  /** one feed item, XML */
  readonly xml?: string
  /** author fields and bylines, as printed */
  readonly authors?: readonly string[]
  /** the page's rel=canonical */
  readonly canonical?: string
  /** the feed's entry, already parsed */
  readonly entry?: Entry
  /** the configured source: the publisher, unless it only passes on what others published */
  readonly carrier?: { readonly name: string; readonly homePage?: string; readonly feedUrl?: string; readonly language?: string }
  readonly language?: string
}
