import type { ChildNode, Element, ParentNode } from 'domhandler'
import { type Block, type Blocks, proseOf, type Run, type Span, speaksAgainst, type Veto } from './block.ts'
import { UNREAD, type VetoNames, vetoRule } from './veto.ts'

const BLOCK_TAGS: ReadonlySet<string> = new Set(
  `html body main article section div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption blockquote pre
  figure figcaption header footer nav aside address form fieldset details summary center hgroup menu dialog hr button label legend`
    .split(/\s+/)
    .filter((tag) => tag !== ''),
)

const SET_AS: ReadonlySet<string> = new Set('h1 h2 h3 h4 h5 h6 li dt dd td th blockquote pre figcaption caption'.split(' '))

const INHERITED: ReadonlySet<string> = new Set('li blockquote td th dd h1 h2 h3 h4 h5 h6'.split(' '))

const FIGURED: ReadonlySet<string> = new Set(['table', 'blockquote', 'pre'])

const MARKS: ReadonlyMap<string, 'strong' | 'em' | 'code'> = new Map([
  ['strong', 'strong'],
  ['b', 'strong'],
  ['em', 'em'],
  ['i', 'em'],
  ['code', 'code'],
])

/** What surrounds the text that is being read. */
type Around = {
  readonly element: Element
  readonly tag: string
  readonly href?: string
  readonly mark?: 'strong' | 'em' | 'code'
  readonly unshown?: true
  readonly veto?: Veto
}

/** Cuts a page into blocks of text, in one walk. The tree must be of bounded depth (`htmlTree`). */
export function readBlocks(root: ParentNode): Blocks {
  const reader = new BlockReader()
  for (const child of root.children) if (child.type === 'tag') reader.element(child, { element: child, tag: 'p' })
  reader.flush()
  const { list, spans, prose, pictures } = reader
  const picturesIn = (span: Span | undefined): number =>
    span === undefined ? 0 : pictures.filter((at) => at >= span.from && at <= span.to).length
  return { list, spans, prose, habits: habitsOf(list, prose), picturesIn }
}

/** Reasons that stand against most of the page's prose, piece by piece. */
function habitsOf(list: readonly Block[], prose: number): ReadonlySet<string> {
  const held = new Map<string, number>()
  for (const block of list) {
    if (block.prose === 0) continue
    const reasons = new Set<string>()
    for (let one = block.veto; one !== undefined; one = one.outer) {
      if (one.spareAbove <= SMALL && speaksAgainst(one, prose)) reasons.add(one.reason)
    }
    for (const reason of reasons) held.set(reason, (held.get(reason) ?? 0) + block.prose)
  }
  return new Set([...held].filter(([, sum]) => sum > HABIT * prose).map(([reason]) => reason))
}

const HABIT = 0.6
const SMALL = 0.2 // comments and hidden parts may well be most of a page

class BlockReader {
  readonly list: Block[] = []
  readonly spans = new Map<Element, Span>()
  /** for each picture, how many blocks stand before it */
  readonly pictures: number[] = []
  prose = 0
  private readonly names: VetoNames = new Map()
  private runs: Run[] = []
  private around: Around | undefined
  private broken = false

  element(element: Element, outer: Around): void {
    if (element.name === 'img') this.pictures.push(this.list.length)
    if (element.name === 'br') this.lineBreak()
    else if (!UNREAD.has(element.name)) this.content(element, outer)
  }

  private content(element: Element, outer: Around): void {
    const veto = this.vetoed(element, outer.veto)
    const isBlock = BLOCK_TAGS.has(element.name) || element.name.includes('-')
    const inSentence = this.runs.length > 0 && veto?.reason !== 'hidden' // a word of a sentence is not furniture
    if (!isBlock && (veto === outer.veto || inSentence)) {
      this.children(element.children, inlineAround(element, outer))
      return
    }
    this.flush()
    const from = this.list.length
    const { veto: _, ...above } = outer
    const around = {
      ...above,
      element,
      tag: setAs(element.name, outer.tag),
      ...(veto === undefined ? {} : { veto }),
      ...unshownIn(element),
    }
    this.children(element.children, isBlock ? around : inlineAround(element, around))
    this.flush()
    this.spans.set(element, { from, to: this.list.length })
  }

