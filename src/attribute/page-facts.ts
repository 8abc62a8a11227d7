import { cleanText, pageFields, plainText } from '../text/index.ts'

/** What a page's metadata says of its making. */
export type PageFacts = {
  readonly title?: string
  /** names of the site, the likeliest first */
  readonly siteNames: readonly string[]
  /** author fields by how far they are trusted: structured data first */
  readonly authorFields: readonly (readonly string[])[]
  readonly published?: string
  readonly canonical?: string
  readonly licence?: string
  readonly copyright: readonly string[]
  readonly imageCredits: readonly string[]
  /** a page that says that its text was first published elsewhere */
  readonly basedOn?: string
}

type Json = Readonly<Record<string, unknown>>

const ARTICLE = /(?:^|\/)(?:\w*Article|\w*NewsArticle|BlogPosting|LiveBlogPosting|Report|WebPage|CreativeWork)$/
/** A company's name is not what readers call its paper. */
const COMPANY =
  /(?:^|\s)(?:AG|GmbH|S\.?A\.?S?|S\.?p\.?A\.?|S\.?L\.?|Inc\.?|LLC|Ltd\.?|Limited|Corp\.?|Corporation|Group|Gruppe|Mediengruppe|Holding|A\.Ş\.|Media Group|B\.?V\.?|Oy|AB|plc|Verlag)(?:$|[\s,.])/u

/** Reads the facts of a page from its head, or from the whole page. */
export function pageFacts(html: string): PageFacts {
  const { meta, links, jsonLd, title } = pageFields(html)
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)?.[0]).find((value) => value !== undefined)
  const articles = jsonLd.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)))
  const article = articles.find((node) => 'author' in node || 'datePublished' in node) ?? articles[0] ?? {}
  const publishers = namesOf(article['publisher'], jsonLd)
  const siteNames = [
    ...publishers.filter((name) => !COMPANY.test(name)),
    ...(meta.get('og:site_name') ?? []),
    ...(meta.get('application-name') ?? []),
    ...publishers,
  ]
  const headline = textOf(article['headline']) ?? first('og:title', 'twitter:title') ?? title
  const published =
    textOf(article['datePublished']) ??
    first(
      'article:published_time',
      'datepublished',
      'date',
      'dc.date.issued',
      'dc.date',
      'pubdate',
      'parsely-pub-date',
      'sailthru.date',
    )
  const canonical = links.get('canonical')?.[0] ?? first('og:url')
  const licence = links.get('license')?.[0] ?? textOf(article['license']) ?? urlOf(article['license'])
  const basedOn = first('original-source', 'syndication-source')
  return {
    ...(headline === undefined ? {} : { title: cleanText(plainText(headline)) }),
    siteNames: [...new Set(siteNames.map((name) => cleanText(plainText(name))))],
    authorFields: [
      [...namesOf(article['author'], jsonLd), ...namesOf(article['creator'], jsonLd)],
      (meta.get('article:author') ?? []).filter((value) => !/^https?:/i.test(value)),
      [
        ...(meta.get('author') ?? []),
        ...(meta.get('byl') ?? []),
        ...(meta.get('parsely-author') ?? []),
        ...(meta.get('sailthru.author') ?? []),
      ],
      [...(meta.get('dc.creator') ?? []), ...(meta.get('dcterms.creator') ?? [])],
    ],
    ...(published === undefined ? {} : { published }),
    ...(canonical === undefined ? {} : { canonical }),
    ...(licence === undefined ? {} : { licence }),
    copyright: [...(meta.get('copyright') ?? []), ...(meta.get('dc.rights') ?? []), ...namesOf(article['copyrightHolder'])],
    imageCredits: imageCreditsOf(jsonLd),
    ...(basedOn === undefined ? {} : { basedOn }),
  }
}

function typesOf(node: Json): readonly string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter((one: unknown) => typeof one === 'string')
}

/** The names in a property: texts, `name` of objects, and of the objects that an `@id` refers to among `nodes`. */
function namesOf(value: unknown, nodes: readonly Json[] = []): readonly string[] {
  if (typeof value === 'string') return /^https?:/i.test(value) ? [] : [value]
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((one: unknown) => namesOf(one, nodes))
  if (!isObject(value)) return []
  const id = value['@id']
  const named =
    'name' in value || typeof id !== 'string' ? value : (nodes.find((node) => node['@id'] === id && 'name' in node) ?? value)
  return namesOf(named['name'] ?? named['@value'])
}

function imageCreditsOf(nodes: readonly Json[]): readonly string[] {
  const images = nodes.filter((node) => typesOf(node).includes('ImageObject'))
  return [...new Set(images.flatMap((node) => [...namesOf(node['creditText']), ...namesOf(node['copyrightHolder'])]))].slice(
    0,
    10,
  )
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : Array.isArray(value) ? textOf(value[0]) : undefined
}

function urlOf(value: unknown): string | undefined {
  return isObject(value) ? (textOf(value['url']) ?? textOf(value['@id'])) : undefined
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
