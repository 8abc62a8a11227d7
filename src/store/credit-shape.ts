import { CREDIT_PARTS, type Credit, type Dateline, EVIDENCE_FROM, type Evidence } from '../model/index.ts'
import { isBoolean, isDate, isHttpUrl, isText, keyOf, listOf, maybe, shape } from './shape.ts'

const isEvidence = shape<Evidence>({
  part: keyOf(CREDIT_PARTS),
  value: isText,
  from: keyOf(EVIDENCE_FROM),
  rule: isText,
})

/** Whether a stored value is a credit, its date revived. */
export const isCredit = shape<Credit>({
  publisher: isText,
  agency: listOf(isText),
  authors: listOf(isText),
  dateline: maybe(shape<Dateline>({ place: isText, date: maybe(isText) })),
  cited: listOf(isText),
  imageCredit: listOf(isText),
  source: maybe(shape<NonNullable<Credit['source']>>({ name: isText, url: maybe(isHttpUrl) })),
  url: isHttpUrl,
  urlNeedsResolve: isBoolean,
  published: maybe(isDate),
  licence: maybe(isText),
  evidence: listOf(isEvidence),
})
