import { present } from '../model/index.ts'
import { decodeReferences } from './decode-references.ts'
import { type ElementKind, elementKind, endsConstruct, isEntry } from './element-kinds.ts'
import { rootScope, scopeInside } from './element-scope.ts'
import { asHtml, isLiteral, MarkupCollector } from './markup-collector.ts'
import { canonicalName, type NamespaceScope, outermostScope } from './namespaces.ts'
import { nodeOf } from './node-of.ts'
import { type LeafText, type QuickListener, quickWalk } from './quick-walk.ts'
import type { RawAttribute } from './xml-events.ts'
import type { Unread, XmlNode } from './xml-node.ts'

const MAX_DEPTH = 256
/** Elements of a document. */
export const MAX_NODES = 500_000
const MAX_ENTRIES = 5_000
const MAX_TEXT = 1_000_000

type Frame = {
  readonly node: XmlNode
  readonly raw: string
  readonly scope: NamespaceScope
  readonly kind: ElementKind
}

export type BuilderSettings = {
  readonly entities: ReadonlyMap<string, string>
  /** what xml:base is relative to */
  readonly base: string | undefined
  /** leaves the entries of a quick walk unread */
  readonly cuts?: boolean
}

/** Builds the tree of `xmlTree` from a walk's events. */
export class TreeBuilder implements QuickListener {
  private readonly top: XmlNode = { name: '', text: '' }
  private readonly documentBase: string | undefined
  rootNamespace = ''
  private readonly warnings = new Set<string>()
  private readonly entities: ReadonlyMap<string, string>
  private readonly stack: Frame[]
  private readonly cuts: boolean
  private markup: MarkupCollector | undefined
  private surplus = 0
  /** how many elements were read */
  nodes = 0
  private entries = 0
  private full = false

  constructor({ entities, base, cuts = false }: BuilderSettings) {
    this.entities = entities
    this.documentBase = base
    this.cuts = cuts
    this.stack = [{ node: this.top, raw: '', scope: outermostScope(), kind: 'container' }]
  }

  /**
   * Reads an entry that was cut out, as it would have been read in its place.
   * @returns undefined when anything about it is unusual: then only its whole document tells what it is
   */
  entry({ source, scope, base, language, depth }: Unread): XmlNode | undefined {
    const around: XmlNode = present({ name: '', text: '', base, language })
    this.stack.length = 1
    while (this.stack.length < depth) this.stack.push({ node: around, raw: '', scope, kind: 'container' })
    const end = quickWalk(source, this)
    const [node, ...others] = around.children ?? []
    const isUsual = end === source.length && this.stack.length === depth && !this.full && this.warnings.size === 0
    return isUsual && others.length === 0 && this.surplus === 0 && this.markup === undefined ? node : undefined
  }

  open(raw: string, attributes: readonly RawAttribute[], closed: boolean): void {
    let parent = this.frame()
    const scope = this.scopeOf(raw, attributes, parent)
    const name = canonicalName(raw, scope)
    if (this.markup !== undefined || parent.kind === 'construct') {
      const literal = this.markup?.literal ?? isLiteral(parent.node)
      if (!endsConstruct(parent.node.name, name, literal)) {
        this.markup ??= this.beginMarkup(parent, literal)
        this.append(parent.node, this.markup.open(raw, attributes, closed))
        return
      }
      parent = this.pop(`closed <${parent.raw}>`)
    } else if (parent.kind === 'leaf') parent = this.pop(`closed <${parent.raw}>`)
    const kind = elementKind(name)
    if (kind === 'entry') {
      parent = this.leaveEntry(parent)
      this.entries += 1
    }
    this.nodes += 1
    if (this.nodes > MAX_NODES || this.entries > MAX_ENTRIES) {
      this.full = true
      this.mended(`stopped at ${MAX_ENTRIES} entries or ${MAX_NODES} elements`)
      return
    }
    const node = this.nodeIn(parent, name, attributes, scope)
    if (closed) return
    if (this.stack.length < MAX_DEPTH) this.stack.push({ node, raw, scope, kind })
    else this.surplus += 1
  }

  leaf(raw: string, attributes: readonly RawAttribute[], { raw: text, verbatim }: LeafText): void {
    const parent = this.frame()
    if (isHolder(parent.kind) && this.nodes < MAX_NODES && this.stack.length > 1 && this.stack.length < MAX_DEPTH) {
      const scope = this.scopeOf(raw, attributes, parent)
      const name = canonicalName(raw, scope)
      if (!isHolder(elementKind(name))) {
        this.nodes += 1
        this.append(this.nodeIn(parent, name, attributes, scope), verbatim ? text : decodeReferences(text, this.entities))
        return
      }
    }
    this.open(raw, attributes, false)
    if (this.full) return
    if (text !== '') this.text(text, verbatim)
    this.close(raw)
  }

