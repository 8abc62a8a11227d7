import { canonicalName, type NamespaceScope, narrowed } from './namespaces.ts'
import type { RawAttribute } from './xml-events.ts'

/** Roots that forgot their namespace. */
const OWN_NAMESPACE: ReadonlyMap<string, string> = new Map([
  ['feed', 'http://www.w3.org/2005/Atom'],
  ['entry', 'http://www.w3.org/2005/Atom'],
  ['urlset', 'http://www.sitemaps.org/schemas/sitemap/0.9'],
  ['sitemapindex', 'http://www.sitemaps.org/schemas/sitemap/0.9'],
])

/** The scope inside an element that is not the root. */
export function scopeInside(outer: NamespaceScope, attributes: readonly RawAttribute[]): NamespaceScope {
  const declarations = declarationsOf(attributes)
  return declarations.length === 0 ? outer : narrowed(outer, declarations, false)
}

/** The scope inside a root element, which may have forgotten its namespace, and the namespace that it states, in lower case; '' for none. */
export function rootScope(
  raw: string,
  attributes: readonly RawAttribute[],
  outer: NamespaceScope,
): { readonly scope: NamespaceScope; readonly namespace: string } {
  const declarations = declarationsOf(attributes)
  const scope = declarations.length === 0 ? outer : narrowed(outer, declarations, true)
  const prefix = raw.includes(':') ? raw.slice(0, raw.indexOf(':')) : ''
  const namespace = declarations.find(([key]) => key === prefix)?.[1].toLowerCase() ?? ''
  const own = OWN_NAMESPACE.get(canonicalName(raw, scope))
  return { scope: own === undefined ? scope : narrowed(scope, [[prefix, own]], true), namespace }
}

function declarationsOf(attributes: readonly RawAttribute[]): readonly (readonly [string, string])[] {
  const declared = attributes.filter(([key]) => key.startsWith('xmlns') && (key.length === 5 || key[5] === ':'))
  return declared.map(([key, uri]): [string, string] => [key.slice(6), uri])
}
