import type { RawAttribute, XmlListener } from './xml-events.ts'

const [SPACE, TAB, NEW_LINE, RETURN] = [0x20, 0x09, 0x0a, 0x0d]
const [GREATER, SLASH, BANG, QUESTION, EQUALS, QUOTE, APOSTROPHE] = [0x3e, 0x2f, 0x21, 0x3f, 0x3d, 0x22, 0x27]
const CDATA = '<![CDATA['
const MAX_ATTRIBUTES = 256

/**
 * Walks over XML as long as it is written as most of it is: whole tags whose attributes have quoted values, comments and CDATA sections that
 * end. Says of that exactly what `walkXml` says, several times as fast, since it jumps from `<` to `<`.
 * @returns where something else begins, between two tokens: the source's length when nothing does
 */
export function quickWalk(source: string, listener: XmlListener): number {
  const { length } = source
  let nextCdata = source.indexOf(CDATA)
  let at = 0
  while (!listener.isFull()) {
    const less = source.indexOf('<', at)
    const textEnd = less < 0 ? length : less
    if (textEnd > at) listener.text(source.slice(at, textEnd), false)
    if (less < 0) return length
    const next = source.charCodeAt(less + 1)
    if (next === SLASH) at = closeTag(source, less, listener)
    else if (isNameStart(next)) at = openTag(source, less, listener)
    else if (next === QUESTION) at = behind(source, '?>', less + 2)
    else if (next !== BANG) return less
    else if (source.startsWith(CDATA, less)) {
      const end = source.indexOf(']]>', less + CDATA.length)
      if (nextCdata <= less) nextCdata = source.indexOf(CDATA, less + CDATA.length)
      if (end < 0 || (nextCdata >= 0 && nextCdata < end)) return less
      listener.text(source.slice(less + CDATA.length, end), true)
      at = end + 3
    } else if (source.startsWith('<!--', less)) {
      at = behind(source, '-->', less + 4)
      if (source.slice(less, at).includes('--!')) return less
    } else return less
    if (at < 0) return less
  }
  return length
}

/** Where it goes on behind an end tag; -1 when that is written unusually. */
function closeTag(source: string, less: number, listener: XmlListener): number {
  const open = listener.openName()
  const end = less + 2 + open.length
  if (source.charCodeAt(end) === GREATER && open !== '' && source.startsWith(open, less + 2)) {
    listener.close(open)
    return end + 1
  }
  const nameEnd = endOfName(source, less + 2)
  if (nameEnd === less + 2 || source.charCodeAt(nameEnd) !== GREATER) return -1
  listener.close(source.slice(less + 2, nameEnd))
  return nameEnd + 1
}

/** Where it goes on behind a start tag; -1 when that is written unusually. */
function openTag(source: string, less: number, listener: XmlListener): number {
  const nameEnd = endOfName(source, less + 1)
  if (source.charCodeAt(nameEnd) === GREATER) {
    listener.open(source.slice(less + 1, nameEnd), NO_ATTRIBUTES, false)
    return nameEnd + 1
  }
  const attributes: RawAttribute[] = []
  let at = nameEnd
  for (;;) {
    const from = at
    while (isSpace(source.charCodeAt(at))) at += 1
    const code = source.charCodeAt(at)
    if (code === GREATER || code === SLASH) break
    const keyEnd = endOfName(source, at)
    if (at === from || keyEnd === at || source.charCodeAt(keyEnd) !== EQUALS) return -1
    const quote = source.charCodeAt(keyEnd + 1)
    if (quote !== QUOTE && quote !== APOSTROPHE) return -1
    const valueEnd = source.indexOf(quote === QUOTE ? '"' : "'", keyEnd + 2)
    if (valueEnd < 0 || attributes.length >= MAX_ATTRIBUTES) return -1
    attributes.push([source.slice(at, keyEnd), source.slice(keyEnd + 2, valueEnd)])
    at = valueEnd + 1
  }
  const closed = source.charCodeAt(at) === SLASH
  if (closed && source.charCodeAt(at + 1) !== GREATER) return -1
  listener.open(source.slice(less + 1, nameEnd), attributes, closed)
  return closed ? at + 2 : at + 1
}

const NO_ATTRIBUTES: readonly RawAttribute[] = []

function behind(source: string, end: string, from: number): number {
  const found = source.indexOf(end, from)
  return found < 0 ? -1 : found + end.length
}

function endOfName(source: string, from: number): number {
  let at = from
  while (isNameUnit(source.charCodeAt(at))) at += 1
  return at
}

function isNameStart(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

/** ASCII letters, digits, `-`, `.`, `:`, `_`. */
function isNameUnit(code: number): boolean {
  return isNameStart(code) || (code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x2e || code === 0x5f
}

function isSpace(code: number): boolean {
  return code === SPACE || code === NEW_LINE || code === TAB || code === RETURN
}
