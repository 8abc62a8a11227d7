import type { Socket } from 'node:net'

/** Ends connections whose client takes what it asked for too slowly. */
export type SlowClients = {
  /** from now on, until it closes */
  readonly watch: (socket: Socket) => void
  readonly count: () => number
  readonly stop: () => void
}

/** How far a connection had come when something was first seen to wait in it. */
type Waiting = { readonly written: number; readonly sinceMs: number }

/**
 * Looks every so often at all connections, and destroys those in which the same bytes have waited for `longestMs`. One timer for all, and
 * nothing to do for a request: what is sent at once is never seen.
 */
export function slowClients(longestMs: number): SlowClients {
  const sockets = new Map<Socket, Waiting | undefined>()
  const timer = setInterval(
    () => {
      const now = performance.now()
      for (const [socket, before] of sockets) {
        const written = socket.bytesWritten - socket.writableLength
        if (socket.writableLength === 0) sockets.set(socket, undefined)
        else if (before?.written !== written) sockets.set(socket, { written, sinceMs: now })
        else if (now - before.sinceMs > longestMs) socket.destroy()
      }
    },
    Math.ceil(longestMs / 4),
  ).unref()
  return {
    watch(socket) {
      sockets.set(socket, undefined)
      socket.once('close', () => sockets.delete(socket))
    },
    count: () => sockets.size,
    stop: () => clearInterval(timer),
  }
}