  mayCut(raw: string, attributes: readonly RawAttribute[]): boolean {
    const parent = this.frame()
    if (!this.cuts || parent.kind !== 'container' || this.stack.length < 2 || this.surplus > 0) return false
    if (this.nodes >= MAX_NODES || this.entries >= MAX_ENTRIES) return false
    const name = canonicalName(raw, this.scopeOf(raw, attributes, parent))
    return (name === 'item' || name === 'atom:entry') && this.stack.every(({ kind }) => kind === 'container')
  }

  cut(raw: string, attributes: readonly RawAttribute[], source: string): void {
    const parent = this.frame()
    const scope = this.scopeOf(raw, attributes, parent)
    this.entries += 1
    this.nodes += 1
    const node = this.nodeIn(parent, canonicalName(raw, scope), attributes, scope)
    const { base, language } = parent.node
    const { entities, documentBase, stack } = this
    node.unread = present({ source, scope: parent.scope, base, language, depth: stack.length, entities, documentBase })
  }

  close(raw: string): void {
    if (this.markup !== undefined && !this.markup.isEnd(raw) && !this.isOpenContainer(raw)) {
      this.append(this.frame().node, this.markup.close(raw))
      return
    }
    if (this.surplus > 0) {
      this.surplus -= 1
      return
    }
    const at = this.stack.findLastIndex((frame) => frame.raw === raw)
    if (at <= 0) {
      this.mended(`ignored </${raw.slice(0, 40)}>`)
      return
    }
    while (this.stack.length > at + 1) this.pop(`closed <${this.frame().raw}>`)
    this.pop()
  }

  text(raw: string, verbatim: boolean): void {
    const { node, kind } = this.frame()
    if (this.markup !== undefined) this.append(node, this.markup.text(raw, verbatim))
    else if (!isHolder(kind)) {
      if (verbatim && raw.length > 1 && node.text.length < 20 && node.text.trim() === '-') node.text = '' // what browsers put where an element folds
      this.append(node, verbatim ? raw : decodeReferences(raw, this.entities))
    }
  }

  openName(): string {
    return this.frame().raw
  }

  mended(what: string): void {
    if (this.warnings.size < 20) this.warnings.add(what)
  }

  isFull(): boolean {
    return this.full
  }

  /** The tree, without an entry that the end of the document cut. */
  finished(): { readonly top: XmlNode; readonly rootNamespace: string; readonly warnings: readonly string[] } {
    if (this.stack.length > 1 && !this.full) {
      this.mended('the document is cut')
      const at = this.stack.findIndex((frame) => isEntry(frame.node.name))
      if (at > 0 && at < this.stack.length - 1) this.stack[at - 1]?.node.children?.pop()
    }
    return { top: this.top, rootNamespace: this.rootNamespace, warnings: [...this.warnings] }
  }

  private frame(): Frame {
    const frame = this.stack.at(-1)
    if (frame === undefined) throw new RangeError('the outermost frame is never popped')
    return frame
  }

  private pop(warning?: string): Frame {
    if (warning !== undefined) this.mended(warning)
    this.markup = undefined
    if (this.stack.length > 1) this.stack.pop()
    return this.frame()
  }

  private nodeIn({ node: parent }: Frame, name: string, attributes: readonly RawAttribute[], scope: NamespaceScope): XmlNode {
    const { entities, documentBase } = this
    const node = nodeOf(name, attributes, { parent, scope, entities, documentBase })
    if (parent.children === undefined) parent.children = [node]
    else parent.children.push(node)
    return node
  }

  /** An entry inside an entry: the end tag of the outer one was forgotten. */
  private leaveEntry(parent: Frame): Frame {
    const at = this.stack.findIndex((frame) => isEntry(frame.node.name))
    if (at < 0) return parent
    while (this.stack.length > at) this.pop(`closed <${this.frame().raw}>`)
    return this.frame()
  }

  private isOpenContainer(raw: string): boolean {
    return this.stack.some((frame) => frame.raw === raw && isHolder(frame.kind))
  }

  private beginMarkup(frame: Frame, literal: boolean): MarkupCollector {
    frame.node.markup = true
    if (literal) frame.node.text = asHtml(frame.node.text)
    return new MarkupCollector({
      construct: frame.raw,
      literal,
      base: frame.node.base ?? this.documentBase,
      entities: this.entities,
    })
  }

  private append(node: XmlNode, piece: string): void {
    if (node.text === '') node.text = piece.length > MAX_TEXT ? piece.slice(0, MAX_TEXT) : piece
    else if (node.text.length + piece.length <= MAX_TEXT) node.text += piece
    else this.mended('shortened a text of more than 1,000,000 characters')
  }

  private scopeOf(raw: string, attributes: readonly RawAttribute[], parent: Frame): NamespaceScope {
    if (this.stack.length > 1) return attributes.length === 0 ? parent.scope : scopeInside(parent.scope, attributes)
    const { scope, namespace } = rootScope(raw, attributes, parent.scope)
    this.rootNamespace = namespace
    return scope
  }
}

function isHolder(kind: ElementKind): boolean {
  return kind === 'container' || kind === 'entry'
}
