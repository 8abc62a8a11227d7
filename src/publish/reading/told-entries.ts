import { type HttpUrl, type ItemId, isItemId, present } from '../../model/index.ts'
import { decodeEntities, httpUrl, parseDate, type XmlField, xmlFields } from '../../text/index.ts'

/** A story as RSS or Atom of ours tells of it: what readers see, and not how its source names it. */
export type ToldEntry = {
  readonly id: ItemId
  readonly url: HttpUrl
  readonly title: string
  /** what was shown of it */
  readonly text: string
  readonly language?: string
  readonly categories: readonly string[]
  readonly published?: Date
  /** Atom's date of the last change; of an item without a date that of its first sight */
  readonly updated?: Date
  readonly feed: { readonly url: HttpUrl; readonly title?: string }
  /** addresses in its body, those of the other outlets among them */
  readonly links: readonly HttpUrl[]
}

const MOST_LINKS = 400

/** The stories in a document of ours, as far as it is whole. Linear; never throws. */
export function* toldEntries(document: string): Iterable<ToldEntry> {
  for (const block of blocksIn(document)) {
    const entry = entryIn(xmlFields(block))
    if (entry !== undefined) yield entry
  }
}

function* blocksIn(document: string): Iterable<string> {
  const name = document.includes('<item>') ? 'item' : 'entry'
  const [open, close] = [`<${name}`, `</${name}>`]
  for (let at = document.indexOf(open); at >= 0; ) {
    const end = document.indexOf(close, at)
    if (end < 0) return // cut off
    yield document.slice(at, end + close.length)
    at = document.indexOf(open, end)
  }
}

function entryIn(fields: readonly XmlField[]): ToldEntry | undefined {
  const own = fields.filter(({ path }) => path.length === 1)
  const text = (...names: readonly string[]) => own.find((field) => names.includes(field.name) && field.text !== '')?.text
  const linked = (rel?: string) =>
    own.find(({ name, attributes }) => name === 'link' && attributes['rel'] === rel && attributes['href'] !== undefined)
  const id = text('guid', 'id') ?? ''
  const url = httpUrl(text('link') ?? linked()?.attributes['href'] ?? '')
  const source = own.find(({ name }) => name === 'source')
  const feedUrl = httpUrl(source?.attributes['url'] ?? linked('via')?.attributes['href'] ?? '')
  if (!isItemId(id) || url === undefined || feedUrl === undefined) return undefined
  const body = text('content:encoded', 'content') ?? ''
  const title = source?.attributes['url'] === undefined ? titleOf(fields) : source.text
  return present({
    id,
    url,
    title: text('title') ?? '',
    text: shown(body, own),
    language: text('dc:language') ?? /^<div lang="([\w-]+)"/.exec(body)?.[1],
    categories: own.filter(({ name }) => name === 'category').map(({ text, attributes }) => attributes['term'] ?? text),
    published: parseDate(text('pubdate', 'published') ?? ''),
    updated: parseDate(text('updated') ?? ''),
    feed: present({ url: feedUrl, title }),
    links: linksIn(body),
  })
}

/** Atom names the feed inside `source`. */
function titleOf(fields: readonly XmlField[]): string | undefined {
  return fields.find(({ name, path }) => name === 'title' && path.at(-1) === 'source')?.text
}

/** The paragraphs between our first line and the others; a licence stands in one of its own, without markup like them. */
function shown(body: string, own: readonly XmlField[]): string {
  const rights = own.filter(({ name }) => name === 'dc:rights' || name === 'rights').map(({ text }) => text)
  const [, rest = ''] = /^<div[^>]*><p>.*?<\/p>([\s\S]*)$/.exec(body) ?? []
  const paragraphs = [...rest.matchAll(/<p>([^<]*)<\/p>/g)].map(([, words = '']) => decodeEntities(words))
  return paragraphs.filter((words) => !rights.some((right) => words.endsWith(right))).join('\n')
}

function linksIn(body: string): readonly HttpUrl[] {
  const links = new Set<HttpUrl>()
  for (const [, href = ''] of body.matchAll(/ href="([^"]*)"/g)) {
    const url = httpUrl(decodeEntities(href))
    if (url !== undefined) links.add(url)
    if (links.size >= MOST_LINKS) break
  }
  return [...links]
}
