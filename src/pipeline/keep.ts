import { type Carrier, type FeedInfo, type Item, present, type Republish, type Source } from '../model/index.ts'
import { languageOf, urlKey } from '../text/index.ts'
import type { Credited } from './credited.ts'
import { digest, itemIdOf } from './identity.ts'
import type { Candidate } from './screened.ts'

type Context = { readonly source: Source; readonly candidate: Candidate; readonly feed: FeedInfo; readonly now: Date }

/** How far ahead of our clock an outlet's date may be before it cannot be right. */
const CLOCK_SKEW_MS = 10 * 60_000

/**
 * The item as it is stored, or undefined when it is stored already and a reader would see no difference. An item known
 * before keeps its id, its first sight and its date, and gains `updated`.
 */
export function keep(credited: Credited, { source, candidate, feed, now }: Context): Item | undefined {
  const { entry, article, credit, title, text, verdict } = credited
  const known = candidate.item
  const fingerprint = digest(`${squeezed(title)}\n${squeezed(text)}`)
  if (known !== undefined && known.fingerprint === fingerprint) return undefined
  const [identity = candidate.key] = candidate.identities
  const published =
    known === undefined
      ? possibleDate([entry.published, article?.published, credit.published, entry.updated], now)
      : known.published
  const republish = allowedPolicy(credited, source)
  return present({
    id: known?.id ?? itemIdOf(source.id, identity),
    carrier: carrierOf(source, feed),
    identities: [...new Set([...(known?.identities ?? []), ...candidate.identities])],
    url: credit.url,
    urlKey: urlKey(credit.url),
    title,
    text,
    html: republish === 'full' ? fullBody(credited) : undefined,
    language: languageOf(`${title}\n${text.slice(0, 500)}`, entry.language ?? source.language ?? feed.language),
    categories: entry.categories,
    enclosures: entry.enclosures,
    image: entry.image ?? article?.image?.url,
    published,
    updated: known === undefined ? possibleDate([entry.updated], now) : (laterThan(entry.updated, known, now) ?? now),
    firstSeen: known?.firstSeen ?? now,
    republish,
    excerptWords: excerptWords(credited, source),
    verdict: known !== undefined && !verdict.relevant ? known.verdict : verdict,
    credit,
    fingerprint,
  })
}

/** The first of these dates that can be right: none lies in the future. */
function possibleDate(dates: readonly (Date | undefined)[], now: Date): Date | undefined {
  return dates.find((date) => date !== undefined && date.getTime() <= now.getTime() + CLOCK_SKEW_MS)
}

function laterThan(updated: Date | undefined, known: Item, now: Date): Date | undefined {
  const date = possibleDate([updated], now)
  return date !== undefined && date.getTime() > (known.updated ?? known.published ?? known.firstSeen).getTime() ? date : undefined
}

/** A page that forbids excerpts turns the item into a link with its title; the strictest word wins. */
function allowedPolicy({ article }: Credited, source: Source): Republish {
  return article?.rights.noExcerpt === true ? 'link' : source.republish
}

/** The operator's length, or less where the page allows fewer characters (robots max-snippet). */
function excerptWords({ article, text }: Credited, source: Source): number {
  const most = article?.rights.maxExcerptChars
  if (most === undefined) return source.excerptWords
  return Math.max(1, Math.min(source.excerptWords, text.slice(0, most).split(/\s+/).length - 1))
}

function fullBody({ entry, article }: Credited): string | undefined {
  const fromFeed = entry.content ?? entry.summary
  if (article === undefined || article.truncated) return fromFeed
  return article.html.length > (fromFeed?.length ?? 0) ? article.html : fromFeed
}

function carrierOf(source: Source, feed: FeedInfo): Carrier {
  return present({
    sourceId: source.id,
    name: source.name,
    feedUrl: source.url,
    feedTitle: feed.title,
    homePage: source.homePage ?? feed.url,
    country: source.country,
    ownership: source.ownership,
  })
}

/** Differences in spacing are cosmetic: no reader sees them. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
