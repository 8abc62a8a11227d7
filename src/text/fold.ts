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
    if (code < 0x10000 && !isHalf(code)) units[code] = unit // half a pair may come with its other half the next time
    return unit
  }

  let out: Uint16Array = new Uint16Array(0)
  let end = 0
  const put = (unit: number): void => {
    if (unit === SPACE && out[end - 1] === SPACE) return
    out[end] = unit
    end += 1
  }

  /** Most letters are known and fold to one unit; returns how many of them stand from a place on. */
  const putKnown = (text: string, from: number): number => {
    const [to, start] = [out, end]
    let last = SPACE
    let step = 0
    for (; from + step < text.length; step += 1) {
      const unit = units[text.charCodeAt(from + step)] ?? UNKNOWN
      if (unit <= SLOW || (unit === SPACE && last === SPACE)) break
      to[start + step] = unit
      last = unit
    }
    end += step
    return step
  }

  const putRare = (code: number): void => {
    const unit = code < 0x10000 ? units[code] || learn(code) : SLOW
    if (unit === SLOW) {
      if (!rare.has(code)) learn(code)
      const folded = rare.get(code) ?? ' '
      for (let at = 0; at < folded.length; at += 1) put(folded.charCodeAt(at))
    } else if (unit !== DROP) put(unit)
  }

  const foldInto = (given: string, room: Uint16Array): number => {
    const text = given.includes(BREVE) ? given.normalize('NFC') : given // an й in two parts is still an й
    out = room
    end = 1
    out[0] = SPACE
    for (let at = putKnown(text, 0); at < text.length; at += putKnown(text, at)) {
      const code = text.codePointAt(at) ?? 0
      at += code > 0xffff ? 2 : 1
      if (code !== ZWNJ) putRare(code)
      else if (isPersian(out[end - 1] ?? 0)) put(SPACE) // it parts the pieces of a word there; elsewhere it is a trick
    }
    put(SPACE)
    return end
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

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}

function isPersian(unit: number): boolean {
  return unit >= 0x600 && unit <= 0x77f
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
