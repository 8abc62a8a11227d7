import { gunzipSync } from 'node:zlib'
import type { Unreadable, UnreadableCode } from './reading.ts'

const MAX_BYTES = 50_000_000

/** First bytes, in latin1, of what is no text. */
const MAGIC: readonly (readonly [string, UnreadableCode, string])[] = [
  ['PK\u0003\u0004', 'archive', 'a ZIP archive'],
  ['Rar!', 'archive', 'a RAR archive'],
  ['7z\u00bc\u00af', 'archive', 'a 7z archive'],
  ['BZh', 'archive', 'a bzip2 archive'],
  ['\u00fd7zXZ', 'archive', 'an xz archive'],
  ['(\u00b5/\u00fd', 'archive', 'a zstd archive'],
  ['%PDF', 'binary', 'a PDF document'],
  ['\u0089PNG', 'binary', 'a picture'],
  ['GIF8', 'binary', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'binary', 'a picture'],
  ['ID3', 'binary', 'a sound file'],
  ['OggS', 'binary', 'a sound file'],
]

/** The bytes of a document: gzip unpacked (once, at most 50 MB); archives, pictures and their like named. */
export function unpacked(bytes: Uint8Array): { readonly kind: 'bytes'; readonly bytes: Uint8Array } | Unreadable {
  if (bytes.length === 0) return { kind: 'unreadable', code: 'empty', message: 'an empty document' }
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unzipped(bytes) : bytes
  if (plain === undefined)
    return { kind: 'unreadable', code: 'archive', message: 'gzip that is damaged or unpacks to more than 50 MB' }
  const head = Buffer.from(plain.subarray(0, 8)).toString('latin1')
  const known = MAGIC.find(([magic]) => head.startsWith(magic))
  return known === undefined ? { kind: 'bytes', bytes: plain } : { kind: 'unreadable', code: known[1], message: known[2] }
}

function unzipped(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES })
  } catch {
    return undefined // damaged, or larger than anything that is a feed
  }
}
