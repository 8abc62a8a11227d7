import renderTree from 'dom-serializer'
import { Tokenizer } from 'htmlparser2'
import { htmlTree } from './html-tree.ts'

const MOST_OPEN = 300
const VOID: ReadonlySet<string> = new Set(
  'area base basefont br col embed hr img input link meta param source track wbr'.split(' '),
)

/**
 * HTML that a parser with a stack may read: as it came, or, where more than 300 elements stand open at once, rewritten from a
 * bounded tree. htmlparser2 12.0 is quadratic in the depth (nesting of 200,000: 21 s); this is linear.
 */
export function shallowHtml(html: string): string {
  return openAtOnce(html) <= MOST_OPEN ? html : renderTree(htmlTree(html).root, { encodeEntities: 'utf8', xmlMode: false })
}

/** The most elements open at once, as a plain count: what HTML closes by itself counts as open, so this errs towards caution. */
function openAtOnce(html: string): number {
  if (html.length < MOST_OPEN * 3) return 0
  const counter = new OpenCounter(html)
  const tokenizer = new Tokenizer({ decodeEntities: false }, counter)
  counter.stop = () => tokenizer.pause()
  tokenizer.write(html)
  return counter.most
}

class OpenCounter {
  most = 0
  stop: () => void = ignored
  private open = 0
  private readonly html: string

  constructor(html: string) {
    this.html = html
  }

  onopentagname(start: number, end: number): void {
    if (end - start <= 8 && VOID.has(this.html.slice(start, end).toLowerCase())) return
    this.open += 1
    if (this.open > this.most) this.most = this.open
    if (this.most > MOST_OPEN) this.stop()
  }
  onclosetag(): void {
    if (this.open > 0) this.open -= 1
  }
  onselfclosingtag = ignored
  onopentagend = ignored
  onattribname = ignored
  onattribdata = ignored
  onattribentity = ignored
  onattribend = ignored
  oncdata = ignored
  oncomment = ignored
  ondeclaration = ignored
  onprocessinginstruction = ignored
  ontext = ignored
  ontextentity = ignored
  onend = ignored
}

function ignored(): undefined {
  return undefined
}
