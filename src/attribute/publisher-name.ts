import { agencyNamed, agencyOfSite, plainWords, siteOf } from '../text/index.ts'
import type { Origin } from './notes.ts'

/** A publisher's name, and how it was known. */
export type PublisherName = { readonly name: string; readonly origin: Origin }

/** Sites that only pass on what others published, or republish it under the name of its source. */
const AGGREGATOR =
  /(?:^|\.)(?:news\.google\.[a-z.]+|google\.[a-z.]+|bing\.com|feedburner\.com|feedproxy\.google\.com|alerts\.google\.com|newsnow\.co\.uk|feedly\.com|rss\.app|flipboard\.com|smartnews\.com|newsbreak\.com|upday\.com|inoreader\.com|reddit\.com|news\.search\.yahoo\.com|allafrica\.com)$/

const SITE_NAMES: ReadonlyMap<string, string> = new Map([
  ['reliefweb.int', 'ReliefWeb'],
  ['theguardian.com', 'The Guardian'],
  ['aljazeera.com', 'Al Jazeera'],
  ['aljazeera.net', 'الجزيرة'],
  ['msn.com', 'MSN'],
  ['news.yahoo.com', 'Yahoo News'],
  ['yahoo.com', 'Yahoo'],
])

/**
 * Who published an item: behind an aggregator the outlet that its source element names, else the configured source, else the page's own
 * name, else the site's.
 */
export function publisherName(of: {
  readonly url: string | undefined
  readonly needsResolve: boolean
  readonly source: { readonly name?: string; readonly url?: string } | undefined
  readonly carrier: { readonly name: string; readonly homePage?: string; readonly feedUrl?: string } | undefined
  readonly siteNames: readonly string[]
}): PublisherName | undefined {
  const { url, source, carrier, siteNames } = of
  if (source?.name !== undefined && isPassedOn(of) && !isOwnSource(of, carrier)) {
    return { name: withoutSlogan(source.name), origin: { from: 'feed', rule: 'aggregator-source' } }
  }
  if (carrier !== undefined && carrier.name !== '' && !isAggregator(carrier.feedUrl)) {
    return { name: carrier.name, origin: { from: 'config', rule: 'configured-source' } }
  }
  const own = url === undefined ? undefined : agencyOfSite(url)
  if (own?.isWire === true) return { name: own.name, origin: { from: 'url', rule: 'site' } }
  const siteName = bestSiteName(siteNames, url)
  if (siteName !== undefined) return { name: withoutSlogan(siteName), origin: { from: 'page', rule: 'site-name' } }
  const known = url === undefined ? undefined : nameOfSite(url)
  if (known !== undefined) return { name: known, origin: { from: 'url', rule: 'site' } }
  return carrier === undefined || carrier.name === ''
    ? undefined
    : { name: carrier.name, origin: { from: 'config', rule: 'configured-source' } }
}

/** The first name that the site's own host repeats ("Daily Mail", dailymail.co.uk), else the first that is one. */
function bestSiteName(siteNames: readonly string[], url: string | undefined): string | undefined {
  const label = (url === undefined ? '' : (siteOf(url) ?? '')).split('.')[0]?.replaceAll('-', '') ?? ''
  const names = siteNames.filter((name) => !/^(?:www\.)?[\w-]+\.[a-z]{2,6}$|^(?:blogger|wordpress|wix|home|news)$/i.test(name))
  const named = names.filter((name) => agencyNamed(name)?.isWire !== true)
  return named.find((name) => isNameOfHost(plainWords(name), label)) ?? named[0]
}

/** "Daily Mail" for dailymail, "heise online" for heise, "Wall Street Journal" for wsj. */
function isNameOfHost(words: readonly string[], label: string): boolean {
  const letters = words.join('')
  return letters === label || (label.length > 3 && letters.includes(label)) || words.map((word) => word[0]).join('') === label
}

/** The item's own link leads to its source, or to an aggregator; else the source is whom it was republished from. */
export function isPassedOn(of: {
  readonly url: string | undefined
  readonly needsResolve: boolean
  readonly source: { readonly url?: string } | undefined
}): boolean {
  const site = of.source?.url === undefined ? undefined : siteOf(of.source.url)
  return of.needsResolve || isAggregator(of.url) || (site !== undefined && of.url !== undefined && site === siteOf(of.url))
}

/** The configured source names itself as the source of its own articles: nothing was passed on. */
export function isOwnSource(
  of: { readonly url: string | undefined; readonly source: { readonly url?: string } | undefined },
  carrier: { readonly homePage?: string; readonly feedUrl?: string } | undefined,
): boolean {
  const site = of.url === undefined || isAggregator(of.url) ? undefined : siteOf(of.url)
  const isAtHome = [carrier?.homePage, carrier?.feedUrl].some((home) => home !== undefined && siteOf(home) === site)
  return site !== undefined && isAtHome && (of.source?.url === undefined || siteOf(of.source.url) === site)
}

function isAggregator(url: string | undefined): boolean {
  return url !== undefined && AGGREGATOR.test(URL.parse(url)?.hostname.replace(/^www\./, '') ?? '')
}

/** The name by which a site is known, or its host. */
export function nameOfSite(url: string): string | undefined {
  const host = URL.parse(url)?.hostname.replace(/^www\./, '')
  if (host === undefined || isAggregator(url)) return undefined
  if (host.endsWith('news.yahoo.com')) return 'Yahoo News'
  return agencyOfSite(url)?.name ?? SITE_NAMES.get(host) ?? SITE_NAMES.get(siteOf(url) ?? '') ?? host
}

/** "ABC News - Breaking News, Latest News and Videos" is ABC News. */
function withoutSlogan(name: string): string {
  const [first = name] = name.split(/\s+[-–—|•·:]\s+/u)
  return first.length >= 2 ? first : name
}
