import type { XmlNode } from './xml-node.ts'

/** The elements of an entry or a channel by what they say, whatever the format calls them; the names that are preferred stand first. */
const NAMES = {
  id: 'guid atom:id dc:identifier',
  origin: 'feedburner:origlink',
  link: 'link url',
  atomLink: 'atom:link',
  title: 'title atom:title dc:title media:title itunes:title',
  summary:
    'description atom:summary summary dc:description abstract dcterms:abstract itunes:summary media:description itunes:subtitle',
  content: 'content:encoded atom:content content xhtml:body body fullitem xhtml:div yandex:full-text',
  subtitle: 'atom:subtitle atom:tagline subtitle atom:info',
  published:
    'pubdate atom:published atom:issued dcterms:issued dc:date atom:created dcterms:created dcterms:available date published',
  updated: 'lastbuilddate atom:updated atom:modified dcterms:modified modified updated',
  author: 'atom:author author dc:creator itunes:author managingeditor dc:author media:author itunes:owner',
  category: 'category atom:category dc:subject media:category itunes:category',
  keywords: 'itunes:keywords media:keywords keywords',
  language: 'dc:language language',
  source: 'atom:source source dc:source',
  rights: 'atom:rights atom:copyright dc:rights dcterms:rights copyright media:copyright',
  licence: 'cc:license cc:licence media:license dcterms:license',
  enclosure: 'enclosure',
  media: 'media:group media:content',
  thumbnail: 'media:thumbnail',
  credit: 'media:credit',
  image: 'itunes:image image image:image',
  logo: 'atom:logo logo atom:icon icon',
  generator: 'generator atom:generator',
} as const

export type Field = keyof typeof NAMES

/** Elements by field, the preferred names first, then in the order of the document. */
export type Fields = { readonly [Key in Field]?: readonly XmlNode[] }

type Place = { readonly field: Field; readonly rank: number }

const FIELDS: readonly Field[] = [
  ...(['id', 'origin', 'link', 'atomLink', 'title', 'summary', 'content', 'subtitle', 'published', 'updated', 'author'] as const),
  ...(['category', 'keywords', 'language', 'source', 'rights', 'licence', 'enclosure', 'media', 'thumbnail'] as const),
  ...(['credit', 'image', 'logo', 'generator'] as const),
]

const PLACES: ReadonlyMap<string, Place> = new Map(
  FIELDS.flatMap((field) => NAMES[field].split(' ').map((name, rank): [string, Place] => [name, { field, rank }])),
)

/** Of one field; whatever comes after is no entry's. */
const MOST = 1_000

/** Sorts an element's children by field, in one pass: it is done for every entry of every document. */
export function fieldsOf(node: XmlNode): Fields {
  const found: { [Key in Field]?: XmlNode[] } = {}
  let disordered: Set<Field> | undefined
  for (const one of node.children ?? []) {
    const place = PLACES.get(one.name)
    if (place === undefined) continue
    const known = found[place.field]
    if (known === undefined) found[place.field] = [one]
    else if (known.length < MOST) {
      if (rankOf(known[known.length - 1]) > place.rank) {
        disordered ??= new Set()
        disordered.add(place.field)
      }
      known.push(one)
    }
  }
  for (const field of disordered ?? []) found[field]?.sort((a, b) => rankOf(a) - rankOf(b))
  return found
}

function rankOf(node: XmlNode | undefined): number {
  return PLACES.get(node?.name ?? '')?.rank ?? 0
}

/** The first trimmed text among elements that is not empty. */
export function firstText(nodes: readonly XmlNode[] | undefined): string | undefined {
  for (const { text } of nodes ?? []) {
    const trimmed = text.trim()
    if (trimmed !== '') return trimmed
  }
  return undefined
}
