import type { Respond, Visitor } from './case.ts'

export const OK = 'HTTP/1.1 200 OK\r\n'

type Bytes = string | Uint8Array
type Made = Bytes | ((visitor: Visitor) => Bytes)

/** A well-formed answer with its length, and then the end of the connection. Header lines are latin1. */
export function send(
  body: Made,
  headers: readonly string[] = ['Content-Type: application/rss+xml; charset=utf-8'],
  status = '200 OK',
): Respond {
  return (visitor) => {
    const bytes = Buffer.from(typeof body === 'function' ? body(visitor) : body)
    const lines = [`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${bytes.length}`, 'Connection: close', '', '']
    visitor.socket.write(Buffer.from(lines.join('\r\n'), 'latin1'))
    visitor.socket.end(bytes)
  }
}

/** A value that is made at its first use, and kept. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Exactly these bytes, and then the end of the connection. */
export function raw(...parts: readonly Bytes[]): Respond {
  return ({ socket }) => {
    for (const part of parts) socket.write(part)
    socket.end()
  }
}

/** These bytes, and then silence over an open connection. */
export function hang(...parts: readonly Bytes[]): Respond {
  return ({ socket }) => {
    for (const part of parts) socket.write(part)
  }
}

/** A start, and then a piece every 20 milliseconds for ever. */
export function drip(start: string, piece: string): Respond {
  return ({ socket }) => {
    if (start !== '') socket.write(start)
    const timer = setInterval(() => socket.write(piece), 20)
    socket.on('close', () => clearInterval(timer))
  }
}

/** A start, and then the same piece for ever, as fast as the other side reads. */
export function pour(start: string, piece: Bytes): Respond {
  return ({ socket }) => {
    const fill = (): void => {
      while (!socket.destroyed && socket.write(piece));
    }
    socket.on('drain', fill)
    socket.write(start)
    fill()
  }
}

/** A redirect from the source itself; what it leads to under the case's own path is answered by `then`. */
export function redirect(location: string | ((visitor: Visitor) => string), then: Respond, status = '302 Found'): Respond {
  return (visitor) => {
    if (visitor.rest !== '') then(visitor)
    else send('', [`Location: ${typeof location === 'string' ? location : location(visitor)}`], status)(visitor)
  }
}

/** One answer at the first visit, another one at all later ones. */
export function firstThen(first: Respond, later: Respond): Respond {
  return (visitor) => (visitor.visit === 1 ? first(visitor) : later(visitor))
}
