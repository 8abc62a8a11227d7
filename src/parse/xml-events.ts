import { Tokenizer } from 'htmlparser2'

/** An attribute as it stands in the source: its raw name and raw value. */
export type RawAttribute = readonly [name: string, value: string]

/** What hears of a document's parts, in order. */
export type XmlListener = {
  readonly open: (rawName: string, attributes: readonly RawAttribute[], closed: boolean) => void
  readonly close: (rawName: string) => void
  /** `verbatim` text (CDATA, a stray `<`) holds no references */
  readonly text: (raw: string, verbatim: boolean) => void
  /** raw name of the innermost open element */
  readonly openName: () => string
  /** hears that something was mended */
  readonly mended: (what: string) => void
  /** whether enough was read */
  readonly isFull: () => boolean
}

const MAX_ATTRIBUTES = 256
/** A restart behind something unclosed reads the rest again: so many times the document's length at most, or hostile input is quadratic. */
const REREAD_ROOM = 4

/**
 * One walk over XML that may be damaged. A `<` that begins no tag is text; a tag that another `<` interrupts is text; a CDATA section,
 * comment or tag that never ends is closed where its element ends.
 */
export function walkXml(source: string, listener: XmlListener): void {
  const events = new XmlEvents(listener)
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, events)
  events.pause = () => tokenizer.pause()
  let from = 0
  while (from < source.length && !listener.isFull()) {
    events.begin(from === 0 ? source : source.slice(from))
    tokenizer.reset()
    tokenizer.write(events.source)
    tokenizer.end()
    const next = events.next()
    if (next === undefined) return
    from += next
  }
}

class XmlEvents {
  source = ''
  pause: () => void = ignored
  private readonly listener: XmlListener
  private resume: number | undefined
  private room = -1
  private tagStart = -1
  private rawName = ''
  private attributes: RawAttribute[] = []
  private attributeName = ''
  private attributeValue = ''

  constructor(listener: XmlListener) {
    this.listener = listener
  }

  begin(source: string): void {
    this.source = source
    if (this.room < 0) this.room = source.length * REREAD_ROOM
    this.resume = undefined
    this.tagStart = -1
  }

  /** Where to go on reading, relative to the source at hand; undefined at its end. */
  next(): number | undefined {
    if (this.resume === undefined && this.tagStart >= 0 && this.mayReread(this.tagStart)) this.asText()
    return this.resume
  }

  onopentagname(start: number, end: number): void {
    this.tagStart = start
    this.rawName = this.source.slice(start, end)
    this.attributes = NO_ATTRIBUTES
    if (!isNameStart(this.source.charCodeAt(start)) || this.rawName.includes('<')) this.asText(this.rawName.lastIndexOf('<'))
  }
  onattribname(start: number, end: number): void {
    this.attributeName = this.source.slice(start, end)
    this.attributeValue = ''
    if (this.attributeName.includes('<')) this.asText()
  }
  onattribdata(start: number, end: number): void {
    this.attributeValue = this.source.slice(start, end)
  }
  onattribend(): void {
    if (this.resume !== undefined || this.attributes.length >= MAX_ATTRIBUTES) return
    if (this.attributes === NO_ATTRIBUTES) this.attributes = []
    this.attributes.push([this.attributeName, this.attributeValue])
  }
  onopentagend(): void {
    this.tagStart = -1
    this.listener.open(this.rawName, this.attributes, false)
    if (this.listener.isFull()) this.pause()
  }
  onselfclosingtag(): void {
    this.tagStart = -1
    this.listener.open(this.rawName, this.attributes, true)
    if (this.listener.isFull()) this.pause()
  }
  onclosetag(start: number, end: number): void {
    this.listener.close(this.source.slice(start, end))
  }
  ontext(start: number, end: number): void {
    this.listener.text(this.source.slice(start, end), false)
  }
  oncdata(start: number, end: number, ending: number): void {
    const content = this.source.slice(start, end - ending)
    const isCut = ending === 0 || content.includes('<![CDATA[')
    const close = isCut && this.mayReread(start) ? content.indexOf(`</${this.listener.openName()}`) : -1
    this.listener.text(close < 0 ? content : content.slice(0, close), true)
    if (ending === 0 || close >= 0) this.listener.mended('closed a CDATA section')
    if (close >= 0) this.reread(start + close)
  }
  oncomment(start: number, _end: number, ending: number): void {
    if (ending > 0 || !this.mayReread(start)) return
    this.listener.mended('skipped the beginning of a comment that never ends')
    this.reread(start)
  }
  onattribentity = ignored
  ontextentity = ignored
  ondeclaration = ignored
  onprocessinginstruction = ignored
  onend = ignored

  /**
   * What looked like a tag is text: its `<` is said, and reading goes on behind it.
   * @param length so much behind it is text too: reading a run of `<` again from each of them would be quadratic
   */
  private asText(length = 0): void {
    if (this.resume !== undefined) return
    const end = this.tagStart + Math.max(0, length)
    for (const piece of this.source.slice(this.tagStart, end).split('<')) {
      this.listener.text('<', true)
      if (piece !== '') this.listener.text(piece, false)
    }
    this.listener.mended('took a stray < for text')
    this.resume = end
    this.tagStart = -1
    this.pause()
  }

  private mayReread(from: number): boolean {
    this.room -= this.source.length - from
    return this.room >= 0
  }

  private reread(from: number): void {
    this.resume = from
    this.pause()
  }
}

const NO_ATTRIBUTES: RawAttribute[] = []

function ignored(): undefined {
  return undefined
}

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code >= 128
}
