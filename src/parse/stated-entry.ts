import type { HttpUrl } from '../model/index.ts'
import { parseDate } from '../text/index.ts'
import { linkOf, textLink, urlFrom } from './entry-url.ts'
import { type Fields, fieldsOf, firstText } from './fields.ts'
import { enclosuresOf, mediaOf, pictureCredits, pictureOf, type StatedEnclosure } from './media.ts'
import { personsOf, type StatedPerson } from './persons.ts'
import { plainLine } from './plain-line.ts'
import { htmlOf } from './text-construct.ts'
import { childrenOf, type XmlNode } from './xml-node.ts'

/** An entry of RSS, Atom or CDF as stated, brought to one form: what the canonical document is written from. Bodies are HTML, not yet sanitised. */
export type StatedEntry = {
  readonly id?: string | undefined
  readonly url?: HttpUrl | undefined
  readonly title?: string | undefined
  readonly summary?: string | undefined
  readonly content?: string | undefined
  /** what relative addresses inside the bodies are relative to */
  readonly base?: string | undefined
  readonly authors: readonly StatedPerson[]
  readonly published?: Date | undefined
  readonly updated?: Date | undefined
  readonly language?: string | undefined
  readonly categories: readonly string[]
  readonly source?: { readonly title?: string | undefined; readonly url?: HttpUrl | undefined } | undefined
  readonly rights?: string | undefined
  readonly licence?: HttpUrl | undefined
  readonly enclosures: readonly StatedEnclosure[]
  readonly image?: HttpUrl | undefined
  readonly imageCredit: readonly string[]
}

/** What an entry takes from the document around it. */
export type Around = {
  /** what relative addresses are relative to, where no xml:base says otherwise */
  readonly base?: string
  readonly language?: string
  readonly now?: Date
  readonly defaultZone?: string
}

/** What names an entry: read for its slip, and not again for its parsing. */
export type Naming = { readonly guid?: string; readonly url?: HttpUrl; readonly title?: string; readonly published?: Date }

/** Reads the rest of one entry's element. */
export function statedEntry(node: XmlNode, naming: Naming, around: Around): StatedEntry {
  const fields = fieldsOf(node)
  const media = mediaOf(fields)
  const base = node.base ?? around.base
  const language = firstText(fields.language) ?? node.language
  const dates = language === undefined ? around : { ...around, language }
  const summary = firstBody(fields.summary) ?? mediaBody(media?.holders, ['media:description'])
  const content = firstBody(fields.content)
  const authors = personsOf(fields.author, base)
  return {
    id: naming.guid,
    url: naming.url,
    title: naming.title,
    summary: summary?.html,
    content: content?.html,
    base: content?.base ?? summary?.base ?? base,
    authors: authors.length > 0 ? authors : sourceAuthors(fields, base),
    published: naming.published,
    updated: firstDate(fields.updated, dates) ?? lastModified(node, dates),
    language,
    categories: categoriesOf(fields),
    source: sourceOf(fields, base),
    rights: firstLine(fields.rights),
    licence: licenceOf(fields, base),
    enclosures: enclosuresOf(fields, media, base),
    image: pictureOf(fields, media, base),
    imageCredit: pictureCredits(fields, media),
  }
}

/** The identity that an entry states, exactly but for the white space around it. */
export function entryId(node: XmlNode, fields: Fields): string | undefined {
  const stated = firstText(fields.id)
  return stated ?? node.attributes?.['rdf:about']?.trim()
}

/** An entry's or a channel's title as one line of plain text. */
export function entryTitle(fields: Fields): string | undefined {
  const title = firstLine(fields.title)
  if (title !== undefined || fields.media === undefined) return title
  return firstLine(fields.media.flatMap((one) => childrenOf(one, ['media:title'])))
}

