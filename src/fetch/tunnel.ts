import type { Socket } from 'node:net'
import { type Connection, connectTo, secured } from './connect.ts'
import type { Stop } from './deadline.ts'
import { destination, portOf } from './destination.ts'
import { type Failed, failed, statusWords } from './failed.ts'
import type { Lookup } from './lookup.ts'
import { httpRequest } from './node-http.ts'
import type { Openings } from './openings.ts'
import type { ProxyServer } from './proxy.ts'
import { transportTrouble } from './transport-trouble.ts'

/** Names that only an inner network resolves (RFC 6761, RFC 6762, RFC 8375, ICANN's `.internal`), and names without a dot. */
const INNER_NAME = /^[^.]+\.?$|(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)\.?$/

/**
 * Whether a proxy may be asked for an address that we cannot resolve ourselves: many inner networks let only the proxy resolve names.
 * A name that is inner by its form is refused; what any other one leads to is the proxy's to decide, since it makes the connection.
 */
export function refusedName(url: URL): Failed | undefined {
  return INNER_NAME.test(url.hostname) ? failed('private-address', `${url.hostname} is a name of an inner network`) : undefined
}

const OPERATORS_OWN: Openings = { hasHost: () => true, hasAddress: () => true }

/** A connection to the operator's proxy, which may lie in a private network: it is the operator's own word. */
export async function proxyConnection(proxy: ProxyServer, lookup: Lookup, stop: Stop): Promise<Connection | Failed> {
  const url = new URL(`http://${proxy.host.includes(':') ? `[${proxy.host}]` : proxy.host}:${proxy.port}/`)
  const found = await destination(url, { openings: OPERATORS_OWN, lookup, stop })
  if (found.kind === 'failed') return ofProxy(found)
  const connection = await connectTo({ host: proxy.host, port: proxy.port, addresses: found.addresses }, stop)
  if (connection.kind === 'failed') return ofProxy(connection)
  if (!proxy.isTls) return connection
  const tls = await secured(connection.socket, proxy.host, stop)
  return tls.kind === 'failed' ? ofProxy(tls) : tls
}

/** Asks the proxy for a way through to `host:port` (RFC 9110 9.3.6). The socket is destroyed when it refuses. */
export function tunnel(
  socket: Socket,
  url: URL,
  options: { readonly proxy: ProxyServer; readonly stop: Stop },
): Promise<Connection | Failed> {
  const { proxy, stop } = options
  const authority = `${url.hostname}:${portOf(url)}`
  const login = proxy.authorization === undefined ? [] : ['Proxy-Authorization', proxy.authorization]
  return new Promise((resolve) => {
    const request = httpRequest({
      method: 'CONNECT',
      path: authority,
      headers: ['Host', authority, ...login],
      createConnection: () => socket,
    })
    let isSettled = false
    const settle = (outcome: Connection | Failed): void => {
      if (isSettled) return // a request closes although its tunnel stays open
      isSettled = true
      withdraw()
      if (outcome.kind === 'failed') socket.destroy()
      resolve(outcome)
    }
    const withdraw = stop.onStop(() => settle(failed('timeout', 'the proxy did not answer in time')))
    const refusal = (status: number): Failed => failed('unreachable', `the proxy answered ${statusWords(status)}`)
    request.on('connect', ({ statusCode = 0 }, _socket, head) => {
      const isOpen = statusCode >= 200 && statusCode < 300 && head.length === 0
      settle(isOpen ? { kind: 'connected', socket } : refusal(statusCode))
    })
    request.on('response', ({ statusCode = 0 }) => settle(refusal(statusCode)))
    request.on('error', (error) => settle(ofProxy(transportTrouble(error))))
    request.on('close', () => settle(failed('reset', 'the proxy closed the connection')))
    request.end()
  })
}

function ofProxy(trouble: Failed): Failed {
  return failed(trouble.trouble, `the proxy failed: ${trouble.message}`)
}
