const LEADING = 64

/**
 * Whether bytes are text rather than something packed: they start with a byte order mark, or their first 64 bytes hold no control
 * character but white space, NULs of UTF-16 and UTF-32 aside. A guess that is only asked when a body is not what its label says.
 */
export function looksLikeText(bytes: Uint8Array): boolean {
  const [a = 0, b = 0, c = 0] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0xef && b === 0xbb && c === 0xbf)) return true
  const head = bytes.subarray(0, LEADING)
  const isWide = head.some((byte, at) => byte === 0 && (head[at + 1] === 0x3c || head[at - 1] === 0x3c))
  return head.every((byte) => isTextByte(byte) || (isWide && byte === 0))
}

function isTextByte(byte: number): boolean {
  return byte === 9 || byte === 10 || byte === 13 || (byte >= 0x20 && byte !== 0x7f)
}
