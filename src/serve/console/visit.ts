import type { IncomingMessage, ServerResponse } from 'node:http'
import { CONSOLE_HEADERS } from './console-headers.ts'
import type { Html } from './html.ts'

/** One request for the console. */
export type Visit = {
  readonly method: string
  /** behind `/console`, with its slash; empty for `/console` itself */
  readonly path: string
  readonly query: URLSearchParams
  /** a field of the header; of several the first */
  readonly header: (name: string) => string | undefined
  readonly remoteAddress: string | undefined
  readonly localPort: number
  /** set off when the client has left */
  readonly left: AbortSignal
  readonly body: AsyncIterable<Uint8Array>
}

/** What is answered: a page, or the way to another one. */
export type Reply = {
  readonly status: number
  readonly page?: Html
  readonly location?: string
  readonly cookie?: string
}

/** Reads a request. The query of a target that cannot be read is empty. */
export function visitOf(request: IncomingMessage, response: ServerResponse): Visit {
  const { method = '', url = '', headers, socket } = request
  const [path = '', query = ''] = url.slice('/console'.length).split('?', 2)
  const left = new AbortController()
  response.once('close', () => left.abort())
  return {
    method,
    path,
    query: new URLSearchParams(query),
    header: (name) => {
      const value = headers[name]
      return Array.isArray(value) ? value[0] : value
    },
    remoteAddress: socket.remoteAddress,
    localPort: socket.localPort ?? 0,
    left: left.signal,
    body: request,
  }
}

/** Sends an answer; a body that was not read ends the connection with it. */
export function send(request: IncomingMessage, response: ServerResponse, { status, page, location, cookie }: Reply): void {
  const bytes = Buffer.from(page?.toString() ?? '')
  if (!request.complete) response.shouldKeepAlive = false
  const more = [
    ...(location === undefined ? [] : ['Location', location]),
    ...(cookie === undefined ? [] : ['Set-Cookie', cookie]),
  ]
  const type = ['Content-Type', 'text/html; charset=utf-8', 'Content-Length', String(bytes.length)]
  response.writeHead(status, [...CONSOLE_HEADERS, ...more, ...type])
  response.end(request.method === 'HEAD' ? undefined : bytes)
}
