import { Tokenizer } from 'htmlparser2'

/** Elements that begin and end a line. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Elements whose text nobody reads as text. */
const UNREAD: ReadonlySet<string> = new Set(
  'script style template noscript noembed noframes iframe embed svg math head textarea select datalist xml'.split(' '),
)

/**
 * The text of a piece of HTML: markup, comments and entities gone, white space folded to single spaces, one line for each block,
 * no empty lines. Script, style, svg and their like leave nothing. What looks like a tag afterwards was text in the source.
 * Linear in the length, whatever the nesting.
 */
export function plainText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return folded(html)
  const reader = new TextReader(html)
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader)
  tokenizer.write(html)
  tokenizer.end()
  return folded(reader.parts.join(''), true)
}

/** htmlparser2's Parser keeps a stack of open elements that is quadratic in the depth (12.0); text needs no stack. */
class TextReader {
  readonly parts: string[] = []
  private readonly html: string
  private name = ''
  private unread = ''

  constructor(html: string) {
    this.html = html
  }

  ontext(start: number, end: number): void {
    if (this.unread === '') this.parts.push(this.html.slice(start, end).replace(/[\n\r]/g, ' '))
  }
  ontextentity(codepoint: number): void {
    if (this.unread === '') this.parts.push(codepoint === 10 || codepoint === 13 ? ' ' : String.fromCodePoint(codepoint))
  }
  onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, Math.min(end, start + 32)).toLowerCase()
    if (this.unread !== '') return
    if (BLOCKS.has(this.name)) this.parts.push('\n')
    if (UNREAD.has(this.name)) this.unread = this.name
  }
  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, Math.min(end, start + 32)).toLowerCase()
    if (this.unread === name) this.unread = ''
    else if (this.unread === '' && BLOCKS.has(name)) this.parts.push('\n')
  }
  onselfclosingtag(): void {
    if (this.unread === this.name && this.name !== 'script' && this.name !== 'style') this.unread = ''
  }
  oncdata(start: number, end: number): void {
    this.ontext(start, end)
  }
  onopentagend(): void {
    this.name = ''
  }
  onattribname = ignored
  onattribdata = ignored
  onattribentity = ignored
  onattribend = ignored
  oncomment = ignored
  ondeclaration = ignored
  onprocessinginstruction = ignored
  onend = ignored
}

function ignored(): undefined {
  return undefined
}

/** Single spaces inside a line; with `lines`, one line feed between lines, else everything is one line. */
function folded(text: string, lines = false): string {
  if (!lines) return text.replace(/\s+/g, ' ').trim()
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}
