import iconv from 'iconv-lite'
import { cleanLetters } from './clean-letters.ts'
import { declaredEncodings } from './declared-encoding.ts'
import { mendDoubleEncoding } from './double-encoding.ts'
import { encodingName } from './encoding-names.ts'
import { guessEncoding } from './guess-encoding.ts'
import { patchedUtf8 } from './patched-utf8.ts'
import { strictUtf8 } from './strict-utf8.ts'
import { unicodeMark } from './unicode-mark.ts'

export type Decoded = {
  readonly text: string
  /** in lower case, as the WHATWG Encoding standard or iconv-lite names it */
  readonly encoding: string
  /** what decided: a byte order mark, the transport, the pattern of zero bytes, the document's own declaration, the bytes, a guess */
  readonly how: 'mark' | 'transport' | 'pattern' | 'document' | 'bytes' | 'guess'
  readonly warnings: readonly string[]
}

export type DecodeOptions = {
  readonly contentType?: string | undefined
  readonly kind: 'xml' | 'html'
  /** BCP 47 of the content, when the transport says it: helps a guess */
  readonly language?: string | undefined
}

/**
 * Bytes to text: byte order mark, then the transport's charset, the pattern of UTF-16 and UTF-32, the document's own declaration,
 * strict UTF-8, and last a guess by statistics. What is declared is checked: bytes that are UTF-8 with letters beyond ASCII are read as
 * UTF-8 whatever a single-byte label says, and a declared UTF-8 that is none is read as what it is. Text that was encoded twice is mended
 * when that is certain, else named in a warning. Characters that no XML may hold are gone. Never throws, linear.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions): Decoded {
  const raw = encoded(bytes, options)
  if (!SUSPECT.test(raw.text)) return raw
  const mended = mendDoubleEncoding(raw.text)
  const { text, removed } = cleanLetters(mended.text)
  const warnings = [...raw.warnings, ...mended.warnings, ...(removed > 0 ? [`removed ${removed} control characters`] : [])]
  return { text, encoding: raw.encoding, how: raw.how, warnings }
}

/** What may have to be removed or mended, looked for in one go: most documents hold none of it. See `cleanLetters`, `mendDoubleEncoding`. */
const SUSPECT =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6-\u2122]/

function encoded(bytes: Uint8Array, options: DecodeOptions): Decoded {
  const mark = unicodeMark(bytes)
  if (mark !== undefined)
    return { text: unicodeText(bytes.subarray(mark.skip), mark.encoding), encoding: mark.encoding, how: mark.how, warnings: [] }
  const utf8 = strictUtf8(bytes)
  const warnings: string[] = []
  for (const { label, how } of declaredEncodings(bytes, options)) {
    const encoding = encodingName(label)
    if (encoding === undefined) {
      warnings.push(`unknown encoding "${label.slice(0, 40)}"`)
      continue
    }
    if (utf8 !== undefined && (encoding === 'utf-8' || !isMultiByte(encoding) || !utf8.beyondAscii)) {
      if (encoding !== 'utf-8' && utf8.beyondAscii) warnings.push(`says ${label}, is utf-8`)
      return { text: utf8.text, encoding: 'utf-8', how: encoding === 'utf-8' ? how : 'bytes', warnings }
    }
    const text = encoding === 'utf-8' ? patchedUtf8(bytes) : decodedBy(encoding, bytes)
    if (text !== undefined) return { text, encoding, how, warnings }
    warnings.push(`says ${label}, is not`)
  }
  if (utf8 !== undefined) return { text: utf8.text, encoding: 'utf-8', how: 'bytes', warnings }
  const patched = patchedUtf8(bytes)
  if (patched !== undefined) return { text: patched, encoding: 'utf-8', how: 'bytes', warnings }
  const guessed = guessEncoding(bytes, options.language)
  return {
    text: decodeAs(guessed, bytes),
    encoding: guessed,
    how: 'guess',
    warnings: [...warnings, `encoding guessed: ${guessed}`],
  }
}

function unicodeText(bytes: Uint8Array, encoding: string): string {
  return encoding === 'utf-8'
    ? (strictUtf8(bytes)?.text ?? patchedUtf8(bytes) ?? decodeAs('windows-1252', bytes))
    : decodeAs(encoding, bytes)
}

/** Text in a declared encoding; undefined when so much of it is unreadable that the declaration must be wrong. */
function decodedBy(encoding: string, bytes: Uint8Array): string | undefined {
  const text = decodeAs(encoding, bytes)
  const bad = text.split('\ufffd').length - 1
  return bad * 50 > text.length || (bad > 0 && bad * 4 > text.replace(/[\u0000-\u007f]+/g, '').length) ? undefined : text
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  if (encoding === 'iso-2022-jp') return new TextDecoder(encoding).decode(bytes)
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
}

function isMultiByte(encoding: string): boolean {
  return /^(?:gb|big5|euc|shift|cp9|iso-2022)/.test(encoding)
}
