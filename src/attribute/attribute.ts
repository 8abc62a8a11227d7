import { type Credit, type HttpUrl, present } from '../model/index.ts'
import { agencyNamed, agencyOfSite, canonicalUrl, cleanText, httpUrl, parseDate, plainWords } from '../text/index.ts'
import type { AttributeInput } from './attribute-input.ts'
import { bylineCredit } from './byline-credit.ts'
import { copyrightHolder } from './closing-credit.ts'
import { entryFacts, type FeedFacts, xmlFacts } from './feed-facts.ts'
import { licenceOf } from './licence-of.ts'
import { notes as newNotes } from './notes.ts'
import { originAddress } from './origin-address.ts'
import { type PageFacts, pageFacts } from './page-facts.ts'
import { isPassedOn, nameOfSite, publisherName } from './publisher-name.ts'
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

const NO_FEED: FeedFacts = { authors: [], imageCredits: [] }
const NO_PAGE: PageFacts = { siteNames: [], authorFields: [], copyright: [], imageCredits: [] }

/**
 * Reads who made an item from everything known of it. Every part keeps its evidence; what nothing states is left empty: a false agency
 * is worse than none. Publisher `''` only when nothing names one. Never throws; linear in the input.
 */
export function attribute(input: AttributeInput & { readonly url: HttpUrl }): Attributed<Credit>
export function attribute(input: AttributeInput): Attributed<UnplacedCredit>
export function attribute(input: AttributeInput): Attributed<UnplacedCredit> {
  const notes = newNotes()
  const feed = input.entry !== undefined ? entryFacts(input.entry) : input.xml === undefined ? NO_FEED : xmlFacts(input.xml)
  const page =
    input.head === undefined && input.html === undefined ? NO_PAGE : pageFacts(`${input.head ?? ''}\n${input.html ?? ''}`)
  const carrier = input.carrier
  const link = input.url ?? feed.url
  const sites = [carrier?.homePage, carrier?.feedUrl].filter((site) => site !== undefined)
  const address = originAddress(link, { canonical: input.canonical ?? page.canonical, sites })
  if (address.url !== undefined) notes.note('url', address.url, { from: 'url', rule: address.rule })
  const own = address.url === undefined ? undefined : agencyOfSite(address.url)
  const wrapped = { url: address.url, needsResolve: address.needsResolve, source: feed.source }
  const publisher = publisherName({
    ...wrapped,
    carrier,
    siteNames: [...page.siteNames, ...siteInTitle(input.title ?? feed.title, own?.name)],
  })
  if (publisher !== undefined) notes.note('publisher', publisher.name, publisher.origin)

  const outlets = [feed.source?.name, publisher?.name, ...page.siteNames, own?.name].filter((name) => name !== undefined)
  const headline = titleCredit(cleanText(input.title || feed.title || page.title || ''), outlets)
  const text = textCredit({ title: headline.title, lead: input.lead ?? feed.summary ?? '', tail: input.tail ?? '' }, notes)
  const byline = bylineCredit([input.authors ?? [], feed.authors, ...page.authorFields], outlets, notes)
  for (const name of headline.agencies) notes.note('agency', name, { from: 'text', rule: 'title-brackets' })
  if (headline.outlet !== undefined) notes.note('title', headline.title, { from: 'feed', rule: 'outlet-taken-off' })

  const source = sourceOf({ feed, isPassedOn: isPassedOn(wrapped), text: text.source, elsewhere: address.elsewhere })
  if (source !== undefined) notes.note('source', source.name, { from: source.from, rule: source.rule })
  const isOwn = (name: string): boolean => name === own?.name && !own.isWire
  const firm = [...text.agencies, ...byline.agencies, ...headline.agencies].filter((name) => !isOwn(name))
  const agency =
    firm.length > 0
      ? unique(firm)
      : weakAgencies({
          copyright: [...text.copyright, ...page.copyright.flatMap((line) => copyrightHolder(line) ?? [])],
          source: source?.name ?? feed.source?.name,
          publisher: publisher?.name,
        })
  for (const name of firm.length > 0 ? [] : agency) notes.note('agency', name, { from: 'page', rule: 'publisher-or-copyright' })

  const authors = byline.authors.length > 0 ? byline.authors : text.authors
  const images = unique([...text.imageCredits, ...feed.imageCredits, ...page.imageCredits])
  const published = parseDate(feed.published ?? page.published ?? '')
  const isAgencyText = agency.some(
    (name) => name !== 'Agencies' && !isSame(name, publisher?.name ?? '') && agencyNamed(name)?.isWire === true,
  )
  const licence = licenceOf({ stated: [feed.licence, page.licence], rights: [feed.rights, ...page.copyright], isAgencyText })
  if (licence !== undefined) notes.note('licence', licence, { from: feed.licence === licence ? 'feed' : 'page', rule: 'stated' })
  if (published !== undefined)
    notes.note('published', published.toISOString(), { from: feed.published === undefined ? 'page' : 'feed', rule: 'stated' })
  return present({
    title: headline.title === '' ? undefined : headline.title,
    credit: present({
      publisher: publisher?.name ?? '',
      agency,
      authors,
      dateline: text.dateline,
      cited: text.cited.filter((name) => !agency.includes(name)),
      imageCredit: images,
      source:
        source === undefined
          ? undefined
          : present({ name: source.name, url: source.url === undefined ? undefined : httpUrl(source.url) }),
      url: address.url ?? (link === undefined ? undefined : canonicalUrl(link)),
      urlNeedsResolve: address.needsResolve,
      published,
      licence,
      evidence: notes.all(),
    }),
    sourceUrl: source?.url,
  })
}

