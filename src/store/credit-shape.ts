import type { Credit, Dateline, Evidence } from '../model/index.ts'
import { isBoolean, isDate, isHttpUrl, isText, keyOf, listOf, maybe, shape } from './shape.ts'

const isEvidence = shape<Evidence>({
  part: keyOf({
    publisher: true,
    agency: true,
    authors: true,
    dateline: true,
    cited: true,
    imageCredit: true,
    source: true,
    url: true,
    published: true,
    licence: true,
    title: true,
  }),
  value: isText,
  from: keyOf({ config: true, feed: true, page: true, text: true, url: true }),
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
