import { MAX_NODES, TreeBuilder } from './tree-builder.ts'
import type { Unread, XmlNode } from './xml-node.ts'

/**
 * A reader of the entries that `xmlTree` left unread: each as it would have been read in its place. It answers undefined where anything is
 * unusual about one, or they are too large together: then the document has to be read without cuts.
 */
export function entryReader(): (unread: Unread) => XmlNode | undefined {
  let nodes = 0
  return (unread) => {
    const builder = new TreeBuilder({ entities: unread.entities, base: unread.documentBase })
    const node = builder.entry(unread)
    nodes += builder.nodes
    return nodes > MAX_NODES ? undefined : node
  }
}
