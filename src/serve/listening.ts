import { once } from 'node:events'
import type { Server } from 'node:http'
import { isIPv6 } from 'node:net'
import { KaynakError } from '../model/index.ts'
import type { ListenAddress } from './listen-address.ts'

const WHY: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'permission denied; ports below 1024 are for the system',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host',
}

/** Makes a server listen; answers with its address, the port that it really got included. @throws KaynakError USAGE */
export async function listening(server: Server, { host, port }: ListenAddress): Promise<string> {
  try {
    server.listen({ host, port })
    await once(server, 'listening')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new KaynakError('USAGE', `--listen ${named(host)}:${port}: cannot listen there (${WHY[code] ?? code})`, { cause })
  }
  const place = server.address()
  return `http://${named(host)}:${typeof place === 'object' && place !== null ? place.port : port}/`
}

/** Closes a server: nothing new, what waits ends at once, what is under way within `graceMs`. */
export async function closed(server: Server, graceMs: number): Promise<void> {
  const done = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const end = setTimeout(() => server.closeAllConnections(), graceMs)
  try {
    await done
  } finally {
    clearInterval(idle)
    clearTimeout(end)
  }
}

function named(host: string): string {
  return isIPv6(host) ? `[${host}]` : host
}
