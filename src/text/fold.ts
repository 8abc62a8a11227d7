import { foldLetter } from './fold-letter.ts'
import { skeletons, unmixed } from './homoglyphs.ts'

const SPACE = 0x20
const UNKNOWN = 0
const DROP = 1
const SLOW = 2
const ZWNJ = 0x200c
const BREVE = '\u0306'
/** Some ligatures stand for whole phrases; of those only the beginning is kept, so that one letter stays bounded. */
const WIDEST = 4
const MIXED = /[a-z][\u0370-\u052f]|[\u0370-\u052f][a-z]/
const WORD = /[^\s*]+/g
const PLAIN_ASCII = /^[\x00-\x7f]*$/

/** Folds many texts; remembers each letter that it has met, for as long as it lives. */
export type Folder = {
  /** the words of a text in folded letters, parted by single spaces, without a space at either end */
  readonly fold: (text: string) => string
  /**
   * The same as UTF-16 units with a space before the first and after the last word, but with mixed alphabets left as
   * they are. `out` must hold `4 * text.length + 2` units; returns how many were written.
   */
  readonly foldInto: (text: string, out: Uint16Array) => number
}

/**
 * The words of a text, folded so that spellings of one word become one: NFKD, marks off, lower case, letters of one sound
 * in one form (Turkish dotless i, Arabic and Persian yeh, kaf, teh marbuta), full width, invisible characters out, and
 * words that mix lookalike alphabets in one alphabet. Apostrophes and hyphens part words. Independent of the machine's locale.
 */
export function fold(text: string): string {
  return folder().fold(text)
}

/**
 * A folder with a memory of its own: use one for many texts.
 * @param kept signs that stand in folded text as they are, for writers of lists
 */
export function folder(kept = ''): Folder {
  const units = new Uint16Array(0x10000)
  const rare = new Map<number, string>()
  const lookalikes = skeletons()

  units[ZWNJ] = DROP
  const learn = (code: number): number => {
    const letter = String.fromCodePoint(code)
    const folded = kept.includes(letter) ? letter : foldLetter(code).slice(0, WIDEST)
    const unit = folded === '' ? DROP : folded.length === 1 ? folded.charCodeAt(0) : SLOW
    if (unit === SLOW || code > 0xffff) rare.set(code, folded)
    if (code < 0x10000) units[code] = unit
    return unit
  }

  const foldInto = (given: string, out: Uint16Array): number => {
    const text = given.includes(BREVE) ? given.normalize('NFC') : given // an й in two parts is still an й
    let at = 1
    let last = SPACE
    out[0] = SPACE
    for (let i = 0; i < text.length; i += 1) {
      let code = text.charCodeAt(i)
      if ((code & 0xfc00) === 0xd800) {
        code = text.codePointAt(i) ?? code
        if (code > 0xffff) i += 1
      }
      let unit = code < 0x10000 ? (units[code] ?? UNKNOWN) : SLOW
      if (unit === UNKNOWN) unit = learn(code)
      if (unit > SLOW) {
        if (unit === SPACE && last === SPACE) continue
        out[at] = unit
        at += 1
        last = unit
      } else if (code === ZWNJ) {
        if (last < 0x600 || last > 0x77f) continue // Persian parts the pieces of a word with it; elsewhere it is a trick
        out[at] = SPACE
        at += 1
        last = SPACE
      } else if (unit === SLOW) {
        if (!rare.has(code)) learn(code)
        const folded = rare.get(code) ?? ' '
        for (let j = 0; j < folded.length; j += 1) {
          const part = folded.charCodeAt(j)
          if (part === SPACE && last === SPACE) continue
          out[at] = part
          at += 1
          last = part
        }
      }
    }
    if (last !== SPACE) {
      out[at] = SPACE
      at += 1
    }
    return at
  }

  const foldText = (text: string): string => {
    if (kept === '' && PLAIN_ASCII.test(text))
      return text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
    const out = new Uint16Array(WIDEST * text.length + 2)
    const folded = asText(out.subarray(1, foldInto(text, out) - 1))
    return MIXED.test(folded) ? folded.replace(WORD, (word) => (MIXED.test(word) ? unmixed(word, lookalikes) : word)) : folded
  }

  return { fold: foldText, foldInto }
}

const CHUNK = 8_192

function asText(units: Uint16Array): string {
  let out = ''
  for (let at = 0; at < units.length; at += CHUNK) {
    // a spread would walk the units through an iterator: ten times slower
    out += Reflect.apply(String.fromCharCode, undefined, units.subarray(at, at + CHUNK))
  }
  return out
}
