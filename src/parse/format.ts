import { child, type XmlNode } from './xml-node.ts'
import type { XmlTree } from './xml-tree.ts'

/** What an XML document turned out to be. */
export type Recognised =
  | { readonly kind: 'feed'; readonly format: string; readonly channel: XmlNode; readonly root: XmlNode }
  | { readonly kind: 'sitemap'; readonly root: XmlNode }
  | { readonly kind: 'other'; readonly what: 'html' | 'soap' | 'opml' | 'xml' | 'nothing' }

/** Recognises a document by its first element that any of our formats begins with. */
export function recognised(tree: XmlTree): Recognised {
  const roots = tree.top.children ?? []
  for (const root of roots) {
    const found = recognisedRoot(root, tree.rootNamespace)
    if (found !== undefined) return found
  }
  const bare = roots.find((root) => root.name === 'item' || root.name === 'atom:entry')
  if (bare !== undefined) {
    return {
      kind: 'feed',
      format: bare.name === 'item' ? 'rss2.0' : atomFormat(bare, tree.rootNamespace),
      channel: { name: '', text: '' },
      root: tree.top,
    }
  }
  return { kind: 'other', what: roots.length === 0 ? 'nothing' : otherKind(roots) }
}

function recognisedRoot(root: XmlNode, namespace: string): Recognised | undefined {
  switch (root.name) {
    case 'rss':
    case 'rdf:rdf':
    case 'rdf':
      return { kind: 'feed', format: rssFormat(root, namespace), channel: child(root, ['channel']) ?? root, root }
    case 'channel':
      return { kind: 'feed', format: channelFormat(root, namespace), channel: root, root }
    case 'atom:feed':
      return { kind: 'feed', format: atomFormat(root, namespace), channel: root, root }
    case 'sm:urlset':
    case 'sm:sitemapindex':
      return { kind: 'sitemap', root }
    default:
      return undefined
  }
}

function rssFormat(root: XmlNode, namespace: string): string {
  if (root.name !== 'rss')
    return /netscape/.test(child(root, ['channel'])?.attributes?.['xmlns'] ?? namespace) ||
      !root.children?.some((one) => one.attributes?.['rdf:about'] !== undefined)
      ? 'rss0.9'
      : 'rss1.0'
  const version = root.attributes?.['version']?.trim() ?? ''
  return /^\d\.\d{1,2}$/.test(version) ? `rss${version}` : 'rss2.0'
}

function channelFormat(root: XmlNode, namespace: string): string {
  if (namespace.includes('rss1.1')) return 'rss1.1'
  const isCdf =
    root.attributes?.['href'] !== undefined ||
    root.attributes?.['lastmod'] !== undefined ||
    child(root, ['abstract']) !== undefined ||
    child(root, ['item'])?.attributes?.['href'] !== undefined
  return isCdf ? 'cdf' : 'rss2.0'
}

function atomFormat(root: XmlNode, namespace: string): string {
  return root.attributes?.['version'] === '0.3' || /purl\.org\/atom\/ns|echo|pie/.test(namespace) ? 'atom0.3' : 'atom1.0'
}

function otherKind(roots: readonly XmlNode[]): 'html' | 'soap' | 'opml' | 'xml' {
  for (const { name } of roots) {
    const local = name.slice(name.indexOf(':') + 1)
    if (local === 'html' || local === 'body' || local === 'head') return 'html'
    if (local === 'envelope') return 'soap'
    if (local === 'opml') return 'opml'
  }
  return 'xml'
}
