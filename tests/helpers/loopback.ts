import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createNetServer, type Server, type Socket } from 'node:net'

/** One request as it arrived; `rawHeaders` are name and value in turn, latin1. */
type Received = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly rawHeaders: readonly string[]
  /** by the monotonic clock */
  readonly atMs: number
}

/** A server on 127.0.0.1 that counts what reaches it. */
export type Loopback = AsyncDisposable & {
  /** without a slash at the end */
  readonly url: string
  readonly port: number
  /** in order of arrival */
  readonly requests: readonly Received[]
  /** connections ever opened, requests or not */
  readonly connections: () => number
  /** connections that the client has not closed */
  readonly openSockets: () => number
  /** the most requests that were under way at once */
  readonly peak: () => number
  /** Waits until no connection is open, at most two seconds; answers how many still are. */
  readonly settled: () => Promise<number>
  readonly close: () => Promise<void>
}

/** Serves well-formed HTTP. */
export async function serve(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<Loopback> {
  const requests: Received[] = []
  let active = 0
  let peak = 0
  const server = createServer({ maxHeaderSize: 65_536, keepAliveTimeout: 1_000 }, (request, response) => {
    const { method = '', url: path = '', headers, rawHeaders } = request
    requests.push({ method, path, headers, rawHeaders, atMs: performance.now() })
    active += 1
    peak = Math.max(peak, active)
    response.on('close', () => {
      active -= 1
    })
    handler(request, response)
  })
  return listening(server, requests, () => peak)
}

/**
 * Serves anything at all: `answer` gets each connection as soon as a request's head has arrived, or at once where `when` is `connect`,
 * and writes what it likes.
 */
export async function serveRaw(
  answer: (socket: Socket, head: string) => void,
  when: 'head' | 'connect' = 'head',
): Promise<Loopback> {
  const requests: Received[] = []
  const server = createNetServer({ allowHalfOpen: true }, (socket) => {
    socket.on('end', () => socket.end())
    if (when === 'connect') {
      socket.resume() // unread data would hide that the client has gone
      answer(socket, '')
      return
    }
    let head = ''
    socket.on('data', (chunk: Buffer) => {
      const isKnown = head.includes('\r\n\r\n')
      head += chunk.toString('latin1')
      if (isKnown || !head.includes('\r\n\r\n')) return
      requests.push(readHead(head))
      answer(socket, head)
    })
  })
  return listening(server, requests, () => requests.length)
}

async function listening(server: Server, requests: readonly Received[], peak: () => number): Promise<Loopback> {
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  const port = typeof place === 'object' && place !== null ? place.port : 0
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  const settled = async (): Promise<number> => {
    const end = performance.now() + 2_000
    while (sockets.size > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 5))
    return sockets.size
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    connections: () => connections,
    openSockets: () => sockets.size,
    peak,
    settled,
    close,
    [Symbol.asyncDispose]: close,
  }
}

function readHead(head: string): Received {
  const [first = '', ...lines] = head.split('\r\n\r\n', 1)[0]?.split('\r\n') ?? []
  const [method = '', path = ''] = first.split(' ')
  const fields = lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const)
  const headers: IncomingHttpHeaders = {}
  for (const [name, value] of fields) headers[name.toLowerCase()] = value
  return { method, path, headers, rawHeaders: fields.flat(), atMs: performance.now() }
}
