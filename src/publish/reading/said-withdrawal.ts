import { present, WITHDRAWAL_EVIDENCE, WITHDRAWN_BY, type Withdrawal } from '../../model/index.ts'
import { dateAt, type Fields, textAt, wordAt } from './fields.ts'

/** When something was withdrawn, by whom and why: the same words in a JSON Feed and in `status.json`. */
export function saidWithdrawal(said: Fields): Omit<Withdrawal, 'itemId'> | undefined {
  const at = dateAt(said, 'when')
  const by = wordAt(said, 'by', WITHDRAWN_BY)
  if (at === undefined || by === undefined) return undefined
  return present({ at, by, evidence: wordAt(said, 'evidence', WITHDRAWAL_EVIDENCE), reason: textAt(said, 'reason', 10_000) })
}