/** The site's own agency, where the title ends with its name. */
function siteInTitle(title: string | undefined, name: string | undefined): readonly string[] {
  return name !== undefined && title?.endsWith(name) === true ? [name] : []
}

function unique(names: readonly string[]): readonly string[] {
  const all = [...new Set(names)]
  return all.length > 1 ? all.filter((name) => name !== 'Agencies') : all
}

function isSame(one: string, other: string): boolean {
  return plainWords(one).join(' ') === plainWords(other).join(' ') || (agencyNamed(other)?.name ?? other) === one
}

/** Where no text and no byline names an agency: whose copyright it is, the source if that is one, the publisher if that is one. */
function weakAgencies(of: {
  readonly copyright: readonly string[]
  readonly source: string | undefined
  readonly publisher: string | undefined
}): readonly string[] {
  if (of.copyright.length > 0) return unique(of.copyright)
  for (const name of [of.source, of.publisher]) {
    const agency = name === undefined ? undefined : agencyNamed(name)
    if (agency?.isWire === true) return [agency.name]
  }
  return []
}

type Source = { readonly name: string; readonly url?: string; readonly from: 'feed' | 'text' | 'page'; readonly rule: string }

/** Republished from whom: the feed's word, then the text's, then the page's canonical on another site. */
function sourceOf(of: {
  readonly feed: FeedFacts
  readonly isPassedOn: boolean
  readonly text: string | undefined
  readonly elsewhere: HttpUrl | undefined
}): Source | undefined {
  const { source } = of.feed
  const name = source?.name ?? (source?.url === undefined ? undefined : nameOfSite(source.url))
  if (name !== undefined) {
    return {
      name,
      ...(source?.url === undefined ? {} : { url: source.url }),
      from: 'feed',
      rule: of.isPassedOn ? 'aggregator-source' : 'republished-source',
    }
  }
  if (of.text !== undefined) return { name: of.text, from: 'text', rule: 'named-source' }
  if (of.elsewhere === undefined) return undefined
  return {
    name: nameOfSite(of.elsewhere) ?? new URL(of.elsewhere).hostname,
    url: of.elsewhere,
    from: 'page',
    rule: 'canonical-elsewhere',
  }
}
