import { type Item, present, type Revision, type Rights, type WithdrawnItem } from '../../model/index.ts'
import { outletOf } from '../entry/outlet.ts'
import { validDate } from '../entry/valid-date.ts'

/**
 * The part of `_kaynak` by which an item is known again: should the state be lost, it is built up from this, and no subscriber sees
 * anything as new (docs/feeds.md). What is not known is undefined, which JSON leaves out.
 */
export function itemMemory(item: Item): object {
  return {
    republish: item.republish,
    tdm_reservation: item.rights?.reserved === true ? 1 : undefined,
    limits: limitsOf(item.rights),
    revisions: some((item.revisions ?? []).map(revisionOf)),
    first_seen: item.firstSeen.toISOString(),
    updated: validDate(item.updated)?.toISOString(),
    identities: item.identities.filter((name) => !name.startsWith('title:')), // a reader sees the title
    fingerprint: item.fingerprint,
    text_from: item.textFrom,
    excerpt_words: item.excerptWords,
  }
}

/** A further outlet's item, as `carriers` tells of it. */
export function carrierMemory(item: Item): object {
  return {
    name: outletOf(item),
    url: item.url,
    title: item.title,
    language: item.language,
    published: validDate(item.published)?.toISOString(),
    ownership: item.carrier.ownership,
    item: item.id,
    source: sourceMemory(item),
    credit: creditMemory(item),
    relevance: relevanceMemory(item),
    ...itemMemory(item),
  }
}

/** A withdrawal with as much as keeps its item from coming back by itself: nothing that the item said, and no address. */
export function withdrawalMemory({ withdrawal, item, storyId }: WithdrawnItem): object {
  const { at, by, evidence, reason } = withdrawal
  return {
    story: storyId,
    withdrawn: { when: at.toISOString(), by, evidence, reason },
    item: item.id,
    source: sourceMemory(item),
    language: item.language,
    first_seen: item.firstSeen.toISOString(),
    identities: item.identities,
    fingerprint: item.fingerprint,
  }
}

export function sourceMemory({ carrier }: Item): object {
  return {
    id: carrier.sourceId,
    name: carrier.name,
    feed_url: carrier.feedUrl,
    feed_title: carrier.feedTitle,
    home_page_url: carrier.homePage,
    country: carrier.country,
    ownership: carrier.ownership,
  }
}

export function creditMemory({ credit, published }: Item): object {
  return {
    publisher: credit.publisher,
    agency: some(credit.agency),
    authors: some(credit.authors),
    dateline: credit.dateline,
    cited: some(credit.cited),
    image_credit: some(credit.imageCredit),
    source: credit.source,
    url: credit.url,
    url_needs_resolve: credit.urlNeedsResolve ? true : undefined,
    published: (validDate(credit.published) ?? validDate(published))?.toISOString(),
    licence: credit.licence,
  }
}

export function relevanceMemory({ verdict }: Item): object {
  return { score: verdict.score, threshold: verdict.threshold, reasons: verdict.reasons }
}

function limitsOf(rights: Rights | undefined): object | undefined {
  if (rights === undefined) return undefined
  const { noExcerpt, maxExcerptChars, licence } = rights
  const limits = present({ no_excerpt: noExcerpt ? true : undefined, max_excerpt_chars: maxExcerptChars, licence })
  return Object.keys(limits).length === 0 ? undefined : limits
}

function revisionOf({ at, changed, title }: Revision): object {
  return { at: at.toISOString(), changed, previous_title: title }
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}
