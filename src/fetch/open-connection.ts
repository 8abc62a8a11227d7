import { type Connection, connectTo, secured } from './connect.ts'
import type { Stop } from './deadline.ts'
import { destination, portOf } from './destination.ts'
import type { Failed } from './failed.ts'
import type { Lookup } from './lookup.ts'
import type { Openings } from './openings.ts'
import type { Proxies, ProxyServer } from './proxy.ts'
import { proxyConnection, refusedName, tunnel } from './tunnel.ts'

export type Road = {
  readonly openings: Openings
  readonly lookup: Lookup
  readonly proxies: Proxies
}

/** A connection over which a request for the address can be sent, and the proxy that must be told the whole address, if any. */
export type Opened = Connection & { readonly via?: ProxyServer }

/**
 * Opens the connection for one hop: the name is resolved once, every answer checked, one of the checked addresses connected to.
 * Behind a proxy the target is checked all the same, before the proxy hears of it.
 */
export async function openConnection(url: URL, road: Road, stop: Stop): Promise<Opened | Failed> {
  const { openings, lookup } = road
  const target = await destination(url, { openings, lookup, stop })
  const proxy = road.proxies(url)
  if (proxy !== undefined) {
    const refusal = target.kind === 'failed' ? (target.trouble === 'dns' ? refusedName(url) : target) : undefined
    return refusal ?? throughProxy(url, { proxy, lookup, stop })
  }
  if (target.kind === 'failed') return target
  const connection = await connectTo({ host: url.hostname, port: portOf(url), addresses: target.addresses }, stop)
  if (connection.kind === 'failed' || url.protocol === 'http:') return connection
  return secured(connection.socket, bareHost(url), stop)
}

async function throughProxy(
  url: URL,
  options: { readonly proxy: ProxyServer; readonly lookup: Lookup; readonly stop: Stop },
): Promise<Opened | Failed> {
  const { proxy, lookup, stop } = options
  const connection = await proxyConnection(proxy, lookup, stop)
  if (connection.kind === 'failed') return connection
  if (url.protocol === 'http:') return { ...connection, via: proxy }
  const way = await tunnel(connection.socket, url, { proxy, stop })
  return way.kind === 'failed' ? way : secured(way.socket, bareHost(url), stop)
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1')
}
