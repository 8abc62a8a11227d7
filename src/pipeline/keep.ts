import { type Carrier, type FeedInfo, type Item, present, type Source } from '../model/index.ts'
import { urlKey } from '../text/index.ts'
import type { Credited } from './credited.ts'
import { itemIdOf, wordsPrint } from './identity.ts'
import { policyOf, rightsOf } from './policy.ts'
import { refreshed, revised } from './revised.ts'
import { type Change, revisedParts } from './revised-parts.ts'
import type { Candidate } from './screened.ts'

/** Where and when an entry was read. */
export type Context = {
  readonly source: Source
  readonly candidate: Candidate
  readonly feed: FeedInfo
  /** the headers of the feed reserve text and data mining (TDMRep) */
  readonly isReserved: boolean
  readonly now: Date
}

/** An item to be stored. `refreshed`: found under another name or address, but with nothing that a reader would call a change. */
export type Kept = { readonly kind: 'new' | 'revised' | 'refreshed'; readonly item: Item }

/** How far ahead of our clock an outlet's date may be before it cannot be right. */
const CLOCK_SKEW_MS = 10 * 60_000

/**
 * The item as it is to be stored, or undefined when it is stored already and a reader would see no difference. An item known
 * before keeps its id, its first sight and its date, and gains `updated` and a revision.
 */
export function keep(credited: Credited, context: Context): Kept | undefined {
  const fresh = freshItem(credited, context)
  const known = context.candidate.item
  if (known === undefined) return { kind: 'new', item: fresh }
  const change = context.candidate.isChanged ? revisedParts(known, credited) : UNCHANGED
  if (change.parts.length > 0) {
    const at = laterThan(credited.entry.updated, known, context.now) ?? context.now
    return { kind: 'revised', item: revised(known, fresh, { change, at }) }
  }
  const same = refreshed(known, fresh, change)
  return same === undefined ? undefined : { kind: 'refreshed', item: same }
}

/** What the source says as before is not its change, though our own rules or reading of it are new. */
const UNCHANGED: Change = { parts: [], takesTitle: false, takesText: false }

/** The item as if it had never been met before. */
function freshItem(credited: Credited, { source, candidate, feed, isReserved, now }: Context): Item {
  const { entry, article, credit, title, text, textFrom, verdict } = credited
  const [identity = candidate.key] = candidate.identities
  const rights = rightsOf(article === undefined ? candidate.item?.rights : article.rights, isReserved)
  const carrier = carrierOf(source, feed)
  const policy = policyOf(source, present({ text, rights, credit, carrier }))
  return present({
    id: itemIdOf(source.id, identity),
    carrier,
    identities: candidate.identities,
    url: credit.url,
    urlKey: urlKey(credit.url),
    title,
    text,
    textFrom,
    html: policy.republish === 'full' ? fullBody(credited) : undefined,
    language: credited.language ?? feed.language,
    categories: entry.categories,
    enclosures: entry.enclosures,
    image: entry.image ?? article?.image?.url,
    published: possibleDate([entry.published, article?.published, credit.published, entry.updated], now),
    updated: possibleDate([entry.updated], now),
    firstSeen: now,
    republish: policy.republish,
    excerptWords: policy.excerptWords,
    rights,
    verdict,
    credit,
    fingerprint: wordsPrint(title, text),
  })
}

/** The first of these dates that can be right: none lies in the future. */
function possibleDate(dates: readonly (Date | undefined)[], now: Date): Date | undefined {
  return dates.find((date) => date !== undefined && date.getTime() <= now.getTime() + CLOCK_SKEW_MS)
}

/** The outlet's own date of a change, when it can be that of this one: we did not see it before. */
function laterThan(updated: Date | undefined, known: Item, now: Date): Date | undefined {
  const date = possibleDate([updated], now)
  const last = Math.max((known.updated ?? known.firstSeen).getTime(), known.firstSeen.getTime())
  return date !== undefined && date.getTime() > last ? date : undefined
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
