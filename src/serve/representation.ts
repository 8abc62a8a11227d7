import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Coding } from './accepted-coding.ts'
import type { Dress } from './dress.ts'
import type { Version } from './version.ts'

/** A version in one coding, ready to be sent. */
export type Representation = {
  readonly body: Buffer
  /** strong, with its quotes: another coding or media type has another one */
  readonly etag: string
  readonly modifiedMs: number
  /** header fields of a 200, without its length; name and value in turn */
  readonly fields: readonly string[]
  /** the whole header of a 200; only read, whatever node:http's types ask for */
  readonly whole: string[]
  /** the whole header of a 304 (RFC 9110 15.4.5) */
  readonly notModified: string[]
}

/** Smaller bodies gain nothing that is worth a coding. */
const SMALL = 400
/** Above this size the best packing takes seconds. */
const LARGE = 1_000_000
const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** Packs a version. Where packing does not make it smaller it stays as it is. */
export async function represent(version: Version, dress: Dress): Promise<Representation> {
  const { bytes, media } = version
  const packed = media.isText && bytes.length >= SMALL ? await pack(bytes, dress.coding) : bytes
  return packed.length < bytes.length
    ? prepared(version, packed, dress)
    : prepared(version, bytes, { ...dress, coding: 'identity' })
}

/** What is said of a version in this dress; also of one that is streamed. */
export function fieldsOf(
  version: Omit<Version, 'bytes'>,
  { coding, inBrowser }: Pick<Dress, 'coding' | 'inBrowser'>,
): Pick<Representation, 'etag' | 'fields'> {
  const { media, hash, modifiedMs } = version
  const isShown = inBrowser && media.inBrowser !== undefined
  const etag = `"${hash}${coding === 'identity' ? '' : `-${coding}`}${isShown ? '-view' : ''}"`
  const vary = [media.isText ? 'Accept-Encoding' : undefined, media.inBrowser === undefined ? undefined : 'Accept']
  const varied = vary.filter((one) => one !== undefined).join(', ')
  const fields = [
    ...['ETag', etag, 'Last-Modified', new Date(modifiedMs).toUTCString()],
    ...(varied === '' ? [] : ['Vary', varied]),
    ...version.fields,
    ...['Content-Type', isShown ? (media.inBrowser ?? media.type) : media.type, 'Accept-Ranges', 'bytes'],
    ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
  ]
  return { etag, fields }
}

function prepared(version: Version, body: Buffer, dress: Dress): Representation {
  const { etag, fields } = fieldsOf(version, dress)
  return {
    body,
    etag,
    modifiedMs: version.modifiedMs,
    fields,
    whole: [...fields, 'Content-Length', String(body.length)],
    notModified: fields.slice(0, fields.indexOf('Content-Security-Policy')),
  }
}

async function pack(bytes: Buffer, coding: Coding): Promise<Buffer> {
  switch (coding) {
    case 'identity':
      return bytes
    case 'gzip':
      return await gzipped(bytes, { level: bytes.length > LARGE ? 6 : 9 })
    case 'br':
      return await brotlied(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 5 : 9,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      })
  }
}
