import { type Credit, type HttpUrl, present } from '../model/index.ts'
import { agencyNamed, agencyOfSite, cleanText, httpUrl, isSameName, parseDate } from '../text/index.ts'
import type { AttributeInput } from './attribute-input.ts'
import { bylineCredit } from './byline-credit.ts'
import { copyrightHolder } from './closing-credit.ts'
import { entryFacts, type FeedFacts, xmlFacts } from './feed-facts.ts'
import { licenceOf } from './licence-of.ts'
import { namedSource } from './named-source.ts'
import { notes as newNotes } from './notes.ts'
import { originAddress } from './origin-address.ts'
import { type PageFacts, pageFacts } from './page-facts.ts'
import { isOwnSource, isPassedOn, publisherName } from './publisher-name.ts'
import { settledAgencies } from './settled-agencies.ts'
import { textCredit } from './text-credit.ts'
import { titleCredit } from './title-credit.ts'

/** A credit where not even an address is known. */
export type UnplacedCredit = Omit<Credit, 'url'> & { readonly url?: HttpUrl }

/** A title without what aggregators and agencies added to it, and the credit. */
export type Attributed<C> = {
  readonly title?: string
  readonly credit: C
  /** the source's address exactly as the feed states it */
  readonly sourceUrl?: string
}

/**
 * Reads who made an item from everything known of it. Every part keeps its evidence; what nothing states is left empty: a false agency
 * is worse than none. Publisher `''` only when nothing names one. Never throws; linear in the input.
 */
export function attribute(input: AttributeInput & { readonly url: HttpUrl }): Attributed<Credit>
export function attribute(input: AttributeInput): Attributed<UnplacedCredit>
export function attribute(input: AttributeInput): Attributed<UnplacedCredit> {
  const notes = newNotes()
  const { feed, page } = factsOf(input)
  const { carrier } = input
  const address = originAddress(input.url ?? feed.url, {
    canonical: input.canonical ?? page.canonical,
    sites: [carrier?.homePage, carrier?.feedUrl].filter((site) => site !== undefined),
  })
  if (address.url !== undefined) notes.note('url', address.url, { from: 'url', rule: address.rule })
  const own = address.url === undefined ? undefined : agencyOfSite(address.url)
  const wrapped = { url: address.url, needsResolve: address.needsResolve, source: feed.source }
  const publisher = publisherName({ ...wrapped, carrier, siteNames: page.siteNames })
  if (publisher !== undefined) notes.note('publisher', publisher.name, publisher.origin)

  const outlets = [feed.source?.name, publisher?.name, ...page.siteNames, own?.name].filter((name) => name !== undefined)
  const headline = titleCredit(cleanText(input.title || feed.title || page.title || ''), outlets)
  for (const name of headline.agencies) notes.note('agency', name, { from: 'text', rule: 'title-brackets' })
  if (headline.outlet !== undefined) notes.note('title', headline.title, { from: 'feed', rule: 'outlet-taken-off' })
  const text = textCredit({ title: headline.title, lead: input.lead ?? feed.summary ?? '', tail: input.tail ?? '' }, notes)
  const byline = bylineCredit([input.authors ?? [], feed.authors, ...page.authorFields], outlets, notes)

  const source = namedSource({
    feedSource: isOwnSource(wrapped, carrier) ? undefined : feed.source,
    isPassedOn: isPassedOn(wrapped),
    text: text.source,
    elsewhere: address.elsewhere,
  })
  if (source !== undefined) notes.note('source', source.name, source.origin)
  const isOwnName = (name: string): boolean => name === own?.name && !own.isWire
  const agency = settledAgencies(
    {
      firm: [...text.agencies, ...byline.agencies, ...headline.agencies].filter((name) => !isOwnName(name)),
      copyright: [...text.copyright, ...[...page.copyright, ...page.siteNames].flatMap((line) => copyrightHolder(line) ?? [])],
      source: source?.name,
      publisher: publisher?.name,
    },
    notes,
  )
  const imageCredit = [...new Set([...text.imageCredits, ...feed.imageCredits, ...page.imageCredits])]
  return present({
    title: headline.title === '' ? undefined : headline.title,
    credit: present({
      publisher: publisher?.name ?? '',
      agency,
      authors: byline.authors.length > 0 ? byline.authors : text.authors,
      dateline: text.dateline,
      cited: text.cited.filter((name) => !agency.includes(name)),
      imageCredit,
      source: source === undefined ? undefined : present({ name: source.name, url: httpUrl(source.url ?? '') }),
      url: address.url ?? httpUrl(input.url ?? ''),
      urlNeedsResolve: address.needsResolve,
      ...statedFacts(feed, page, { notes, isAgencyText: agency.some((name) => isForeignWire(name, publisher?.name ?? '')) }),
      evidence: notes.all(),
    }),
    sourceUrl: source?.url,
  })
}

function factsOf({ entry, xml, head, html }: AttributeInput): { readonly feed: FeedFacts; readonly page: PageFacts } {
  const noFeed: FeedFacts = { authors: [], imageCredits: [] }
  const noPage: PageFacts = { siteNames: [], authorFields: [], copyright: [], imageCredits: [] }
  return {
    feed: entry !== undefined ? entryFacts(entry) : xml === undefined ? noFeed : xmlFacts(xml),
    page: head === undefined && html === undefined ? noPage : pageFacts(`${head ?? ''}\n${html ?? ''}`),
  }
}

/** The outlet's own date and the licence, the feed's word before the page's. */
function statedFacts(
  feed: FeedFacts,
  page: PageFacts,
  { notes, isAgencyText }: { readonly notes: ReturnType<typeof newNotes>; readonly isAgencyText: boolean },
): Pick<Credit, 'published' | 'licence'> {
  const published = parseDate(feed.published ?? '') ?? parseDate(page.published ?? '')
  const licence = licenceOf({ stated: [feed.licence, page.licence], rights: [feed.rights, ...page.copyright], isAgencyText })
  if (licence !== undefined) notes.note('licence', licence, { from: feed.licence === licence ? 'feed' : 'page', rule: 'stated' })
  if (published !== undefined) {
    notes.note('published', published.toISOString(), { from: feed.published === undefined ? 'page' : 'feed', rule: 'stated' })
  }
  return present({ published, licence })
}

/** A wire service that is not the publisher itself: what it wrote is not the publisher's to license. */
function isForeignWire(name: string, publisher: string): boolean {
  return !isSameName(name, publisher) && agencyNamed(name)?.isWire === true
}
