const MAX_ENTITIES = 200
const MAX_VALUE = 1_000

/** A document without its document type declaration, and the small internal entities that it declared. */
export type WithoutDoctype = { readonly text: string; readonly entities: ReadonlyMap<string, string> }

/**
 * Cuts the DOCTYPE out of an XML document. Only internal entities with a plain value of at most 1,000 characters are kept: no
 * reference inside another (so nothing multiplies), nothing external, nothing of a parameter. Linear.
 */
export function withoutDoctype(text: string): WithoutDoctype {
  const start = text.slice(0, 20_000).search(/<!doctype/i)
  if (start < 0) return { text, entities: NONE }
  const end = endOfDoctype(text, start + 9)
  const declared = text.slice(start, end)
  return {
    text: `${text.slice(0, start)}${text.slice(end)}`,
    entities: declared.includes('<!ENTITY') ? entitiesOf(declared) : NONE,
  }
}

const PREDEFINED: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])
const NONE: ReadonlyMap<string, string> = new Map()

/** Where the declaration ends: at the first `>` outside quotes, brackets and comments; a broken one ends where the next element begins. */
function endOfDoctype(text: string, from: number): number {
  let subset = false
  for (let at = from; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === QUOTE || letter === APOSTROPHE) {
      const close = text.indexOf(letter === QUOTE ? '"' : "'", at + 1)
      if (close < 0) return beforeElement(text, at)
      at = close
    } else if (text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at + 4)
      if (close < 0) return text.length
      at = close + 2
    } else if (letter === OPEN_BRACKET) subset = true
    else if (letter === CLOSE_BRACKET) subset = false
    else if (letter === GREATER && !subset) return at + 1
    else if (letter === LESS && /^<[a-z?]/i.test(text.slice(at, at + 2)) && !subset) return at
  }
  return beforeElement(text, from)
}

const [QUOTE, APOSTROPHE, OPEN_BRACKET, CLOSE_BRACKET, GREATER, LESS] = [34, 39, 91, 93, 62, 60]

function beforeElement(text: string, from: number): number {
  const close = text.indexOf('>', from)
  return close < 0 ? text.length : close + 1
}

function entitiesOf(declared: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const match of declared.matchAll(
    /<!ENTITY\s{1,20}([A-Za-z_][\w.-]{0,60})\s{1,20}(?:"([^"]{0,1000})"|'([^']{0,1000})')\s{0,20}>/g,
  )) {
    const [, name = '', double, single] = match
    const value = (double ?? single ?? '').slice(0, MAX_VALUE)
    if (
      found.size < MAX_ENTITIES &&
      !found.has(name) &&
      !PREDEFINED.has(name) &&
      !/&(?!#|(?:amp|lt|gt|quot|apos);)[A-Za-z_]/.test(value)
    )
      found.set(name, value)
  }
  return found
}
