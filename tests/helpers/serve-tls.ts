import type { RequestListener } from 'node:http'
import { createServer, type ServerOptions } from 'node:https'

/** A server on 127.0.0.1 that speaks TLS. */
export type Secure = AsyncDisposable & { readonly port: number }

/** Serves HTTP over TLS with a key and certificate, as `makeCertificate` makes them. */
export async function serveTls(options: ServerOptions, handler: RequestListener): Promise<Secure> {
  const server = createServer(options, handler)
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { port: typeof place === 'object' && place !== null ? place.port : 0, [Symbol.asyncDispose]: close }
}
