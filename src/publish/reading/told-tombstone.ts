import { type HttpUrl, type ItemId, isItemId, type Withdrawal } from '../../model/index.ts'
import { type Fields, fieldsOf, listAt, textAt, urlAt } from './fields.ts'
import { saidWithdrawal } from './said-withdrawal.ts'

/** A withdrawal as `status.json` tells of it: from which story, and its address. */
export type Tombstone = {
  /** of the story */
  readonly id: ItemId
  /** the story goes on, carried by others */
  readonly goesOn: boolean
  readonly url: HttpUrl
  readonly title: string
  readonly withdrawal: Omit<Withdrawal, 'itemId'>
}

/** The withdrawals of which readers are told, as `status.json` has them. */
export function tombstonesIn(status: Fields): readonly Tombstone[] {
  return listAt(status, 'withdrawn').flatMap((value) => tombstoneIn(fieldsOf(value)) ?? [])
}

function tombstoneIn(told: Fields): Tombstone | undefined {
  const id = textAt(told, 'id') ?? ''
  const url = urlAt(told, 'url')
  const withdrawal = saidWithdrawal(told)
  if (!isItemId(id) || url === undefined || withdrawal === undefined) return undefined
  return { id, goesOn: told['story_goes_on'] === true, url, title: textAt(told, 'title') ?? '', withdrawal }
}
