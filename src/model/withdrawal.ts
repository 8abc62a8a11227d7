import type { ItemId } from './ids.ts'
import type { Item } from './item.ts'

/** How it is known that a source took its article back: its page answers 410, or 404 for days, or says that it was retracted. */
export type WithdrawalEvidence = 'gone' | 'missing' | 'notice'

/** An item that is published no more. A source's withdrawal ends when the source offers the item again; an operator's never by itself. */
export type Withdrawal = {
  readonly itemId: ItemId
  readonly at: Date
  readonly by: 'source' | 'operator'
  /** absent for an operator's */
  readonly evidence?: WithdrawalEvidence
  /** the operator's reason, or the words of the notice; plain text for readers */
  readonly reason?: string
}

/** A withdrawal with what was withdrawn. */
export type WithdrawnItem = {
  readonly withdrawal: Withdrawal
  readonly item: Item
  /** the story that it was published in; absent when it never was */
  readonly storyId?: ItemId
  /** whether that story goes on, carried by other items */
  readonly goesOn: boolean
}

/** An item that its source's document lists no more: its page is looked at a few times, to learn whether it was withdrawn. */
export type Absence = {
  readonly itemId: ItemId
  /** when it was missed first */
  readonly since: Date
  /** the next look, not before */
  readonly due: Date
  /** looks so far */
  readonly checks: number
  /** an unbroken row of 404s: since when, and how many */
  readonly missing?: { readonly since: Date; readonly times: number }
}

/** What becomes of items after they were kept. All of it is stored, or none. */
export type Aftermath = {
  /** out of their stories; an operator's withdrawal is never replaced by a source's */
  readonly withdrawn?: readonly Withdrawal[]
  /** taken back: these items, as they are from now on, wait for a story again */
  readonly restored?: readonly Item[]
  /** to be looked at, or looked at again; replaces what was known of the absence; nothing for a withdrawn item */
  readonly absent?: readonly Absence[]
  /** not looked at any more */
  readonly settled?: readonly ItemId[]
}
