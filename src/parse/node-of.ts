import { decodeReferences } from './decode-references.ts'
import { canonicalName, type NamespaceScope } from './namespaces.ts'
import type { RawAttribute } from './xml-events.ts'
import type { XmlNode } from './xml-node.ts'

/** An element with its attributes by canonical name, and the base and language in force. */
export function nodeOf(
  name: string,
  attributes: readonly RawAttribute[],
  about: {
    readonly parent: XmlNode
    readonly scope: NamespaceScope
    readonly entities: ReadonlyMap<string, string>
    readonly documentBase: string | undefined
  },
): XmlNode {
  const node: XmlNode = { name, text: '' }
  const { base, language } = about.parent
  if (base !== undefined) node.base = base
  if (language !== undefined) node.language = language
  if (attributes.length === 0) return node
  const known: Record<string, string> = {}
  for (const [key, value] of attributes) {
    if (key.startsWith('xmlns')) continue
    known[key.includes(':') ? canonicalName(key, about.scope) : key.toLowerCase()] = decodeReferences(value, about.entities)
  }
  node.attributes = known
  const { 'xml:base': ownBase, 'xml:lang': ownLanguage } = known
  const resolved = ownBase === undefined ? undefined : URL.parse(ownBase.trim(), base ?? about.documentBase)?.href
  if (resolved !== undefined) node.base = resolved
  if (ownLanguage !== undefined) node.language = ownLanguage.trim()
  return node
}
