import RssParser from 'rss-parser'
import { type Enclosure, type Entry, type Person, present } from '../model/index.ts'
import { httpUrl, sanitizeHtml } from '../text/index.ts'
import { canonicalRss, OWN } from './canonical-rss.ts'
import { isJsonObject, list } from './json-value.ts'
import { size } from './media.ts'
import type { StatedEntry } from './stated-entry.ts'

/** What rss-parser hands over, unread: its types promise more than it keeps. */
type Item = Readonly<Record<string, unknown>>

/**
 * Entries as rss-parser reads them from one canonical document, bodies sanitised; as many as were stated, in their order.
 * @throws only when rss-parser refuses our own document, which would be a bug of `canonicalRss`
 */
export async function rssEntries(stated: readonly StatedEntry[]): Promise<readonly Entry[]> {
  if (stated.length === 0) return []
  const parser = new RssParser<object, Item>({
    customFields: { item: Object.values(OWN).map((name) => [name, name, { keepArray: true }]) },
  })
  const { items } = await parser.parseString(canonicalRss(stated))
  return stated.map(({ base }, index) => entryOf(items[index] ?? {}, base))
}

function entryOf(item: Item, base: string | undefined): Entry {
  const source = fields(item, OWN.source)[0]
  return present({
    id: text(item['guid']),
    url: url(item['link']),
    title: text(item['title']),
    summary: body(item, OWN.summary, base),
    content: body(item, OWN.content, base),
    authors: list(item[OWN.author]).flatMap(personOf),
    published: date(item['isoDate']),
    updated: date(texts(item[OWN.updated])[0]),
    language: texts(item[OWN.language])[0],
    categories: texts(item['categories']),
    source: source === undefined ? undefined : present({ title: text(source['title']), url: url(source['url']) }),
    rights: texts(item[OWN.rights])[0],
    licence: url(texts(item[OWN.licence])[0]),
    enclosures: fields(item, OWN.enclosure).flatMap(enclosureOf),
    image: url(texts(item[OWN.image])[0]),
    imageCredit: unlessEmpty(texts(item[OWN.credit])),
  })
}

function personOf(author: unknown): readonly Person[] {
  if (typeof author === 'string') return author === '' ? [] : [{ name: author }]
  if (!isJsonObject(author) || !isJsonObject(author['$'])) return []
  const attributes = author['$']
  return [present({ name: text(attributes['name']), email: text(attributes['email']), url: url(attributes['url']) })]
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
