import RssParser from 'rss-parser'
import { type Enclosure, type Entry, type Person, present } from '../model/index.ts'
import { httpUrl, sanitizeHtml } from '../text/index.ts'
import { canonicalRss } from './canonical-rss.ts'
import { isJsonObject } from './json-value.ts'
import { size } from './media.ts'
import type { StatedEntry } from './stated-entry.ts'

/** The canonical document's private elements, each kept as an array under its own name. */
const PRIVATE: readonly string[] = [
  'summary',
  'content',
  'updated',
  'language',
  'author',
  'source',
  'rights',
  'licence',
  'enclosure',
  'image',
  'credit',
]

/** What rss-parser hands over, unread: its types promise more than it keeps. */
type Item = Readonly<Record<string, unknown>>

/**
 * Entries as rss-parser reads them from one canonical document, bodies sanitised; as many as were stated, in their order.
 * @throws only when rss-parser refuses our own document, which would be a bug of `canonicalRss`
 */
export async function rssEntries(stated: readonly StatedEntry[]): Promise<readonly Entry[]> {
  if (stated.length === 0) return []
  const parser = new RssParser<object, Item>({
    customFields: { item: PRIVATE.map((name) => [`k:${name}`, `k:${name}`, { keepArray: true }]) },
  })
  const { items } = await parser.parseString(canonicalRss(stated))
  return stated.map(({ base }, index) => entryOf(items[index] ?? {}, base))
}

function entryOf(item: Item, base: string | undefined): Entry {
  const source = fields(item, 'k:source')[0]
  return present({
    id: text(item['guid']),
    url: url(item['link']),
    title: text(item['title']),
    summary: body(item, 'k:summary', base),
    content: body(item, 'k:content', base),
    authors: fields(item, 'k:author').map(personOf),
    published: date(item['isoDate']),
    updated: date(texts(item['k:updated'])[0]),
    language: texts(item['k:language'])[0],
    categories: texts(item['categories']),
    source: source === undefined ? undefined : present({ title: text(source['title']), url: url(source['url']) }),
    rights: texts(item['k:rights'])[0],
    licence: url(texts(item['k:licence'])[0]),
    enclosures: fields(item, 'k:enclosure').flatMap(enclosureOf),
    image: url(texts(item['k:image'])[0]),
    imageCredit: unlessEmpty(texts(item['k:credit'])),
  })
}

function personOf(attributes: Item): Person {
  return present({ name: text(attributes['name']), email: text(attributes['email']), url: url(attributes['url']) })
}

function enclosureOf(attributes: Item): readonly Enclosure[] {
  const address = url(attributes['url'])
  if (address === undefined) return []
  return [present({ url: address, type: text(attributes['type']), length: size(text(attributes['length'])) })]
}

function body(item: Item, name: string, base: string | undefined): string | undefined {
  const html = texts(item[name])[0]
  return html === undefined ? undefined : sanitizeHtml(html, base) || undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one: unknown) => typeof one === 'string').filter((one) => one !== '') : []
}

/** The attributes of each element of a private name. */
function fields(item: Item, name: string): readonly Item[] {
  const elements = item[name]
  if (!Array.isArray(elements)) return []
  return elements.flatMap((element: unknown) => (isJsonObject(element) && isJsonObject(element['$']) ? [element['$']] : []))
}

function url(value: unknown): ReturnType<typeof httpUrl> {
  return typeof value === 'string' ? httpUrl(value) : undefined
}

function date(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined
  const moment = new Date(value)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}
