/** What a source changed of an item: its headline, words of its text, or nothing but that it added to the text. */
export type RevisedPart = 'title' | 'text' | 'addition'

/** One change that a source made to an item after it was kept. Cosmetic changes are none (docs/decisions/0030). */
export type Revision = {
  /** when the source says that it changed the item, or when we saw that it did */
  readonly at: Date
  readonly changed: readonly RevisedPart[]
  /** the headline before, where that changed */
  readonly title?: string
}
