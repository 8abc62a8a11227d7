import { type Failed, failed, sizeWords } from './failed.ts'
import { gzipMember } from './gzip-member.ts'
import { looksLikeText } from './looks-like-text.ts'
import { type Packing, unpack } from './unpack.ts'

/** A body without its content codings. */
type Decoded = { readonly kind: 'decoded'; readonly bytes: Uint8Array }

type Undone = Decoded | Failed

/** More layers than anyone stacks in earnest, each of which costs up to `maxBytes` of work. */
const MAX_LAYERS = 4
/** Frames cost a set-up each, and half a million empty ones fit into 5 MB. */
const MAX_FRAMES = 64

/**
 * Undoes the content codings of a whole body: gzip, deflate (with and without the zlib frame), br, zstd, stacked up to four deep.
 * What the bytes are counts more than what the label says: a body that was never packed is taken as it is, one that is packed
 * without saying so is unpacked. Stops at `maxBytes` of output (`too-large`); a stream that ends early is `truncated`.
 */
export async function decoded(body: Uint8Array, label: string | undefined, maxBytes: number): Promise<Undone> {
  const names = (label ?? '').toLowerCase().split(',', MAX_LAYERS + 1)
  if (names.length > MAX_LAYERS) return failed('bad-encoding', 'its body is packed too many times')
  let bytes = body
  for (const name of names.reverse()) {
    const undone = await withoutCoding(bytes, name.trim(), maxBytes)
    if (undone.kind === 'failed') return undone
    bytes = undone.bytes
  }
  return withoutUnsaidCoding(bytes, maxBytes)
}

async function withoutCoding(bytes: Uint8Array, name: string, maxBytes: number): Promise<Undone> {
  if (bytes.length === 0 || name === '' || name === 'identity') return { kind: 'decoded', bytes }
  const packing = packingOf(bytes)
  if (packing !== undefined && packing !== 'zlib') return unpacked(bytes, packing, maxBytes)
  if (name === 'br') return firstThatFits(bytes, ['br'], maxBytes)
  if (packing === 'zlib' || name === 'deflate') return firstThatFits(bytes, ['zlib', 'raw-deflate'], maxBytes)
  if (looksLikeText(bytes)) return { kind: 'decoded', bytes }
  const isKnown = /^(?:x-)?gzip$|^zstd$/.test(name)
  return failed(
    'bad-encoding',
    isKnown ? `its body is not ${name} as it says` : 'its body is packed in a way that is not known here',
  )
}

/** A feed.xml.gz, or a body packed once more than was said. Two bytes of zlib are too weak a mark where nothing speaks of deflate. */
async function withoutUnsaidCoding(body: Uint8Array, maxBytes: number): Promise<Undone> {
  let bytes = body
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const packing = packingOf(bytes)
    if (packing === undefined || packing === 'zlib') break
    const undone = await unpacked(bytes, packing, maxBytes)
    if (undone.kind === 'failed') return undone
    bytes = undone.bytes
  }
  return bytes.length > maxBytes ? tooLarge(maxBytes) : { kind: 'decoded', bytes }
}

/** The packing that the first bytes stand for; br and raw deflate carry no mark. */
function packingOf(bytes: Uint8Array): Packing | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  if (a === 0x1f && b === 0x8b) return 'gzip'
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return 'zstd'
  return (a & 0x0f) === 8 && a >> 4 <= 7 && ((a << 8) | b) % 31 === 0 && (b & 0x20) === 0 ? 'zlib' : undefined
}

async function firstThatFits(bytes: Uint8Array, packings: readonly Packing[], maxBytes: number): Promise<Undone> {
  let trouble: Failed = failed('bad-encoding', 'its packed body is damaged')
  for (const packing of packings) {
    const undone = await unpacked(bytes, packing, maxBytes)
    if (undone.kind === 'decoded' || undone.trouble === 'too-large') return undone
    if (undone.trouble === 'truncated') trouble = undone
  }
  return looksLikeText(bytes) ? { kind: 'decoded', bytes } : trouble
}

async function unpacked(bytes: Uint8Array, packing: Packing, maxBytes: number): Promise<Undone> {
  try {
    return packing === 'zstd'
      ? await allFrames(bytes, maxBytes)
      : { kind: 'decoded', bytes: (await unpack(bytes, packing, maxBytes)).bytes }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(maxBytes)
    if (code === 'Z_BUF_ERROR') return failed('truncated', 'its packed body ends too early')
    const member = packing === 'gzip' ? await gzipMember(bytes, maxBytes) : undefined
    return member === undefined ? failed('bad-encoding', 'its packed body is damaged') : { kind: 'decoded', bytes: member }
  }
}

/** node:zlib of Node 24.21 stops after the first frame of zstd without a word; RFC 8878 3: frames follow each other. */
async function allFrames(bytes: Uint8Array, maxBytes: number): Promise<Undone> {
  const parts: Uint8Array[] = []
  let size = 0
  for (let rest = bytes; packingOf(rest) === 'zstd'; ) {
    const part = await unpack(rest, 'zstd', maxBytes)
    size += part.bytes.length
    if (size > maxBytes) return tooLarge(maxBytes)
    if (parts.push(part.bytes) > MAX_FRAMES) return failed('bad-encoding', 'its body is packed in too many pieces')
    rest = rest.subarray(part.consumed)
  }
  return { kind: 'decoded', bytes: parts[0] !== undefined && parts.length === 1 ? parts[0] : Buffer.concat(parts) }
}

function tooLarge(maxBytes: number): Failed {
  return failed('too-large', `it is larger than ${sizeWords(maxBytes)} when unpacked`)
}
