import { strictUtf8 } from './strict-utf8.ts'

/** UTF-8 lead bytes followed by continuation bytes, all read as windows-1252 or ISO-8859-1. */
const TRACES =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]/g
const CERTAIN_FROM = 4

/**
 * Undoes UTF-8 that was read as windows-1252 and encoded again (`CafÃ©`), when the whole text goes back without one doubtful letter:
 * all of it can be written in windows-1252, and what is written is well-formed UTF-8. Otherwise the text stays, and frequent traces are named.
 */
export function mendDoubleEncoding(text: string): { readonly text: string; readonly warnings: readonly string[] } {
  const traces = text.match(TRACES)?.length ?? 0
  if (traces < CERTAIN_FROM) return { text, warnings: [] }
  const once = onceDecoded(text)
  if (once !== undefined) return { text: once, warnings: ['text was encoded twice: mended'] }
  const beyondAscii = text.match(/[^\u0000-\u007f]/g)?.length ?? 0
  return { text, warnings: traces * 8 > beyondAscii ? ['text seems to have been encoded twice'] : [] }
}

function onceDecoded(text: string): string | undefined {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : BYTE_OF.get(code)
    if (byte === undefined) return undefined
    bytes[at] = byte
  }
  return strictUtf8(bytes)?.text
}

/** windows-1252 between 0x80 and 0x9f; its five holes stand for themselves. */
const BYTE_OF: ReadonlyMap<number, number> = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index))].flatMap(
    (letter, index): [number, number][] => [
      [letter.charCodeAt(0), 0x80 + index],
      [0x80 + index, 0x80 + index],
    ],
  ),
)
