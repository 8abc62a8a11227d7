import type { HttpUrl } from '../model/index.ts'
import { parseDate } from '../text/index.ts'
import { entryUrl, linkOf, urlFrom } from './entry-url.ts'
import { enclosuresOf, pictureCredits, pictureOf, type StatedEnclosure } from './media.ts'
import { personsOf, type StatedPerson } from './persons.ts'
import { plainLine } from './plain-line.ts'
import { htmlOf } from './text-construct.ts'
import { child, childrenOf, childText, type XmlNode } from './xml-node.ts'

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

export const TITLES = ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title']
export const SUMMARIES = [
  'description',
  'atom:summary',
  'summary',
  'dc:description',
  'abstract',
  'dcterms:abstract',
  'itunes:summary',
  'media:description',
  'itunes:subtitle',
]
export const CONTENTS = [
  'content:encoded',
  'atom:content',
  'content',
  'xhtml:body',
  'body',
  'fullitem',
  'xhtml:div',
  'yandex:full-text',
]
const PUBLISHED = [
  'pubdate',
  'atom:published',
  'atom:issued',
  'dcterms:issued',
  'dc:date',
  'atom:created',
  'dcterms:created',
  'dcterms:available',
  'date',
  'published',
]
const UPDATED = ['atom:updated', 'atom:modified', 'dcterms:modified', 'lastbuilddate', 'modified', 'updated']
const AUTHORS = ['atom:author', 'author', 'dc:creator', 'itunes:author', 'managingeditor', 'dc:author', 'media:author']

/** Reads one entry's element in full. */
export function statedEntry(node: XmlNode, around: Around): StatedEntry {
  const base = node.base ?? around.base
  const language = childText(node, 'dc:language', 'language') ?? node.language
  const dates = language === undefined ? around : { ...around, language }
  const summary = firstBody(node, SUMMARIES)
  const content = firstBody(node, CONTENTS)
  const authors = personsOf(node, AUTHORS, base)
  return {
    id: entryId(node),
    url: entryUrl(node, base),
    title: entryTitle(node),
    summary: summary?.html,
    content: content?.html,
    base: content?.base ?? summary?.base ?? base,
    authors: authors.length > 0 ? authors : personsOf(child(node, 'atom:source') ?? NOTHING, AUTHORS, base),
    published: publishedDate(node, dates),
    updated: firstDate(node, UPDATED, dates) ?? parseDate(node.attributes?.['lastmod'] ?? '', dates),
    language,
    categories: categoriesOf(node),
    source: sourceOf(node, base),
    rights: plainLine(
      bodyOf(child(node, 'atom:rights', 'atom:copyright', 'dc:rights', 'dcterms:rights', 'copyright', 'media:copyright')),
    ),
    licence: licenceOf(node, base),
    enclosures: enclosuresOf(node, base),
    image: pictureOf(node, base),
    imageCredit: pictureCredits(node),
  }
}

const NOTHING: XmlNode = { name: '', text: '' }

/** The identity that an entry states, exactly but for the white space around it. */
export function entryId(node: XmlNode): string | undefined {
  return childText(node, 'guid', 'atom:id') ?? node.attributes?.['rdf:about']?.trim() ?? childText(node, 'dc:identifier')
}

/** An entry's title as one line of plain text. */
export function entryTitle(node: XmlNode): string | undefined {
  for (const name of TITLES) {
    for (const one of childrenOf(node, name)) {
      const title = plainLine(htmlOf(one))
      if (title !== undefined) return title
    }
  }
  return plainLine(bodyOf(child(child(node, 'media:group') ?? child(node, 'media:content') ?? NOTHING, 'media:title')))
}

/** When an entry says that it was published. */
export function publishedDate(node: XmlNode, around: Around): Date | undefined {
  return firstDate(node, PUBLISHED, around)
}

/** The first date, by the order of the names, that can be read. */
export function firstDate(node: XmlNode, names: readonly string[], around: Around): Date | undefined {
  for (const name of names) {
    const text = childText(node, name)
    const date = text === undefined ? undefined : parseDate(text, around)
    if (date !== undefined) return date
  }
  return undefined
}

/** The first body, by the order of the names, that says anything. */
function firstBody(
  node: XmlNode,
  names: readonly string[],
): { readonly html: string; readonly base: string | undefined } | undefined {
  for (const holder of [node, child(node, 'media:group'), child(node, 'media:content')]) {
    for (const one of holder === undefined ? [] : names.flatMap((name) => childrenOf(holder, name))) {
      const html = htmlOf(one).trim()
      if (html !== '') return { html, base: one.base }
    }
  }
  return undefined
}

function bodyOf(node: XmlNode | undefined): string | undefined {
  return node === undefined ? undefined : htmlOf(node)
}

/** Categories as plain text, each once. */
export function categoriesOf(node: XmlNode): readonly string[] {
  const found = new Set<string>()
  const stated = [
    ...childrenOf(node, 'category', 'atom:category', 'dc:subject', 'media:category', 'itunes:category').flatMap((one) => [
      categoryName(one),
      ...childrenOf(one, 'itunes:category').map(categoryName),
    ]),
    ...childrenOf(node, 'itunes:keywords', 'media:keywords', 'keywords').flatMap((one) => one.text.split(',')),
  ]
  for (const one of stated) {
    const name = plainLine(one)
    if (name !== undefined && found.size < 100) found.add(name)
  }
  return [...found]
}

function categoryName(one: XmlNode): string | undefined {
  const { label, term, text } = one.attributes ?? {}
  const isCode = term === undefined || /^https?:|^\d+$/.test(term)
  return [isCode ? label : term, label, term, text, one.text].find((name) => name !== undefined && name.trim() !== '')
}

function sourceOf(node: XmlNode, base: string | undefined): StatedEntry['source'] {
  const atom = child(node, 'atom:source')
  if (atom !== undefined) {
    const url =
      linkOf(atom, 'alternate', atom.base ?? base) ??
      linkOf(atom, 'self', atom.base ?? base) ??
      urlFrom(childText(atom, 'atom:id'), undefined)
    return stated(plainLine(bodyOf(child(atom, 'atom:title'))), url)
  }
  const one = child(node, 'source', 'dc:source')
  if (one === undefined) return undefined
  const url = urlFrom(one.attributes?.['url'] ?? one.attributes?.['href'] ?? one.attributes?.['rdf:resource'], one.base ?? base)
  const text = one.text.trim()
  const isAddress = /^https?:\/\/\S+$/i.test(text)
  return stated(isAddress ? undefined : plainLine(text), url ?? (isAddress ? urlFrom(text, undefined) : undefined))
}

function stated(title: string | undefined, url: HttpUrl | undefined): StatedEntry['source'] {
  return title === undefined && url === undefined ? undefined : { title, url }
}

/** A licence's address: Creative Commons' elements, Atom's link, Media RSS. */
export function licenceOf(node: XmlNode, base: string | undefined): HttpUrl | undefined {
  const one = child(node, 'cc:license', 'cc:licence', 'media:license', 'dcterms:license')
  return (
    urlFrom(one?.attributes?.['rdf:resource'] ?? one?.attributes?.['href'] ?? one?.text, one?.base ?? base) ??
    linkOf(node, 'license', base)
  )
}
