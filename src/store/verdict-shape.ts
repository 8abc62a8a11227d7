import { REASON_FIELDS, type Reason, type Verdict } from '../model/index.ts'
import { isBoolean, isNumber, isText, keyOf, listOf, maybe, shape } from './shape.ts'

const isReason = shape<Reason>({
  term: isText,
  lang: isText,
  field: keyOf(REASON_FIELDS),
  weight: isNumber,
  note: maybe(isText),
})

/** Whether a stored value is a verdict. */
export const isVerdict = shape<Verdict>({
  relevant: isBoolean,
  band: keyOf({ yes: true, review: true, no: true }),
  score: isNumber,
  threshold: isNumber,
  reasons: listOf(isReason),
  nearest: maybe(isText),
})
