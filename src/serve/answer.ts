import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { type ByteRange, byteRange } from './byte-range.ts'
import { PLAIN } from './dress.ts'
import { openInside } from './open-inside.ts'
import { isRangeCurrent, preconditions } from './preconditions.ts'
import { fieldsOf, type Representation } from './representation.ts'
import { securityHeaders } from './security-headers.ts'
import type { LargeVersion } from './version.ts'

/** An answer that is made and is no file. */
export type Told = {
  readonly status: number
  /** without the line end that it gets */
  readonly body: string
  /** plain text unless said otherwise */
  readonly type?: string
  readonly fields?: readonly string[]
}

const UNCACHED = ['Cache-Control', 'no-store', ...securityHeaders('')]
const CHANGED: Told = { status: 412, body: 'the file has changed' }

/** Answers with a file that is held: whole, in part, or by its conditions not at all (RFC 9110 13, 14). */
export function answerFile(request: IncomingMessage, response: ServerResponse, file: Representation): void {
  const { headers, method } = request
  const verdict = preconditions(headers, file)
  if (verdict === 'not-modified') {
    response.writeHead(304, file.notModified)
    response.end()
  } else if (verdict === 'failed') answerTold(response, CHANGED)
  else if (headers.range !== undefined && method === 'GET') part(response, file, rangeOf(request, file, file.body.length))
  else {
    response.writeHead(200, file.whole)
    response.end(method === 'HEAD' ? undefined : file.body)
  }
}

/**
 * Answers with a file that is too large to be held, straight from the disk, unpacked. A version that was replaced since it was described
 * is answered with 503: the next request meets the new one.
 */
export async function answerLarge(
  request: IncomingMessage,
  response: ServerResponse,
  { file, folder }: { readonly file: LargeVersion; readonly folder: string },
): Promise<void> {
  const { etag, fields } = fieldsOf(file, PLAIN)
  const version = { etag, modifiedMs: file.modifiedMs }
  const verdict = preconditions(request.headers, version)
  if (verdict === 'failed') return answerTold(response, CHANGED)
  if (verdict === 'not-modified') {
    response.writeHead(304, fields.slice(0, fields.indexOf('Content-Security-Policy')))
    response.end()
    return
  }
  const range = request.method === 'GET' ? rangeOf(request, version, file.size) : undefined
  if (range === 'unsatisfiable') return unsatisfiable(response, file.size)
  const opened = await openInside(folder, file.path)
  if (opened === undefined || opened.mark !== file.mark) {
    await opened?.handle.close()
    return answerTold(response, { status: 503, body: 'the file is being replaced', fields: ['Retry-After', '1'] })
  }
  const { first, last } = range ?? { first: 0, last: file.size - 1 }
  const place = range === undefined ? [] : ['Content-Range', `bytes ${first}-${last}/${file.size}`]
  response.writeHead(range === undefined ? 200 : 206, [...fields, 'Content-Length', String(last - first + 1), ...place])
  if (request.method === 'HEAD') {
    response.end()
    await opened.handle.close()
    return
  }
  await pipeline(opened.handle.createReadStream({ start: first, end: last }), response) // closes the file in any case
}

/** Answers with what is told; HEAD gets its header alone. */
export function answerTold(
  response: ServerResponse,
  { status, body, type = 'text/plain; charset=utf-8', fields = [] }: Told,
): void {
  const bytes = Buffer.from(`${body}
`)
  response.writeHead(status, [...UNCACHED, 'Content-Type', type, ...fields, 'Content-Length', String(bytes.length)])
  response.end(response.req.method === 'HEAD' ? undefined : bytes)
}

function rangeOf(
  { headers }: IncomingMessage,
  version: { readonly etag: string; readonly modifiedMs: number },
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const ifRange = headers['if-range']
  return isRangeCurrent(typeof ifRange === 'string' ? ifRange : undefined, version) ? byteRange(headers.range, size) : undefined
}

function part(response: ServerResponse, file: Representation, range: ByteRange | 'unsatisfiable' | undefined): void {
  const size = file.body.length
  if (range === 'unsatisfiable') {
    unsatisfiable(response, size)
    return
  }
  const { first, last } = range ?? { first: 0, last: size - 1 }
  const place = range === undefined ? [] : ['Content-Range', `bytes ${first}-${last}/${size}`]
  response.writeHead(range === undefined ? 200 : 206, [...file.fields, 'Content-Length', String(last - first + 1), ...place])
  response.end(file.body.subarray(first, last + 1))
}

function unsatisfiable(response: ServerResponse, size: number): void {
  answerTold(response, { status: 416, body: `the file has ${size} bytes`, fields: ['Content-Range', `bytes */${size}`] })
}
