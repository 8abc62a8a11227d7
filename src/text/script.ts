/** The scripts that can tell languages apart here; `Other` for the rest and for no letters at all. */
export type Script =
  | 'Latin'
  | 'Cyrillic'
  | 'Greek'
  | 'Arabic'
  | 'Hebrew'
  | 'Armenian'
  | 'Georgian'
  | 'Devanagari'
  | 'Bengali'
  | 'Thai'
  | 'Kana'
  | 'Han'
  | 'Hangul'
  | 'Other'

/** Upper ends of the ranges of UTF-16 units, in order; between two of one script only signs and gaps stand. */
const RANGES: readonly (readonly [number, Script])[] = [
  [0x0040, 'Other'],
  [0x005a, 'Latin'],
  [0x0060, 'Other'],
  [0x007a, 'Latin'],
  [0x00bf, 'Other'],
  [0x024f, 'Latin'],
  [0x036f, 'Other'],
  [0x03ff, 'Greek'],
  [0x052f, 'Cyrillic'],
  [0x0590, 'Armenian'],
  [0x05ff, 'Hebrew'],
  [0x077f, 'Arabic'],
  [0x08ff, 'Other'],
  [0x097f, 'Devanagari'],
  [0x09ff, 'Bengali'],
  [0x0dff, 'Other'],
  [0x0e7f, 'Thai'],
  [0x109f, 'Other'],
  [0x10ff, 'Georgian'],
  [0x1dff, 'Other'],
  [0x1eff, 'Latin'],
  [0x1fff, 'Greek'],
  [0x303f, 'Other'],
  [0x30ff, 'Kana'],
  [0x33ff, 'Other'],
  [0x9fff, 'Han'],
  [0xabff, 'Other'],
  [0xd7a3, 'Hangul'],
  [0xfb1c, 'Other'],
  [0xfb4f, 'Hebrew'],
  [0xfdff, 'Arabic'],
  [0xfe6f, 'Other'],
  [0xfeff, 'Arabic'],
  [0xffff, 'Other'],
]

const ENOUGH = 600

/** How many letters of each script the beginning of a text (600 units) holds; without `Other`. */
export function scriptsOf(text: string): ReadonlyMap<Script, number> {
  const letters = new Uint16Array(RANGES.length)
  const end = Math.min(text.length, ENOUGH)
  let range = 0
  for (let at = 0; at < end; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit > upperEnd(range) || unit <= upperEnd(range - 1)) range = rangeOfUnit(unit) // letters of one script come in rows
    letters[range] = (letters[range] ?? 0) + 1
  }
  const counts = new Map<Script, number>()
  for (const [range, [, script]] of RANGES.entries()) {
    const count = letters[range] ?? 0
    if (count > 0 && script !== 'Other') counts.set(script, (counts.get(script) ?? 0) + count)
  }
  return counts
}

function upperEnd(range: number): number {
  return RANGES[range]?.[0] ?? -1
}

function rangeOfUnit(unit: number): number {
  let low = 0
  let high = RANGES.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (unit <= upperEnd(middle)) high = middle
    else low = middle + 1
  }
  return low
}
