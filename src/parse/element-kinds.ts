const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Elements whose children are markup to keep in order, not data: text constructs, and their names in the formats that have them. */
const TEXT_CONSTRUCTS = words(
  'title description summary content subtitle tagline info copyright rights abstract body fullitem ' +
    'atom:title atom:summary atom:content atom:subtitle atom:tagline atom:info atom:copyright atom:rights ' +
    'dc:title dc:description dc:rights dcterms:abstract content:encoded xhtml:body xhtml:div media:title media:description media:text ' +
    'itunes:title itunes:summary itunes:subtitle yandex:full-text',
)

/** Text constructs of one line: what opens a field of an entry inside one of these shows that its end tag was forgotten. */
const ONE_LINERS = words('title atom:title dc:title media:title itunes:title')

/** Elements that hold entries, or are one; their own text means nothing. */
const CONTAINERS = words(
  'rss channel items item atom:feed atom:entry atom:item rdf:rdf sm:urlset sm:url sm:sitemapindex sm:sitemap opml soap:envelope soap:body html head xhtml:html',
)

const ENTRIES = words('item atom:entry atom:item sm:url sm:sitemap')

/** Fields that never stand inside running text. */
const FIELDS = words('guid pubdate author category comments enclosure source description lastbuilddate item')

/** Fields without elements of their own: whatever opens inside one shows that its end tag was forgotten. */
const LEAVES = words(
  'link atom:link guid pubdate comments category atom:category enclosure docs generator atom:generator lastbuilddate atom:id atom:published atom:updated dc:date',
)

/**
 * What an element is to the reader. `construct`: its inner markup is text to keep. `container`: its own text is mere white space between
 * fields. `entry`: a container that is an entry. `leaf`: nothing can stand inside but text. `data`: anything else.
 */
export type ElementKind = 'construct' | 'container' | 'entry' | 'leaf' | 'data'

const KINDS: ReadonlyMap<string, ElementKind> = new Map([
  ...kindsOf(TEXT_CONSTRUCTS, 'construct'),
  ...kindsOf(CONTAINERS, 'container'),
  ...kindsOf(ENTRIES, 'entry'),
  ...kindsOf(LEAVES, 'leaf'),
])

function kindsOf(names: ReadonlySet<string>, kind: ElementKind): readonly (readonly [string, ElementKind])[] {
  return [...names].map((name) => [name, kind])
}

/** What an element of this canonical name is. */
export function elementKind(name: string): ElementKind {
  return KINDS.get(name) ?? 'data'
}

/** Whether an element is an entry. */
export function isEntry(name: string): boolean {
  return ENTRIES.has(name)
}

/**
 * Whether an element that opens inside a text construct cannot belong to its text, so that the construct ends there.
 * @param literal the construct holds XHTML, where anything of another namespace may stand
 */
export function endsConstruct(construct: string, name: string, literal: boolean): boolean {
  if (isEntry(name)) return true
  if (ONE_LINERS.has(construct)) return FIELDS.has(name) || name === 'link' || isFieldOfModule(name)
  return !literal && (FIELDS.has(name) ? name !== 'source' && name !== construct : isFieldOfModule(name) && name !== construct)
}

/** Inside XHTML that declares no namespace of its own everything seems to be Atom's: only what HTML does not have counts. */
const ATOM_FIELDS = words(
  'atom:link atom:id atom:updated atom:published atom:issued atom:modified atom:author atom:category atom:content atom:rights atom:subtitle atom:generator',
)

function isFieldOfModule(name: string): boolean {
  return /^(?:dc|dcterms|content|media|itunes|feedburner|sy):/.test(name) || ATOM_FIELDS.has(name)
}
