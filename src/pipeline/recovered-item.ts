import { type HttpUrl, type Item, present, type Verdict } from '../model/index.ts'
import type { ToldEntry, ToldItem, ToldOther, ToldWithdrawal, Tombstone } from '../publish/index.ts'
import { isSameName, urlKey } from '../text/index.ts'
import type { Carriers } from './carriers-of.ts'
import { identitiesOf, itemIdOf, type Trust, wordsPrint } from './identity.ts'

/** What was published under a name was found by it. */
const TRUSTING: Trust = { guid: () => true, url: () => true }

/** Reasons are told by the JSON Feeds only. */
const UNKNOWN: Verdict = {
  relevant: true,
  band: 'yes',
  score: 0,
  threshold: 0,
  reasons: [{ term: '*', lang: '*', field: 'title', weight: 0, note: 'kept before the state was lost, and the reasons with it' }],
}

/** An item from what a JSON Feed tells of it. Its dated headline names it beside what its source calls it; so does its address where an older version did not say that. */
export function recoveredItem(told: ToldItem): Item {
  const { title, text, fingerprint = wordsPrint(title, text) } = told
  const visible = namesOf({ ...told, fingerprint })
  const { identities = visible } = told
  return {
    ...told,
    fingerprint,
    identities: [...new Set([...identities, ...visible.filter((name) => name.startsWith('title:'))])],
  }
}

/**
 * A withdrawn item: what names it is known by hashes. Its headline and its address are those of the tombstone that readers are shown;
 * after that it has none.
 */
export function itemOfWithdrawal(told: ToldWithdrawal, tombstones: readonly Tombstone[]): Item {
  const { withdrawal, storyId, carrier, names, language, firstSeen, fingerprint } = told
  const shown = tombstones.find((one) => one.id === storyId && one.withdrawal.at.getTime() === withdrawal.at.getTime())
  const { url = carrier.homePage ?? carrier.feedUrl, title = '' } = shown ?? {}
  const known = bare({ id: withdrawal.itemId, url, title, carrier, firstSeen })
  return present({ ...known, identities: names, language, fingerprint: fingerprint ?? known.fingerprint })
}

/** A further outlet's item, of which an older version told no more than readers see. */
export function itemOfOther(other: ToldOther, lead: Item, carriers: Carriers): Item {
  const { name, url, title, language, published } = other
  const [first, ...more] = carriers.at(url)
  const carrier = [first, ...more].find((one) => one !== undefined && isSameName(one.name, name)) ?? first ?? lead.carrier
  const identities = namesOf({ url, title, published, fingerprint: '' })
  const id = itemIdOf(carrier.sourceId, identities[0] ?? '')
  const known = bare({ id, url, title, carrier, firstSeen: lead.firstSeen })
  return present({ ...known, identities, language, published, credit: { ...known.credit, publisher: name } })
}

type Where = { readonly carriers: Carriers; readonly now: Date; readonly month?: string }

/**
 * An item from what RSS or Atom tell of it: its credit is its source's, and what else was known of it comes back when its source offers it
 * again. `month`: of the archive's document that it stands in, which is when it was first seen.
 */
export function itemOfEntry(entry: ToldEntry, { carriers, now, month }: Where): Item {
  const { id, url, title, text, language, categories, published, updated, feed } = entry
  const { carrier, source } = carriers.ofFeed(feed)
  const moment = published ?? updated ?? (month === undefined ? now : startOf(month))
  const firstSeen = month === undefined || moment >= startOf(month) ? moment : startOf(month)
  const fingerprint = wordsPrint(title, text)
  return present({
    ...bare({ id, url, title, carrier, firstSeen }),
    identities: namesOf({ url, title, published, fingerprint }),
    text,
    language,
    categories,
    published,
    updated: updated !== undefined && updated > moment ? updated : undefined,
    republish: source?.republish ?? ('excerpt' as const),
    excerptWords: source?.excerptWords ?? MOST_WORDS,
    fingerprint,
  })
}

/** Nobody who reads a text again that was cut already cuts more. */
const MOST_WORDS = 10_000

/**
 * The items that a tombstone may stand for: of each source at whose site its address lies. The first has the id of the story
 * that ended; it and the others keep that address out.
 */
export function itemOfTombstone({ id, goesOn, url, title, withdrawal }: Tombstone, carriers: Carriers): readonly Item[] {
  return carriers.at(url).map((carrier, at) => {
    const identities = [`url:${urlKey(url)}`]
    const own = at === 0 && !goesOn ? id : itemIdOf(carrier.sourceId, identities[0] ?? '')
    return { ...bare({ id: own, url, title, carrier, firstSeen: withdrawal.at }), identities }
  })
}

function bare(parts: Pick<Item, 'id' | 'url' | 'title' | 'carrier' | 'firstSeen'>): Omit<Item, 'identities'> {
  const { url, title } = parts
  const credit = { publisher: '', agency: [], authors: [], cited: [], imageCredit: [], url, urlNeedsResolve: false, evidence: [] }
  return {
    ...parts,
    urlKey: urlKey(url),
    text: '',
    isExcerpt: true,
    categories: [],
    enclosures: [],
    republish: 'link',
    excerptWords: MOST_WORDS,
    verdict: UNKNOWN,
    credit,
    fingerprint: wordsPrint(title, ''),
  }
}

type Named = {
  readonly url: HttpUrl
  readonly title: string
  readonly published?: Date | undefined
  readonly fingerprint: string
}

/** The names of what was published, as its source would state them. */
export function namesOf({ url, title, published, fingerprint }: Named): readonly string[] {
  return identitiesOf(present({ url, title, published, fingerprint }), TRUSTING)
}

function startOf(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`)
}
