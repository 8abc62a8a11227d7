import { decodeReferences } from './decode-references.ts'
import { type ElementKind, elementKind, endsConstruct, isEntry } from './element-kinds.ts'
import { asHtml, MarkupCollector } from './markup-collector.ts'
import { canonicalName, type NamespaceScope, narrowed, outermostScope } from './namespaces.ts'
import type { LeafText, QuickListener } from './quick-walk.ts'
import type { RawAttribute } from './xml-events.ts'
import type { XmlNode } from './xml-node.ts'

const MAX_DEPTH = 256
const MAX_NODES = 500_000
const MAX_ENTRIES = 5_000
const MAX_TEXT = 1_000_000
type Frame = {
  readonly node: XmlNode
  readonly raw: string
  readonly scope: NamespaceScope
  readonly kind: ElementKind
}

/** Builds the tree of `xmlTree` from a walk's events. */
export class TreeBuilder implements QuickListener {
  private readonly top: XmlNode = { name: '', text: '' }
  private readonly documentBase: string | undefined
  rootNamespace = ''
  private readonly warnings = new Set<string>()
  private readonly entities: ReadonlyMap<string, string>
  private readonly stack: Frame[]
  private markup: MarkupCollector | undefined
  private surplus = 0
  private nodes = 0
  private entries = 0
  private full = false

  constructor(entities: ReadonlyMap<string, string>, base: string | undefined) {
    this.entities = entities
    this.documentBase = base
    this.stack = [{ node: this.top, raw: '', scope: outermostScope(), kind: 'container' }]
  }

  open = (raw: string, attributes: readonly RawAttribute[], closed: boolean): void => {
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

  leaf = (raw: string, attributes: readonly RawAttribute[], { raw: text, verbatim }: LeafText): void => {
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

  close = (raw: string): void => {
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

  text = (raw: string, verbatim: boolean): void => {
    const { node, kind } = this.frame()
    if (this.markup !== undefined) this.append(node, this.markup.text(raw, verbatim))
    else if (!isHolder(kind)) {
      if (verbatim && raw.length > 1 && node.text.length < 20 && node.text.trim() === '-') node.text = '' // what browsers put where an element folds
      this.append(node, verbatim ? raw : decodeReferences(raw, this.entities))
    }
  }

  openName = (): string => this.frame().raw

  mended = (what: string): void => {
    if (this.warnings.size < 20) this.warnings.add(what)
  }

  isFull = (): boolean => this.full

  /** The tree, without an entry that the end of the document cut. */
  finished(): {
    readonly top: XmlNode
    readonly rootNamespace: string
    readonly warnings: readonly string[]
    readonly isCut: boolean
  } {
    const isCut = this.stack.length > 1 && !this.full
    if (isCut) {
      this.mended('the document is cut')
      const at = this.stack.findIndex((frame) => isEntry(frame.node.name))
      if (at > 0 && at < this.stack.length - 1) this.stack[at - 1]?.node.children?.pop()
    }
    return { top: this.top, rootNamespace: this.rootNamespace, warnings: [...this.warnings], isCut }
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
    const isRoot = this.stack.length === 1
    if (attributes.length === 0 && !isRoot) return parent.scope
    const declared = attributes.filter(([key]) => key.startsWith('xmlns') && (key.length === 5 || key[5] === ':'))
    if (declared.length === 0 && !isRoot) return parent.scope
    const declarations = declared.map(([key, uri]): [string, string] => [key.slice(6), uri])
    const scope = declarations.length === 0 ? parent.scope : narrowed(parent.scope, declarations, isRoot)
    if (!isRoot) return scope
    const prefix = raw.includes(':') ? raw.slice(0, raw.indexOf(':')) : ''
    this.rootNamespace = declarations.find(([key]) => key === prefix)?.[1].toLowerCase() ?? ''
    const own = OWN_NAMESPACE.get(canonicalName(raw, scope))
    return own === undefined ? scope : narrowed(scope, [[prefix, own]], true)
  }
}

function isHolder(kind: ElementKind): boolean {
  return kind === 'container' || kind === 'entry'
}

/** Roots that forgot their namespace. */
const OWN_NAMESPACE: ReadonlyMap<string, string> = new Map([
  ['feed', 'http://www.w3.org/2005/Atom'],
  ['entry', 'http://www.w3.org/2005/Atom'],
  ['urlset', 'http://www.sitemaps.org/schemas/sitemap/0.9'],
  ['sitemapindex', 'http://www.sitemaps.org/schemas/sitemap/0.9'],
])

/** Atom's XHTML constructs hold markup as markup; everywhere else markup in text is a habit from RSS. */
function isLiteral(node: XmlNode): boolean {
  const { type, mode } = node.attributes ?? {}
  return (
    node.name.startsWith('xhtml:') ||
    (node.name.startsWith('atom:') && (mode === undefined || mode === 'xml') && !/^(?:text\/)?html$/.test(type ?? ''))
  )
}

function nodeOf(
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
