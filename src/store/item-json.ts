import {
  type Carrier,
  type Enclosure,
  type Item,
  OWNERSHIPS,
  REPUBLISH,
  type Revision,
  type Rights,
  TEXT_FROM,
} from '../model/index.ts'
import { isCredit } from './credit-shape.ts'
import {
  isBoolean,
  isDate,
  isHttpUrl,
  isId,
  isNumber,
  isRecord,
  isSource,
  isText,
  jsonValue,
  keyOf,
  listOf,
  maybe,
  reviveDates,
  shape,
} from './shape.ts'
import { isVerdict } from './verdict-shape.ts'

/** The item that a stored JSON text holds, or undefined when the text is damaged. */
export function itemOf(json: string): Item | undefined {
  return itemIn(jsonValue(json))
}

/** The item that a freshly parsed JSON value is, its dates revived in place; undefined when it is none. */
export function itemIn(value: unknown): Item | undefined {
  if (!isRecord(value)) return undefined
  reviveDates(value, ['published', 'updated', 'firstSeen'])
  reviveDates(value['credit'], ['published'])
  const revisions: unknown = value['revisions']
  for (const revision of Array.isArray(revisions) ? revisions : []) reviveDates(revision, ['at'])
  return isItem(value) ? value : undefined
}

const isCarrier = shape<Carrier>({
  sourceId: isSource,
  name: isText,
  feedUrl: isHttpUrl,
  feedTitle: maybe(isText),
  homePage: maybe(isHttpUrl),
  country: maybe(isText),
  ownership: maybe(keyOf(OWNERSHIPS)),
})

const isEnclosure = shape<Enclosure>({ url: isHttpUrl, type: maybe(isText), length: maybe(isNumber) })

const isRights = shape<Rights>({
  reserved: isBoolean,
  noExcerpt: isBoolean,
  maxExcerptChars: maybe(isNumber),
  licence: maybe(isHttpUrl),
})

const isRevision = shape<Revision>({
  at: isDate,
  changed: listOf(keyOf({ title: true, text: true, addition: true })),
  title: maybe(isText),
})

const isItem = shape<Item>({
  id: isId,
  carrier: isCarrier,
  identities: listOf(isText),
  url: isHttpUrl,
  urlKey: isText,
  title: isText,
  text: isText,
  textFrom: maybe(keyOf(TEXT_FROM)),
  isExcerpt: maybe(isBoolean),
  html: maybe(isText),
  language: maybe(isText),
  categories: listOf(isText),
  enclosures: listOf(isEnclosure),
  image: maybe(isHttpUrl),
  published: maybe(isDate),
  updated: maybe(isDate),
  firstSeen: isDate,
  revisions: maybe(listOf(isRevision)),
  republish: keyOf(REPUBLISH),
  excerptWords: isNumber,
  rights: maybe(isRights),
  verdict: isVerdict,
  credit: isCredit,
  fingerprint: isText,
})
