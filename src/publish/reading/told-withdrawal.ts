import { type Carrier, type Item, isItemId, present, type Withdrawal } from '../../model/index.ts'
import { dateAt, type Fields, fieldsOf, textAt } from './fields.ts'
import { saidWithdrawal } from './said-withdrawal.ts'
import { toldCarrier, toldLanguage, toldNames } from './told-item.ts'

/** A withdrawal that a JSON Feed of ours remembers: its item is known by hashes of its names. */
export type ToldWithdrawal = {
  readonly withdrawal: Withdrawal
  readonly storyId?: Item['id']
  readonly carrier: Carrier
  readonly language?: string
  readonly firstSeen: Date
  readonly names: readonly string[]
  readonly fingerprint?: string
}

/** The withdrawal that an entry of `_kaynak.withdrawn` tells of. */
export function toldWithdrawal(memory: Fields): ToldWithdrawal | undefined {
  const said = saidWithdrawal(fieldsOf(memory['withdrawn']))
  const firstSeen = dateAt(memory, 'first_seen')
  const [itemId, story] = [textAt(memory, 'item') ?? '', textAt(memory, 'story') ?? '']
  const carrier = toldCarrier(fieldsOf(memory['source']))
  if (!isItemId(itemId) || carrier === undefined || said === undefined || firstSeen === undefined) return undefined
  return present({
    withdrawal: { itemId, ...said },
    storyId: isItemId(story) ? story : undefined,
    carrier,
    language: toldLanguage(textAt(memory, 'language', 40)),
    firstSeen,
    names: toldNames(memory),
    fingerprint: textAt(memory, 'fingerprint', 100),
  })
}
