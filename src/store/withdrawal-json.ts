import { type Absence, WITHDRAWAL_EVIDENCE, WITHDRAWN_BY, type Withdrawal } from '../model/index.ts'
import { isDate, isId, isNumber, isRecord, isText, jsonValue, keyOf, maybe, reviveDates, shape } from './shape.ts'

/** The withdrawal that a stored JSON text holds, or undefined when the text is damaged. */
export function withdrawalOf(json: string): Withdrawal | undefined {
  return withdrawalIn(jsonValue(json))
}

/** The withdrawal that a freshly parsed JSON value is, its dates revived in place; undefined when it is none. */
export function withdrawalIn(value: unknown): Withdrawal | undefined {
  reviveDates(value, ['at'])
  return isWithdrawal(value) ? value : undefined
}

/** The absence that a stored JSON text holds, or undefined when the text is damaged. */
export function absenceOf(json: string): Absence | undefined {
  return absenceIn(jsonValue(json))
}

/** The absence that a freshly parsed JSON value is, its dates revived in place; undefined when it is none. */
export function absenceIn(value: unknown): Absence | undefined {
  reviveDates(value, ['since', 'due'])
  if (isRecord(value)) reviveDates(value['missing'], ['since'])
  return isAbsence(value) ? value : undefined
}

const isWithdrawal = shape<Withdrawal>({
  itemId: isId,
  at: isDate,
  by: keyOf(WITHDRAWN_BY),
  evidence: maybe(keyOf(WITHDRAWAL_EVIDENCE)),
  reason: maybe(isText),
})

const isAbsence = shape<Absence>({
  itemId: isId,
  since: isDate,
  due: isDate,
  checks: isNumber,
  missing: maybe(shape<NonNullable<Absence['missing']>>({ since: isDate, times: isNumber })),
})
