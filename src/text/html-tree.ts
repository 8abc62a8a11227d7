import { type Document, DomHandler, Element } from 'domhandler'
import { Parser } from 'htmlparser2'

const MAX_DEPTH = 200
const MAX_OPEN = 1_000
const MAX_NODES = 200_000
const MAX_TOPS = 50

/** A parsed HTML document, and whether the limits ended it early. */
export type HtmlTree = { readonly root: Document; readonly cut: boolean }

/**
 * Parses HTML into a tree that any walker may recurse over: never deeper than 200 elements (what lies deeper moves up, its text
 * kept), never more than 200,000 nodes, 50 of them at the top; the document ends where 1,000 elements stand open. Tolerant like
 * htmlparser2, never throws, time linear in the length. Comments and processing instructions are left out.
 * `cheerio.load(tree.root)` takes it as it is.
 */
export function htmlTree(html: string): HtmlTree {
  const handler = new BoundedHandler()
  const parser = new Parser(handler, { decodeEntities: true })
  handler.stop = () => parser.pause()
  parser.end(html)
  gather(handler.root)
  return { root: handler.root, cut: handler.full }
}

/** css-select 5.2 (cheerio 1.2) compares every top node with every other: many of them are put under one. */
function gather(root: Document): void {
  if (root.children.length <= MAX_TOPS) return
  const holder = new Element('html', {}, root.children)
  for (const child of root.children) child.parent = holder
  root.children = [holder]
  holder.parent = root
}

/** htmlparser2 12.0 keeps its open elements in an array that it shifts from the front: nesting of 200,000 takes it 21 s. */
class BoundedHandler extends DomHandler {
  full = false
  stop: () => void = () => undefined
  private open = 0
  private surplus = 0
  private nodes = 0

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.open += 1
    this.count()
    if (this.full || this.tagStack.length > MAX_DEPTH) {
      this.surplus += 1
      this.lastNode = null
    } else super.onopentag(name, attributes)
  }

  override onclosetag(): void {
    this.open -= 1
    if (this.surplus > 0) {
      this.surplus -= 1
      this.lastNode = null
    } else super.onclosetag()
  }

  override ontext(data: string): void {
    if (this.lastNode === null) this.count()
    if (!this.full) super.ontext(data)
  }

  override oncomment(): void {
    this.lastNode = null
  }

  override onprocessinginstruction(): void {
    this.lastNode = null
  }

  private count(): void {
    this.nodes += 1
    if (this.full || (this.nodes <= MAX_NODES && this.open <= MAX_OPEN)) return
    this.full = true
    this.stop()
  }
}