/** The first text construct that says anything, as one line of plain text. */
export function firstLine(nodes: readonly XmlNode[] | undefined): string | undefined {
  for (const one of nodes ?? []) {
    const line = plainLine(htmlOf(one))
    if (line !== undefined) return line
  }
  return undefined
}

/** The first date that can be read. */
export function firstDate(nodes: readonly XmlNode[] | undefined, around: Around): Date | undefined {
  for (const { text } of nodes ?? []) {
    const date = parseDate(text, around)
    if (date !== undefined) return date
  }
  return undefined
}

/** CDF keeps the date of the last change in an attribute. */
export function lastModified(node: XmlNode, around: Around): Date | undefined {
  const stated = node.attributes?.['lastmod']
  return stated === undefined ? undefined : parseDate(stated, around)
}

type Body = { readonly html: string; readonly base: string | undefined }

function firstBody(nodes: readonly XmlNode[] | undefined): Body | undefined {
  for (const one of nodes ?? []) {
    const html = htmlOf(one).trim()
    if (html !== '') return { html, base: one.base }
  }
  return undefined
}

function mediaBody(holders: readonly XmlNode[] | undefined, names: readonly string[]): Body | undefined {
  return holders === undefined ? undefined : firstBody(holders.flatMap((one) => childrenOf(one, names)))
}

/** RFC 4287 4.2.11: an entry copied from elsewhere is by its source's authors. */
function sourceAuthors(fields: Fields, base: string | undefined): readonly StatedPerson[] {
  const source = fields.source?.[0]
  return source?.children === undefined ? [] : personsOf(fieldsOf(source).author, base)
}

/** Categories as plain text, each once, at most 100. */
export function categoriesOf(fields: Fields): readonly string[] {
  if (fields.category === undefined && fields.keywords === undefined) return []
  const found = new Set<string>()
  const add = (stated: string | undefined): void => {
    const name = plainLine(stated)
    if (name !== undefined && found.size < 100) found.add(name)
  }
  for (const one of fields.category ?? []) {
    add(categoryName(one))
    for (const inner of childrenOf(one, ['itunes:category'])) add(categoryName(inner))
  }
  for (const one of fields.keywords ?? []) for (const word of one.text.split(',', 200)) add(word)
  return [...found]
}

function categoryName(one: XmlNode): string | undefined {
  if (one.attributes === undefined) return one.text
  const { label, term, text } = one.attributes
  const isCode = term === undefined || /^https?:|^\d+$/.test(term)
  return [isCode ? label : term, label, term, text, one.text].find((name) => name !== undefined && name.trim() !== '')
}

function sourceOf(fields: Fields, base: string | undefined): StatedEntry['source'] {
  const one = fields.source?.[0]
  if (one === undefined) return undefined
  const own = one.base ?? base
  if (one.name === 'atom:source') {
    const inner = fieldsOf(one)
    const url = linkOf(inner, 'alternate', own) ?? linkOf(inner, 'self', own) ?? textLink(inner.id, undefined)
    return stated(firstLine(inner.title), url)
  }
  const { url: address, href, 'rdf:resource': resource } = one.attributes ?? {}
  const text = one.text.trim()
  const isAddress = /^https?:\/\/\S+$/i.test(text)
  return stated(
    isAddress ? undefined : plainLine(text),
    urlFrom(address ?? href ?? resource, own) ?? (isAddress ? urlFrom(text, undefined) : undefined),
  )
}

function stated(title: string | undefined, url: HttpUrl | undefined): StatedEntry['source'] {
  return title === undefined && url === undefined ? undefined : { title, url }
}

/** A licence's address: Creative Commons' elements, Media RSS, Atom's link. */
export function licenceOf(fields: Fields, base: string | undefined): HttpUrl | undefined {
  const one = fields.licence?.[0]
  const { 'rdf:resource': resource, href } = one?.attributes ?? {}
  return (
    (one === undefined ? undefined : urlFrom(resource ?? href ?? one.text, one.base ?? base)) ?? linkOf(fields, 'license', base)
  )
}
