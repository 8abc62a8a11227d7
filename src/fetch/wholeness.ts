/** Whether there is nothing but white space, NULs and a byte order mark. */
export function isBlank(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  for (let at = start; at < bytes.length; at += 1) if (!isSpace(bytes[at])) return false
  return true
}

const TAIL = 256
const CLOSING =
  /(?:<\/(?:[\w.-]{1,40}:)?(?:rss|feed|rdf|channel|html|urlset|sitemapindex|opml)\s*>(?:\s*<!--[^<>]*-->)?|[}\]])\s*$/i

/** Whether a document ends with the end of its root, as far as its last 256 bytes can tell. */
export function endsLikeDocument(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-TAIL)).toString('latin1')
  return CLOSING.test(tail.replaceAll('\0', '')) // UTF-16 without its NULs
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0 || byte === 9 || byte === 10 || byte === 11 || byte === 12 || byte === 13 || byte === 32
}
