import type { Entry } from '../model/index.ts'
import { cleanText, plainText, type XmlField, xmlFields } from '../text/index.ts'

/** What one item of a feed says of its making. */
export type FeedFacts = {
  readonly title?: string
  readonly url?: string
  /** FeedBurner's original link, or an Atom alternate */
  readonly authors: readonly string[]
  readonly source?: { readonly name?: string; readonly url?: string }
  readonly published?: string
  readonly summary?: string
  readonly imageCredits: readonly string[]
  readonly licence?: string
  readonly rights?: string
}

/** The facts of an entry that the parse room has read. */
export function entryFacts(entry: Entry): FeedFacts {
  const { source } = entry
  return {
    ...(entry.title === undefined ? {} : { title: entry.title }),
    ...(entry.url === undefined ? {} : { url: entry.url }),
    authors: entry.authors.flatMap((author) => author.name ?? author.email ?? []),
    ...(source === undefined ? {} : { source: sourceOf(source.title, source.url) }),
    ...(entry.published === undefined ? {} : { published: entry.published.toISOString() }),
    imageCredits: entry.imageCredit ?? [],
    ...(entry.licence === undefined ? {} : { licence: entry.licence }),
    ...(entry.rights === undefined ? {} : { rights: entry.rights }),
  }
}

/** The facts of one item as XML (RSS, RDF or Atom), read by the names that feeds use, whatever prefixes they declare. */
export function xmlFacts(xml: string): FeedFacts {
  const fields = xmlFields(xml).filter((field) => field.path.length <= 4)
  const inItem = fields.filter((field) => field.path.length <= 1 || /^(?:item|entry)$/.test(field.path.at(-1) ?? ''))
  const textOf = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const text = inItem.find((field) => field.name === name)?.text
      if (text !== undefined && text !== '') return text
    }
    return undefined
  }
  const title = textOf('title', 'dc:title')
  const url = linkOf(fields, inItem)
  const source = sourceIn(fields, inItem)
  const published = textOf('pubdate', 'published', 'dc:date', 'dcterms:created', 'dcterms:issued', 'updated')
  const summary = textOf('description', 'summary', 'content:encoded', 'content')
  const licence = licenceIn(inItem)
  const rights = textOf('dc:rights', 'rights', 'copyright', 'media:copyright')
  return {
    ...(title === undefined ? {} : { title: plainText(title) }),
    ...(url === undefined ? {} : { url }),
    authors: authorsIn(fields),
    ...(source === undefined ? {} : { source }),
    ...(published === undefined ? {} : { published }),
    ...(summary === undefined ? {} : { summary: plainText(summary) }),
    imageCredits: fields.filter((field) => field.name === 'media:credit').flatMap((field) => pictureName(field.text)),
    ...(licence === undefined ? {} : { licence }),
    ...(rights === undefined ? {} : { rights: cleanText(rights) }),
  }
}

function linkOf(fields: readonly XmlField[], inItem: readonly XmlField[]): string | undefined {
  const original = fields.find((field) => /(?:^|:)origlink$/.test(field.name) && field.text !== '')?.text
  if (original !== undefined) return original
  const links = inItem.filter((field) => field.name === 'link')
  const atom = links.find(
    (field) => /^(?:alternate)?$/.test(field.attributes['rel'] ?? '') && (field.attributes['href'] ?? '') !== '',
  )
  const plain = links.find((field) => field.text !== '')?.text ?? atom?.attributes['href']
  const guid = inItem.find((field) => /^(?:guid|id)$/.test(field.name) && field.attributes['isPermaLink'] !== 'false')?.text
  return plain ?? (guid !== undefined && /^https?:\/\//i.test(guid) ? guid : undefined)
}

/** RSS source, atom:source, dc:source, Bing's News:Source; a bare address is an address, not a name. */
function sourceIn(fields: readonly XmlField[], inItem: readonly XmlField[]): FeedFacts['source'] {
  const inSource = fields.filter((field) => field.path.at(-1) === 'source')
  const plain = inItem.find((field) => /^(?:source|dc:source|dcterms:source|news:source|a10:source)$/.test(field.name))
  if (plain === undefined) return undefined
  const title = inSource.find((field) => field.name === 'title')?.text
  const link = inSource.find((field) => field.name === 'link' && field.attributes['rel'] !== 'self')?.attributes['href']
  const id = inSource.find((field) => field.name === 'id')?.text
  const url = plain.attributes['url'] ?? link ?? (id !== undefined && /^https?:/i.test(id) ? id : undefined)
  return sourceOf(title ?? (inSource.length > 0 ? undefined : plain.text), url)
}

/** What programs write where they know no name. */
const NAMELESS = /^(?:unknown|none|null|undefined|n\/?a|rss|source|feed|-+)?$/iu

function sourceOf(name: string | undefined, url: string | undefined): { readonly name?: string; readonly url?: string } {
  const isAddress = name !== undefined && /^https?:\/\/\S+$/i.test(name.trim())
  const shown = name === undefined || isAddress || NAMELESS.test(name.trim()) ? '' : cleanText(plainText(name))
  const address = url ?? (isAddress ? name.trim() : undefined)
  return { ...(shown === '' ? {} : { name: shown }), ...(address === undefined ? {} : { url: address }) }
}

function authorsIn(fields: readonly XmlField[]): readonly string[] {
  const named = fields.filter(
    (field) => field.name === 'name' && field.path.at(-1) === 'author' && field.path.at(-2) !== 'source',
  )
  const plain = fields.filter(
    (field) =>
      /^(?:author|dc:creator|dc:contributor|itunes:author|media:author|byline)$/.test(field.name) &&
      !field.path.includes('source'),
  )
  const simple = named.length > 0 ? plain.filter((field) => field.name !== 'author') : plain
  return [...named, ...simple].map((field) => cleanText(plainText(field.text))).filter((name) => name !== '')
}

/** "Photograph: Jane Roe/AFP" names Jane Roe/AFP. */
function pictureName(text: string): readonly string[] {
  const name = cleanText(plainText(text)).replace(/^(?:photo(?:graph)?|foto|image|picture|credit)s?\s*(?:by|:)\s*/iu, '')
  return name.length < 2 || NAMELESS.test(name) ? [] : [name]
}

function licenceIn(inItem: readonly XmlField[]): string | undefined {
  for (const field of inItem) {
    const isLicence = /^(?:creativecommons:license|cc:license|dcterms:license|license)$/.test(field.name)
    if (isLicence && field.text !== '') return field.text
    if (isLicence) return field.attributes['rdf:resource'] ?? field.attributes['url']
    if (field.name === 'link' && field.attributes['rel'] === 'license') return field.attributes['href']
  }
  return undefined
}
