import type { Carrier, Credit, HttpUrl, Item, ItemId, SourceId, Story, Verdict } from '../../src/model/index.ts'
import { isItemId, isSourceId } from '../../src/model/index.ts'
import { httpUrl } from '../../src/text/index.ts'

type Parts = Partial<Omit<Item, 'carrier' | 'credit' | 'verdict' | 'url' | 'id'>> & {
  /** a number stands for the item of that number; a whole id is taken as it is */
  readonly id?: number | string
  readonly url?: string
  readonly carrier?: Partial<Omit<Carrier, 'sourceId'>> & { readonly sourceId?: string }
  readonly credit?: Partial<Credit>
  readonly verdict?: Partial<Verdict>
}

/** An item as it would be stored; say only what matters to the test. The same parts give the same item. */
export function makeItem(parts: Parts = {}): Item {
  const { id, url, carrier, credit, verdict, ...rest } = parts
  const number = typeof id === 'number' ? id : 1
  const address = anAddress(url ?? `https://www.morning-post.example/world/${number}`)
  const published = new Date('2026-11-24T09:30:00Z')
  const item: Item = {
    id: typeof id === 'string' ? anItemId(id) : numberedId(number),
    carrier: makeCarrier(carrier),
    identities: [`url:${address}`],
    url: address,
    urlKey: address.replace(/^https?:\/\/(www\.)?/, ''),
    title: 'Aid convoy reaches Aleppo after three days',
    text: 'A convoy of twenty lorries reached Aleppo on Tuesday.\nDrivers said that the road had been closed since Saturday.',
    language: 'en',
    categories: [],
    enclosures: [],
    published,
    firstSeen: new Date('2026-11-24T10:00:00Z'),
    republish: 'excerpt',
    excerptWords: 60,
    verdict: {
      relevant: true,
      band: 'yes',
      score: 6,
      threshold: 4,
      reasons: [{ term: 'Aleppo', lang: 'en', field: 'title', weight: 6 }],
      ...verdict,
    },
    credit: {
      publisher: carrier?.name ?? 'Morning Post',
      agency: [],
      authors: [],
      cited: [],
      imageCredit: [],
      url: address,
      urlNeedsResolve: false,
      published,
      evidence: [],
      ...credit,
    },
    fingerprint: `fingerprint-${number}`,
  }
  return { ...item, ...rest }
}

/** A story led by `lead`, carried on by `copies`; its id is the lead's. */
export function makeStory(lead: Item = makeItem(), copies: readonly Item[] = []): Story {
  return { id: lead.id, lead, copies }
}

function makeCarrier(parts: Parts['carrier']): Carrier {
  const { sourceId, ...rest } = parts ?? {}
  return {
    sourceId: aSourceId(sourceId ?? 'morning-post'),
    name: 'Morning Post',
    feedUrl: anAddress('https://www.morning-post.example/world.xml'),
    feedTitle: 'Morning Post: World',
    homePage: anAddress('https://www.morning-post.example/'),
    country: 'GB',
    ownership: 'independent',
    ...rest,
  }
}

function numberedId(number: number): ItemId {
  return anItemId(`urn:uuid:00000000-0000-8000-8000-${number.toString(16).padStart(12, '0')}`)
}

/** An address that a test has written; one that is none is a mistake in the test. */
export function anAddress(text: string): HttpUrl {
  const url = httpUrl(text)
  if (url === undefined) throw new Error(`the test wrote an address that is none: ${text}`)
  return url
}

/** A source id that a test has written. */
export function aSourceId(text: string): SourceId {
  if (!isSourceId(text)) throw new Error(`the test wrote a source id that is none: ${text}`)
  return text
}

function anItemId(text: string): ItemId {
  if (!isItemId(text)) throw new Error(`the test wrote an item id that is none: ${text}`)
  return text
}
