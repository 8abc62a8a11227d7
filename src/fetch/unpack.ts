import zlib from 'node:zlib'

/** How bytes can be packed, by what they are and not by what a header calls them. */
export type Packing = 'gzip' | 'zlib' | 'raw-deflate' | 'br' | 'zstd'

/** What came out, and how many of the packed bytes it stood for: what follows them was not read. */
export type Unpacked = { readonly bytes: Uint8Array; readonly consumed: number }

type Options = {
  readonly maxOutputLength: number
  readonly chunkSize: number
  readonly info: true
  readonly params?: Readonly<Record<number, number>>
}
type Codec = {
  readonly sync: (packed: Uint8Array, options: Options) => unknown
  readonly async: (packed: Uint8Array, options: Options, done: (error: Error | null, result: unknown) => void) => void
  readonly params?: Readonly<Record<number, number>>
}

/** Above this the work is done on another thread, so that the event loop does not stand still. */
const SYNC_BYTES = 256 * 1024
const MIN_BLOCK = 16_384
const MAX_BLOCK = 262_144 // a small document holds on to the block that it was unpacked into
const ZSTD_WINDOW_LOG = 23 // 8 MB (RFC 9659): a frame may ask for 128

const CODECS: Readonly<Record<Packing, Codec>> = {
  gzip: { sync: zlib.gunzipSync, async: zlib.gunzip },
  zlib: { sync: zlib.inflateSync, async: zlib.inflate },
  'raw-deflate': { sync: zlib.inflateRawSync, async: zlib.inflateRaw },
  br: { sync: zlib.brotliDecompressSync, async: zlib.brotliDecompress },
  zstd: {
    sync: zlib.zstdDecompressSync,
    async: zlib.zstdDecompress,
    params: { [zlib.constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG },
  },
}

/**
 * Unpacks one stream, stopping at `maxBytes` of output while it flows.
 * @throws what node:zlib throws: ERR_BUFFER_TOO_LARGE beyond the limit, Z_BUF_ERROR when it ends too early, others when damaged
 */
export async function unpack(packed: Uint8Array, packing: Packing, maxBytes: number): Promise<Unpacked> {
  const { sync, async, params } = CODECS[packing]
  const chunkSize = Math.min(Math.max(sizeHint(packed, packing), MIN_BLOCK), MAX_BLOCK)
  const options: Options = { maxOutputLength: maxBytes, chunkSize, info: true, ...(params === undefined ? {} : { params }) }
  if (packed.length <= SYNC_BYTES) return unpackedOf(sync(packed, options))
  return new Promise((resolve, reject) => {
    async(packed, options, (error, result) => (error === null ? resolve(unpackedOf(result)) : reject(error)))
  })
}

/** gzip ends with its own unpacked size; for the others four times the packed one is a fair guess. */
function sizeHint(packed: Uint8Array, packing: Packing): number {
  if (packing !== 'gzip' || packed.length < 18) return packed.length * 4
  return new DataView(packed.buffer, packed.byteOffset + packed.length - 4, 4).getUint32(0, true) + 1
}

/** The types of @types/node 24 do not know what `info: true` does to the result (nodejs.org/api/zlib.html). */
function unpackedOf(result: unknown): Unpacked {
  if (isInfo(result)) return { bytes: result.buffer, consumed: result.engine.bytesWritten }
  throw new TypeError('node:zlib gave a result without its engine')
}

function isInfo(value: unknown): value is { buffer: Uint8Array; engine: { bytesWritten: number } } {
  return (
    typeof value === 'object' && value !== null && 'buffer' in value && 'engine' in value && value.buffer instanceof Uint8Array
  )
}
