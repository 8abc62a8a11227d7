const CP1252 = new TextDecoder('windows-1252')

/**
 * Text that is UTF-8 but for a few bytes, which are read as windows-1252 (a quotation pasted from an old file, a letter cut in two);
 * undefined when UTF-8 is not what most of it is in.
 */
export function patchedUtf8(bytes: Uint8Array): string | undefined {
  const { letters, strays } = countSequences(bytes)
  if (letters < 10 * strays) return undefined
  const parts: string[] = []
  const decoder = new TextDecoder('utf-8')
  let from = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    if (from < at) parts.push(decoder.decode(bytes.subarray(from, at)))
    if (at + 4 < bytes.length) parts.push(CP1252.decode(bytes.subarray(at, at + 1)))
    at += 1
    from = at
  }
  parts.push(decoder.decode(bytes.subarray(from)))
  return parts.join('')
}

function countSequences(bytes: Uint8Array): { readonly letters: number; readonly strays: number } {
  let letters = 0
  let strays = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length > 1) letters += 1
    if (length === 0) strays += 1
    at += length === 0 ? 1 : length
  }
  return { letters, strays }
}

/** Bytes of the well-formed sequence (RFC 3629) that begins here; 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
  const second = bytes[at + 1] ?? 0
  if (
    length > 2 &&
    ((first === 0xe0 && second < 0xa0) ||
      (first === 0xed && second > 0x9f) ||
      (first === 0xf0 && second < 0x90) ||
      (first === 0xf4 && second > 0x8f))
  )
    return 0
  for (let offset = 1; offset < length; offset++) if (((bytes[at + offset] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}
