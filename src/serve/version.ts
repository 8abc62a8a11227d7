import { createHash } from 'node:crypto'
import { cacheControl } from './cache-control.ts'
import { type MediaType, mediaType } from './media-type.ts'
import { openInside } from './open-inside.ts'
import { securityHeaders } from './security-headers.ts'

/** One version of one file, held whole. */
export type Version = {
  readonly path: string
  /** see `markOf` */
  readonly mark: string
  readonly bytes: Buffer
  /** of these bytes, without quotes */
  readonly hash: string
  readonly modifiedMs: number
  readonly media: MediaType
  /** what every answer about this version says, as name and value in turn */
  readonly fields: readonly string[]
}

/** A file that is too large to be held: only what its answers need, to be streamed. */
export type LargeVersion = Omit<Version, 'bytes'> & { readonly size: number }

/** Files up to this size are held whole. */
const MOST_BYTES = 16_000_000
const HEAD_BYTES = 4_096
/** A file that changes while it is read is read again: writers that do not rename exist. */
const TRIES = 3

/** Reads a file's present version, never a mixture of two. Undefined when there is no such file. @throws see `openInside` */
export async function readVersion(folder: string, path: string, now: Date): Promise<Version | LargeVersion | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const opened = await openInside(folder, path)
    if (opened === undefined) return undefined
    const { handle, stats, mark } = opened
    try {
      const modifiedMs = Math.floor(Math.min(Number(stats.mtimeMs), now.getTime()) / 1000) * 1000 // RFC 9110 8.8.2.1: never later than now
      if (stats.size > MOST_BYTES) {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
        const hash = hashOf(mark)
        return { ...about(path, buffer.subarray(0, bytesRead), now), path, mark, hash, modifiedMs, size: Number(stats.size) }
      }
      const bytes = await handle.readFile()
      if (bytes.length === Number(stats.size) || attempt === TRIES)
        return { ...about(path, bytes.subarray(0, HEAD_BYTES), now), path, mark, bytes, hash: hashOf(bytes), modifiedMs }
    } finally {
      await handle.close()
    }
  }
}

function about(path: string, start: Buffer, now: Date): Pick<Version, 'media' | 'fields'> {
  const head = start.toString('utf8')
  return { media: mediaType(path, head), fields: ['Cache-Control', cacheControl(path, now), ...securityHeaders(head)] }
}

function hashOf(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('base64url').slice(0, 22)
}
