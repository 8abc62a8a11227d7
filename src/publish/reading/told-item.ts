import {
  type Carrier,
  CREDIT_PARTS,
  type Credit,
  type Dateline,
  EVIDENCE_FROM,
  type Evidence,
  type Item,
  isItemId,
  isSourceId,
  OWNERSHIPS,
  present,
  REASON_FIELDS,
  REPUBLISH,
  type Reason,
  type Revision,
  type Rights,
  TEXT_FROM,
  type Verdict,
} from '../../model/index.ts'
import { urlKey } from '../../text/index.ts'
import { dateAt, type Fields, fieldsOf, listAt, numberAt, textAt, textsAt, urlAt, wordAt } from './fields.ts'

/** An item as a publication tells of it. Its text is what was published; what names it is absent where an older version left it out. */
export type ToldItem = Omit<Item, 'identities' | 'fingerprint'> & Partial<Pick<Item, 'identities' | 'fingerprint'>>

/** What the entry itself says of its item, beside `_kaynak`. */
export type ToldParts = Pick<Item, 'title' | 'text' | 'categories' | 'enclosures'> & {
  readonly language: string | undefined
  readonly published: Date | undefined
  readonly changed?: Date | undefined
}

/** The longest name that a source has given. */
const MOST_NAME = 400
const MOST_WORDS = 10_000

/** The item that a piece of `_kaynak` is about (docs/feeds.md); undefined without an id, a source, an address or a first sight. */
export function toldItem(memory: Fields, url: Item['url'] | undefined, parts: ToldParts): ToldItem | undefined {
  const carrier = toldCarrier(fieldsOf(memory['source']))
  const id = textAt(memory, 'item') ?? ''
  const firstSeen = dateAt(memory, 'first_seen')
  if (!isItemId(id) || carrier === undefined || url === undefined || firstSeen === undefined) return undefined
  const { title, text, language, published, categories, enclosures, changed } = parts
  const names = toldNames(memory)
  const basis = published ?? firstSeen
  const revisions = listAt(memory, 'revisions', 10).flatMap((one) => revisionIn(fieldsOf(one)) ?? [])
  return present({
    id,
    carrier,
    identities: names.length === 0 ? undefined : names,
    url,
    urlKey: urlKey(url),
    title,
    text,
    textFrom: wordAt(memory, 'text_from', TEXT_FROM),
    isExcerpt: true,
    language: toldLanguage(language),
    categories,
    enclosures,
    published,
    // an older version tells of a change only by the date that it gave the entry
    updated: dateAt(memory, 'updated') ?? (changed?.getTime() === basis.getTime() ? undefined : changed),
    firstSeen,
    revisions: revisions.length === 0 ? undefined : revisions,
    republish: wordAt(memory, 'republish', REPUBLISH) ?? 'link',
    excerptWords: wordsIn(memory),
    rights: rightsIn(memory),
    verdict: verdictIn(fieldsOf(memory['relevance'])),
    credit: creditIn(fieldsOf(memory['credit']), url),
    fingerprint: textAt(memory, 'fingerprint', 100),
  })
}

/** The source of an item, as `_kaynak.source` tells of it. */
export function toldCarrier(source: Fields): Carrier | undefined {
  const id = textAt(source, 'id') ?? ''
  const feedUrl = urlAt(source, 'feed_url')
  if (!isSourceId(id) || feedUrl === undefined) return undefined
  return present({
    sourceId: id,
    name: textAt(source, 'name') ?? id,
    feedUrl,
    feedTitle: textAt(source, 'feed_title'),
    homePage: urlAt(source, 'home_page_url'),
    country: textAt(source, 'country', 3),
    ownership: wordAt(source, 'ownership', OWNERSHIPS),
  })
}

function wordsIn(memory: Fields): number {
  const words = numberAt(memory, 'excerpt_words') ?? MOST_WORDS // an excerpt that was cut already
  return Math.min(MOST_WORDS, Math.max(1, Math.floor(words)))
}

function rightsIn(memory: Fields): Rights | undefined {
  const limits = fieldsOf(memory['limits'])
  const rights: Rights = present({
    reserved: memory['tdm_reservation'] === 1,
    noExcerpt: limits['no_excerpt'] === true,
    maxExcerptChars: numberAt(limits, 'max_excerpt_chars'),
    licence: urlAt(limits, 'licence'),
  })
  const { reserved, noExcerpt, maxExcerptChars, licence } = rights
  return reserved || noExcerpt || maxExcerptChars !== undefined || licence !== undefined ? rights : undefined
}

function verdictIn(relevance: Fields): Verdict {
  const score = numberAt(relevance, 'score') ?? 0
  const threshold = numberAt(relevance, 'threshold') ?? 0
  const reasons = listAt(relevance, 'reasons', 200).flatMap((one) => reasonIn(fieldsOf(one)) ?? [])
  return { relevant: true, band: 'yes', score, threshold, reasons }
}

function reasonIn(reason: Fields): Reason | undefined {
  const term = textAt(reason, 'term')
  const field = wordAt(reason, 'field', REASON_FIELDS)
  if (term === undefined || field === undefined) return undefined
  const weight = numberAt(reason, 'weight') ?? 0
  return present({ term, lang: textAt(reason, 'lang', 40) ?? '*', field, weight, note: textAt(reason, 'note') })
}

function creditIn(credit: Fields, url: Item['url']): Credit {
  const source = fieldsOf(credit['source'])
  const name = textAt(source, 'name')
  return present({
    publisher: textAt(credit, 'publisher') ?? '',
    agency: textsAt(credit, 'agency'),
    authors: textsAt(credit, 'authors'),
    dateline: datelineIn(fieldsOf(credit['dateline'])),
    cited: textsAt(credit, 'cited'),
    imageCredit: textsAt(credit, 'image_credit'),
    source: name === undefined ? undefined : present({ name, url: urlAt(source, 'url') }),
    url: urlAt(credit, 'url') ?? url,
    urlNeedsResolve: credit['url_needs_resolve'] === true,
    published: dateAt(credit, 'published'),
    licence: textAt(credit, 'licence'),
    evidence: listAt(credit, 'evidence', 200).flatMap((one) => evidenceIn(fieldsOf(one)) ?? []),
  })
}

function datelineIn(dateline: Fields): Dateline | undefined {
  const place = textAt(dateline, 'place')
  return place === undefined ? undefined : present({ place, date: textAt(dateline, 'date') })
}

function evidenceIn(evidence: Fields): Evidence | undefined {
  const part = wordAt(evidence, 'part', CREDIT_PARTS)
  const from = wordAt(evidence, 'from', EVIDENCE_FROM)
  const value = textAt(evidence, 'value')
  if (part === undefined || from === undefined || value === undefined) return undefined
  return { part, value, from, rule: textAt(evidence, 'rule') ?? '' }
}

function revisionIn(revision: Fields): Revision | undefined {
  const at = dateAt(revision, 'at')
  const parts = { title: true, text: true, addition: true } as const
  const changed = listAt(revision, 'changed', 3).flatMap((part) => wordAt({ part }, 'part', parts) ?? [])
  return at === undefined ? undefined : present({ at, changed, title: textAt(revision, 'previous_title') })
}

/** What a source calls an item. */
export function toldNames(memory: Fields): readonly string[] {
  return textsAt(memory, 'identities').filter((name) => name.length <= MOST_NAME)
}

/** A language tag, if it is one. */
export function toldLanguage(text: string | undefined): string | undefined {
  return text !== undefined && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(text) ? text : undefined
}
