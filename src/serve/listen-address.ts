import { isIPv6 } from 'node:net'

/** Where to listen; port 0 takes a free one. */
export type ListenAddress = { readonly host: string; readonly port: number }

const DEFAULT_HOST = '127.0.0.1'

/**
 * Reads `HOST:PORT`, `[IPV6]:PORT` or a port alone, which means this machine only: to be seen from elsewhere, an address must be
 * named (`0.0.0.0:8080`). Undefined for anything else.
 */
export function listenAddress(text: string): ListenAddress | undefined {
  const [, six, name, digits] = /^(?:(?:\[([0-9a-f:.]{2,45})\]|([a-z0-9.-]{1,253})):)?(\d{1,5})$/i.exec(text.trim()) ?? []
  const port = Number(digits)
  if (digits === undefined || port > 65_535 || (six !== undefined && !isIPv6(six))) return undefined
  return { host: six ?? name ?? DEFAULT_HOST, port }
}
