/** Elements around which words are parted even when no space stands there: those that `plainText` writes on lines of their own. */
const BLOCK_NAMES: ReadonlySet<string> = new Set(
  'address article aside blockquote br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** Elements whose content is no markup, or changes what markup is; blocks that a sanitiser may take out from between two words. */
const RAW_NAMES: ReadonlySet<string> = new Set(
  'script style template title textarea xmp iframe noembed noframes noscript plaintext svg math dialog fieldset form legend nav'.split(
    ' ',
  ),
)
/** The shapes of those names: most others are told from them without a look at more than their first letter. */
const BLOCKS = new Set([...BLOCK_NAMES].map((name) => shapeOf(name.charCodeAt(0), name.length)))
const RAW = new Set([...RAW_NAMES].map((name) => shapeOf(name.charCodeAt(0), name.length)))

const [BANG, QUOTE, APOSTROPHE, SLASH, EQUALS, GREATER, QUESTION] = [0x21, 0x22, 0x27, 0x2f, 0x3d, 0x3e, 0x3f]

/** A text and its UTF-16 units, with at least four zeros behind the last. */
export type Source = { readonly units: Uint16Array; readonly length: number; readonly text: string }

/** No tag begins here: the `<` is text. */
export const NO_TAG = -1
/** What begins here may be a tag, and cannot be understood at a glance. */
export const HARD_TAG = -2

/**
 * Where the tag ends that begins with the `<` at a place, or one of the two above. Understands start and end tags whose attributes have
 * values in quotes or none; comments, raw text and whatever else HTML allows are hard.
 */
export function tagEnd({ units, text }: Source, at: number): number {
  const closes = units[at + 1] === SLASH
  const from = closes ? at + 2 : at + 1
  const first = units[from] ?? 0
  if (!isLetter(first)) return closes || first === BANG || first === QUESTION ? HARD_TAG : NO_TAG
  const end = nameEnd(units, from)
  if (RAW.has(shapeOf(first, end - from)) && RAW_NAMES.has(text.slice(from, end).toLowerCase())) return HARD_TAG
  return beyondAttributes(units, end)
}

/** Whether the tag that begins with the `<` at a place parts the words on its two sides. */
export function partsWords({ units, text }: Source, at: number): boolean {
  const from = units[at + 1] === SLASH ? at + 2 : at + 1
  const end = nameEnd(units, from)
  return BLOCKS.has(shapeOf(units[from] ?? 0, end - from)) && BLOCK_NAMES.has(text.slice(from, end).toLowerCase())
}

function nameEnd(units: Uint16Array, from: number): number {
  let end = from + 1
  while (isNameUnit(units[end] ?? 0)) end += 1
  return end
}

function beyondAttributes(units: Uint16Array, from: number): number {
  let at = from
  for (;;) {
    let code = units[at] ?? 0
    const parted = isSpace(code) || code === SLASH
    while (isSpace(code) || code === SLASH) code = units[++at] ?? 0
    if (code === GREATER) return at + 1
    if (!parted || !isNameUnit(code)) return HARD_TAG
    at = nameEnd(units, at)
    if (units[at] !== EQUALS) continue
    const quote = units[at + 1]
    if (quote !== QUOTE && quote !== APOSTROPHE) return HARD_TAG
    at += 2
    while (units[at] !== quote && units[at] !== 0) at += 1
    if (units[at] !== quote) return HARD_TAG
    at += 1
  }
}

function shapeOf(first: number, length: number): number {
  return (first | 0x20) * 0x1000 + Math.min(length, 0xfff)
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

/** Letters, digits, `-`, `:`, `_`. */
function isNameUnit(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x5f
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d)
}
