import { crc32 } from 'node:zlib'
import { unpack } from './unpack.ts'

const FIXED_HEADER = 10
const FLAG = { headerCrc: 2, extra: 4, name: 8, comment: 16 } as const

/**
 * The first member of a gzip body that has something else behind it, which node:zlib refuses as a whole. Its own checksum and
 * length (RFC 1952 2.3.1) vouch that it is complete; undefined when they do not.
 */
export async function gzipMember(packed: Uint8Array, maxBytes: number): Promise<Uint8Array | undefined> {
  const start = headerLength(packed)
  try {
    const { bytes, consumed } = await unpack(packed.subarray(start), 'raw-deflate', maxBytes)
    const trailer = new DataView(packed.buffer, packed.byteOffset + start + consumed, 8)
    const isWhole = trailer.getUint32(0, true) === crc32(bytes) && trailer.getUint32(4, true) === bytes.length
    return isWhole ? bytes : undefined
  } catch {
    return undefined // damaged, cut or too large: the caller has already worded that
  }
}

function headerLength(packed: Uint8Array): number {
  const flags = packed[3] ?? 0
  let at = FIXED_HEADER
  if ((flags & FLAG.extra) !== 0) at += 2 + (packed[at] ?? 0) + (packed[at + 1] ?? 0) * 256
  if ((flags & FLAG.name) !== 0) at = afterNul(packed, at)
  if ((flags & FLAG.comment) !== 0) at = afterNul(packed, at)
  return (flags & FLAG.headerCrc) === 0 ? at : at + 2
}

function afterNul(packed: Uint8Array, from: number): number {
  const nul = packed.indexOf(0, from)
  return nul === -1 ? packed.length : nul + 1
}
