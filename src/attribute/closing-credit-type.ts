/** What the end of a text says of its origin. */
export type ClosingCredit = {
  readonly agencies: readonly string[]
  /** "Source: NAME", as printed */
  readonly source?: string
  readonly rule: string
}
