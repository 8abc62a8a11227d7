/** A date as written: the month counts from 1. */
export type WrittenDate = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  readonly ms?: number
  /** minutes east of Greenwich, when stated */
  readonly offset?: number | undefined
}
