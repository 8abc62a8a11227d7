import { withoutDoctype } from './doctype.ts'
import { quickWalk } from './quick-walk.ts'
import { TreeBuilder } from './tree-builder.ts'
import { walkXml } from './xml-events.ts'
import type { XmlNode } from './xml-node.ts'

/** A damaged or sound XML document as a tree of bounded size and depth. */
export type XmlTree = {
  /** holds the document's root elements: one, when it is sound */
  readonly top: XmlNode
  /** namespace URI of the first root element, in lower case; '' when none is declared */
  readonly rootNamespace: string
  /** what was repaired or left out */
  readonly warnings: readonly string[]
  /** the document ends inside its root */
  readonly isCut: boolean
}

/**
 * Reads XML as far as it can be read: bare `&` and `<`, undeclared entities and prefixes, missing and crossed end tags, junk before and
 * after, cut documents (only whole entries are kept). Namespaces are resolved, xml:base and xml:lang carried along, the inner markup of
 * text constructs kept in order. Limits: depth 256, 500,000 elements, 5,000 entries, 256 attributes an element, 1,000,000 characters a
 * text. One walk, linear; never throws for what the text holds.
 * @param base what xml:base is relative to
 */
export function xmlTree(text: string, base?: string): XmlTree {
  const document = withoutDoctype(text)
  const builder = new TreeBuilder(document.entities, base)
  const from = quickWalk(document.text, builder)
  if (from < document.text.length) walkXml(document.text.slice(from), builder)
  return builder.finished()
}
