/** Namespace URIs, in lower case without their scheme and without a closing slash or hash, by the prefix that stands for them here. '' is RSS itself. */
const NAMESPACES: Readonly<Record<string, string>> = {
  '':
    'backend.userland.com/rss backend.userland.com/rss2 backend.userland.com/rss091 backend.userland.com/rss092 blogs.law.harvard.edu/tech/rss ' +
    'cyber.harvard.edu/rss/rss.html cyber.law.harvard.edu/rss/rss.html purl.org/rss/1.0 purl.org/net/rss1.1 purl.org/rss/1.0/modules/rss091 ' +
    'my.netscape.com/rdf/simple/0.9 my.netscape.com/publish/formats/rss-0.9 my.netscape.com/publish/formats/rss-0.91 channel.netscape.com/rdf/simple/0.9',
  atom: 'www.w3.org/2005/atom purl.org/atom/ns purl.org/echo purl.org/pie uri/of/echo/namespace example.com/newformat example.com/necho',
  rdf: 'www.w3.org/1999/02/22-rdf-syntax-ns',
  dc: 'purl.org/dc/elements/1.0 purl.org/dc/elements/1.1',
  dcterms: 'purl.org/dc/terms purl.org/rss/1.0/modules/dcterms',
  content: 'purl.org/rss/1.0/modules/content',
  sy: 'purl.org/rss/1.0/modules/syndication purl.org/rss/modules/syndication',
  media: 'search.yahoo.com/mrss search.yahoo.com/searchmonkey/media tools.search.yahoo.com/mrss video.search.yahoo.com/mrss',
  itunes: 'www.itunes.com/dtds/podcast-1.0.dtd example.com/dtds/podcast-1.0.dtd',
  feedburner: 'rssnamespace.org/feedburner/ext/1.0',
  cc: 'backend.userland.com/creativecommonsrssmodule cyber.law.harvard.edu/rss/creativecommonsrssmodule.html web.resource.org/cc creativecommons.org/ns',
  xhtml: 'www.w3.org/1999/xhtml',
  svg: 'www.w3.org/2000/svg',
  math: 'www.w3.org/1998/math/mathml',
  sm: 'www.sitemaps.org/schemas/sitemap/0.9 www.google.com/schemas/sitemap/0.84',
  news: 'www.google.com/schemas/sitemap-news/0.9',
  image: 'www.google.com/schemas/sitemap-image/1.1',
  soap: 'schemas.xmlsoap.org/soap/envelope www.w3.org/2003/05/soap-envelope',
  xml: 'www.w3.org/xml/1998/namespace',
  xmlns: 'www.w3.org/2000/xmlns',
  yandex: 'news.yandex.ru',
}

const PREFIX_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMESPACES).flatMap(([prefix, uris]) => uris.split(' ').map((uri): [string, string] => [uri, prefix])),
)

/** Prefixes that count although no one declared them, since documents forget to. */
const CUSTOMARY: ReadonlyMap<string, string> = new Map([
  ...Object.keys(NAMESPACES).map((prefix): [string, string] => [prefix, prefix]),
  ['a10', 'atom'],
  ['atom10', 'atom'],
  ['rss', ''],
  ['creativecommons', 'cc'],
  ['html', 'xhtml'],
  ['syn', 'sy'],
  ['mrss', 'media'],
])

const UNKNOWN_PREFIX = '?'

/** Which prefix stands for which namespace at one place of a document. */
export type NamespaceScope = {
  readonly declared: ReadonlyMap<string, string>
  /** canonical names of the raw names met so far in this scope */
  readonly names: Map<string, string>
}

/** The scope of a document before its first element. */
export function outermostScope(): NamespaceScope {
  return { declared: new Map(), names: new Map() }
}

/**
 * The scope inside an element that declares namespaces.
 * @param declarations raw prefix ('' for the default) and URI
 * @param isRoot an unknown default namespace of the root element is taken for the format's own
 */
export function narrowed(
  scope: NamespaceScope,
  declarations: readonly (readonly [string, string])[],
  isRoot: boolean,
): NamespaceScope {
  const declared = new Map(scope.declared)
  for (const [prefix, uri] of declarations) {
    const known = uri === '' ? '' : PREFIX_OF.get(bareUri(uri))
    if (known !== undefined) declared.set(prefix, known)
    else if (isRoot && prefix === '') declared.set(prefix, '')
    else declared.set(prefix, prefix !== '' && CUSTOMARY.has(prefix) ? (CUSTOMARY.get(prefix) ?? '') : UNKNOWN_PREFIX)
  }
  return { declared, names: new Map() }
}

function bareUri(uri: string): string {
  return uri
    .trim()
    .slice(0, 200)
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]$/, '')
}

/** The canonical name of a raw name: `prefix:local` in lower case, or `local` alone for RSS's own. */
export function canonicalName(raw: string, scope: NamespaceScope): string {
  const known = scope.names.get(raw)
  if (known !== undefined) return known
  const colon = raw.indexOf(':')
  const prefix = colon < 0 ? '' : raw.slice(0, colon)
  const local = (colon < 0 ? raw : raw.slice(colon + 1)).toLowerCase()
  const canonical = scope.declared.get(prefix) ?? CUSTOMARY.get(prefix.toLowerCase()) ?? UNKNOWN_PREFIX
  const name = canonical === '' ? local : `${canonical}:${local}`
  if (scope.names.size < 1_000) scope.names.set(raw, name)
  return name
}