  flush(): void {
    const { around } = this
    const runs = this.runs
    this.runs = []
    this.broken = false
    if (around === undefined || runs.length === 0) return
    const inline = folded(runs)
    const tidy = around.tag === 'pre' ? runs : inline
    const text = inline.map((run) => run.text).join('')
    if (text === '') return
    const linkChars = tidy.reduce((sum, run) => sum + (run.href === undefined ? 0 : run.text.length), 0)
    const { element, tag, veto } = around
    const prose = proseOf({ text, tag, linkChars })
    this.list.push({
      at: this.list.length,
      element,
      tag,
      text,
      runs: tidy,
      linkChars,
      prose,
      ...(veto === undefined ? {} : { veto }),
    })
    this.prose += prose
    for (let one = veto; one !== undefined; one = one.outer) one.prose += prose
  }

  private children(nodes: readonly ChildNode[], around: Around): void {
    for (const node of nodes) {
      if (node.type === 'text') this.text(node.data, around)
      else if (node.type === 'tag') this.element(node, around)
    }
  }

  private text(data: string, around: Around): void {
    const blank = data.trim() === ''
    if (!blank && this.broken) this.afterBreak()
    if (this.runs.length === 0) {
      if (blank) return
      this.around = around
    }
    const { href, mark, unshown } = around
    this.runs.push({
      text: data,
      ...(href === undefined ? {} : { href }),
      ...(mark === undefined ? {} : { mark }),
      ...(unshown === undefined ? {} : { unshown }),
    })
  }

  private lineBreak(): void {
    if (this.broken) this.flush()
    else this.broken = this.runs.length > 0
  }

  /** A line that ends in the middle of a sentence was wrapped by hand; any other break parts two lines. */
  private afterBreak(): void {
    this.broken = false
    const line = this.runs
      .map((run) => run.text)
      .join('')
      .trim()
    if (line.length < 40 || /[.!?…:;"”»'’)\]؟。！？]$/u.test(line)) this.flush()
    else this.runs.push({ text: ' ' })
  }

  private vetoed(element: Element, outer: Veto | undefined): Veto | undefined {
    if (outer?.reason === 'figure' && FIGURED.has(element.name)) return outer.outer // a figure around words, not a picture
    const rule = vetoRule(element, this.names)
    if (rule === undefined) return outer
    return { ...rule, prose: 0, ...(outer === undefined ? {} : { outer }) }
  }
}

function setAs(name: string, outer: string): string {
  if (SET_AS.has(name)) return name
  return INHERITED.has(outer) ? outer : 'p'
}

function inlineAround(element: Element, outer: Around): Around {
  const mark = MARKS.get(element.name)
  const href = element.name === 'a' ? element.attribs['href'] : undefined
  return { ...outer, ...(mark === undefined ? {} : { mark }), ...(href === undefined ? {} : { href }), ...unshownIn(element) }
}

function unshownIn(element: Element): { readonly unshown?: true } {
  return element.attribs['data-nosnippet'] === undefined ? {} : { unshown: true }
}

/** Folds whitespace as a browser does, across runs; drops what becomes empty. */
function folded(runs: readonly Run[]): readonly Run[] {
  const tidy: Run[] = []
  let spaced = true // nothing stands before the first letter
  for (const run of runs) {
    let text = run.text.replace(/[\s\u200b\ufeff]+/g, ' ')
    if (spaced && text.startsWith(' ')) text = text.slice(1)
    if (text === '') continue
    spaced = text.endsWith(' ')
    tidy.push({ ...run, text })
  }
  const last = tidy.pop()
  if (last === undefined) return tidy
  const text = last.text.trimEnd()
  return text === '' ? folded(tidy) : [...tidy, { ...last, text }]
}
