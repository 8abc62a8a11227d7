import type { Item, Revision } from '../../model/index.ts'
import { outletOf } from '../entry/outlet.ts'
import type { PublishedEntry } from '../entry/published-entry.ts'
import { validDate } from '../entry/valid-date.ts'

/**
 * The `_kaynak` object of a JSON Feed item (docs/feeds.md): whose text it is and how that is known, why it was kept, and who
 * carried it. What is not known is undefined, which JSON leaves out. Names never change their meaning; new ones may be added.
 */
export function kaynakExtension({ story, ownership }: PublishedEntry): object {
  const { lead, copies } = story
  const { credit, verdict } = lead
  return {
    story: story.id,
    item: lead.id,
    source: {
      id: lead.carrier.sourceId,
      name: lead.carrier.name,
      feed_url: lead.carrier.feedUrl,
      feed_title: lead.carrier.feedTitle,
      home_page_url: lead.carrier.homePage,
      country: lead.carrier.country,
      ownership,
    },
    credit: {
      publisher: credit.publisher,
      agency: some(credit.agency),
      authors: some(credit.authors),
      dateline: credit.dateline,
      cited: some(credit.cited),
      image_credit: some(credit.imageCredit),
      source: credit.source,
      url: credit.url,
      url_needs_resolve: credit.urlNeedsResolve ? true : undefined,
      published: (validDate(credit.published) ?? validDate(lead.published))?.toISOString(),
      licence: credit.licence,
      evidence: some(credit.evidence),
    },
    relevance: { score: verdict.score, threshold: verdict.threshold, reasons: verdict.reasons },
    carriers: some(copies.map(carrierOf)),
    republish: lead.republish,
    tdm_reservation: lead.rights?.reserved === true ? 1 : undefined,
    revisions: some((lead.revisions ?? []).map(revisionOf)),
    first_seen: lead.firstSeen.toISOString(),
  }
}

function revisionOf({ at, changed, title }: Revision): object {
  return { at: at.toISOString(), changed, previous_title: title }
}

function carrierOf(copy: Item): object {
  return {
    name: outletOf(copy),
    url: copy.url,
    title: copy.title,
    language: copy.language,
    published: validDate(copy.published)?.toISOString(),
    ownership: copy.carrier.ownership,
  }
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}
