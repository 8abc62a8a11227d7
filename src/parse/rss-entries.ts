import RssParser from 'rss-parser'
import { type Enclosure, type Entry, type HttpUrl, type Person, present } from '../model/index.ts'
import { httpUrl, sanitizeHtml } from '../text/index.ts'
import { BODY, canonicalRss, OWN } from './canonical-rss.ts'
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
  return stated.map((entry, index) => entryOf(items[index] ?? {}, entry))
}

type Unsealed = { -readonly [Key in keyof Entry]: Entry[Key] }

/** Field by field instead of one `present`: this is done for every entry that is parsed. */
function entryOf(item: Item, stated: StatedEntry): Entry {
  const { base } = stated
  const entry: Unsealed = {
    authors: list(item[OWN.author]).flatMap(personOf),
    categories: texts(item['categories']),
    enclosures: elements(item, OWN.enclosure).flatMap((one, index) => enclosureOf(one, stated.enclosures[index]?.url)),
  }
  const id = text(item['guid'])
  const link = url(item['link'], stated.url)
  const title = text(item['title'])
  const summary = body(first(item, OWN.summary), stated.summary, base)
  const content = body(first(item, OWN.content), stated.content, base)
  const published = date(item['isoDate'])
  const updated = date(first(item, OWN.updated))
  const language = first(item, OWN.language)
  const source = elements(item, OWN.source)[0]
  const rights = first(item, OWN.rights)
  const licence = url(first(item, OWN.licence), stated.licence)
  const image = url(first(item, OWN.image), stated.image)
  const imageCredit = texts(item[OWN.credit])
  if (id !== undefined) entry.id = id
  if (link !== undefined) entry.url = link
  if (title !== undefined) entry.title = title
  if (summary !== undefined) entry.summary = summary
  if (content !== undefined) entry.content = content
  if (published !== undefined) entry.published = published
  if (updated !== undefined) entry.updated = updated
  if (language !== undefined) entry.language = language
  if (source !== undefined) entry.source = present({ title: text(source['title']), url: url(source['url'], stated.source?.url) })
  if (rights !== undefined) entry.rights = rights
  if (licence !== undefined) entry.licence = licence
  if (image !== undefined) entry.image = image
  if (imageCredit.length > 0) entry.imageCredit = imageCredit
  return entry
}

function personOf(author: unknown): readonly Person[] {
  if (typeof author === 'string') return author === '' ? [] : [{ name: author }]
  if (!isJsonObject(author) || !isJsonObject(author['$'])) return []
  const attributes = author['$']
  return [present({ name: text(attributes['name']), email: text(attributes['email']), url: url(attributes['url']) })]
}

function enclosureOf(attributes: Item, stated: HttpUrl | undefined): readonly Enclosure[] {
  const address = url(attributes['url'], stated)
  if (address === undefined) return []
  return [present({ url: address, type: text(attributes['type']), length: size(text(attributes['length'])) })]
}

/** The body that an entry states, where rss-parser found that it has one. */
function body(found: string | undefined, stated: string | undefined, base: string | undefined): string | undefined {
  return found !== BODY || stated === undefined ? undefined : sanitizeHtml(stated, base) || undefined
}

function first(item: Item, name: string): string | undefined {
  const values = item[name]
  return Array.isArray(values) ? text(values[0]) : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function texts(value: unknown): readonly string[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value.filter((one: unknown) => typeof one === 'string').filter((one) => one !== '') : []
}

/** The attributes of each element of a name. */
function elements(item: Item, name: string): readonly Item[] {
  return list(item[name]).flatMap((element) => (isJsonObject(element) && isJsonObject(element['$']) ? [element['$']] : []))
}

/** An address as rss-parser hands it over: one that came back as it was stated needs no second look. */
function url(value: unknown, stated?: HttpUrl): HttpUrl | undefined {
  if (typeof value !== 'string') return undefined
  return value === stated ? stated : httpUrl(value)
}

function date(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined
  const moment = new Date(value)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}
