import type { CheerioAPI } from 'cheerio/slim'
import type { ChildNode } from 'domhandler'

const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'link', 'meta'])

/**
 * The page again as markup, without what nobody reads and no deeper than our own tree: safe for another reader to parse.
 * Spoils `$` for anything else. Linear, where cheerio's `remove` is not: it searches the parent for each node.
 */
export function readablePart($: CheerioAPI): string {
  const prune = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (node.type !== 'tag') continue
      node.children = node.children.filter((child) => !('name' in child && UNREAD.has(child.name)))
      prune(node.children)
    }
  }
  for (const root of $.root().toArray()) prune(root.children)
  return $.html()
}
