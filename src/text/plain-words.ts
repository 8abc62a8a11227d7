/** Letters that desks write in either form. */
const SAME_LETTER: ReadonlyMap<string, string> = new Map([
  ['ı', 'i'],
  ['ة', 'ه'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
])

const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}]+/gu
const SPELLING = /[ıةىیک]/g
const MARKS = /[\p{M}\u0640]+/gu
const PLAIN_ASCII = /^[\x00-\x7f]*$/
const ASCII_WORD = /[a-z0-9]+/g
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g

/**
 * The words of a text in one spelling: compatibility forms, case, accents and vowel marks do not matter, nor Arabic letters that are
 * written either way; figures are ASCII. A script without spaces gives its letters one by one. Copies of one text need no more than
 * that, and it costs a fraction of `fold` of text/, which also undoes disguised letters.
 */
export function plainWords(text: string): readonly string[] {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase().match(ASCII_WORD) ?? []
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SPELLING, (letter) => SAME_LETTER.get(letter) ?? letter)
    .replace(DIGIT, (digit) => String((digit.charCodeAt(0) - 0x60) & 0xf))
  return plain.match(WORD) ?? []
}
