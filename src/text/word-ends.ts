import { segmenter } from './segmenter.ts'

/** Letters of scripts that set no blanks between words; their extensions beyond the BMP begin with these surrogates. */
const WITHOUT_BLANKS =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u3005-\u3007\u3021-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaadf\uf900-\ufaff\uff66-\uff9f\ud82b\ud82c\ud840-\ud88f]/

const FIRST = '[\\p{Alphabetic}\\p{Nd}\\p{Pc}]'
const NEXT = '[\\p{Alphabetic}\\p{Nd}\\p{Pc}\\p{M}\\xad\\u061c\\u200c-\\u200f\\u202a-\\u202f\\u2060-\\u2064\\ufeff]*'
/** What stands inside a word between two letters, inside a number between two figures, and in Hebrew short forms. */
const JOINTS = [
  "(?<=[\\p{L}\\p{M}\\u200c\\u200d])[.:·'‘’‧․﹒．＇：︓﹕՟](?=\\p{L})",
  "(?<=\\p{Nd})[.,;'‘’․﹒．＇،٫٬⁄﹐﹔，；](?=\\p{Nd})",
  '(?<=[א-ת])["״](?=[א-ת])',
].join('|')
const WORD = new RegExp(`${FIRST}${NEXT}(?:(?:${JOINTS})${NEXT})*`, 'gu')

/**
 * Where the words of a text end, in UTF-16 units, in order: Unicode's words (UAX 29), by their rules for scripts that set blanks, by
 * the dictionaries of ICU for those that set none. Lazy and linear.
 */
export function* wordEnds(text: string, language: string | undefined): Generator<number> {
  if (!WITHOUT_BLANKS.test(text)) {
    for (const word of text.matchAll(WORD)) yield word.index + word[0].length
    return
  }
  for (const part of segmenter(language, 'word').segment(text)) {
    if (part.isWordLike === true) yield part.index + part.segment.length
  }
}

/** Texts of up to so many units are counted at one go, many times as fast as word by word. */
const AT_ONE_GO = 8_192

/** How many words a text holds, at most `most`. */
export function countWords(text: string, language: string | undefined, most = Number.POSITIVE_INFINITY): number {
  if (text.length < AT_ONE_GO && !WITHOUT_BLANKS.test(text)) return Math.min(most, text.match(WORD)?.length ?? 0)
  let count = 0
  for (const _ of wordEnds(text, language)) {
    count += 1
    if (count >= most) break
  }
  return count
}
