/** Which Unicode encoding a document's first bytes prove, and how many of them are a mark and no text. */
export type UnicodeMark = { readonly encoding: string; readonly skip: number; readonly how: 'mark' | 'pattern' }

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** How `<` and the ASCII letter behind it look in encodings of two and four bytes (XML 1.0 appendix F). */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^[1-9a-f][0-9a-f]000000[1-9a-f][0-9a-f]000000/, 'utf-32le'],
  [/^000000[1-9a-f][0-9a-f]000000[1-9a-f][0-9a-f]/, 'utf-32be'],
  [/^[1-9a-f][0-9a-f]00[0-9a-f]{2}00[0-9a-f]{2}00/, 'utf-16le'],
  [/^00[1-9a-f][0-9a-f]00[0-9a-f]{2}00[0-9a-f]{2}/, 'utf-16be'],
]

/** Looks for a byte order mark, or for the zero bytes of UTF-16 and UTF-32; undefined for everything else. */
export function unicodeMark(bytes: Uint8Array): UnicodeMark | undefined {
  for (const [mark, encoding] of MARKS) {
    if (bytes.length >= mark.length && mark.every((byte, at) => bytes[at] === byte))
      return { encoding, skip: mark.length, how: 'mark' }
  }
  if (bytes[0] !== 0 && bytes[1] !== 0) return undefined
  const hex = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  const found = PATTERNS.find(([pattern]) => pattern.test(hex))
  return found === undefined ? undefined : { encoding: found[1], skip: 0, how: 'pattern' }
}
