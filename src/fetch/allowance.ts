import ipaddr from 'ipaddr.js'
import { httpUrl } from '../text/index.ts'

/** A door in the wall around private addresses: one host and port, or a range of addresses on one port or all. */
type Allowance =
  | { readonly kind: 'host'; readonly host: string; readonly port: number }
  | { readonly kind: 'range'; readonly range: string; readonly port?: number }

/** Why a text is no allowance, in words for the line of the configuration that holds it. */
type AllowanceProblem = { readonly kind: 'problem'; readonly message: string }

/**
 * Reads one entry of `allowPrivate`: `HOST:PORT` (a name, an IPv4 address or `[IPv6]`) or `CIDR[:PORT]`.
 * A host alone is refused, since it would open its other ports. Hosts are written as the URL parser writes them.
 */
export function parseAllowance(text: string): Allowance | AllowanceProblem {
  const value = text.trim()
  const slash = value.indexOf('/')
  return slash === -1 ? hostAllowance(value) : rangeAllowance(value, slash)
}

function hostAllowance(value: string): Allowance | AllowanceProblem {
  const [, host, digits] = /^(\[[\d.:a-f]{2,45}\]|[^\s:/?#@*[\]\\]{1,255}):(\d{1,5})$/i.exec(value) ?? []
  if (host === undefined) return problem(value, 'expected HOST:PORT or CIDR[:PORT]')
  const port = portOf(digits)
  if (port === undefined) return problem(value, 'a port lies between 1 and 65535')
  const url = httpUrl(`http://${host}:${port}/`)
  if (url === undefined) return problem(value, 'the host is not one that an address can hold')
  return { kind: 'host', host: new URL(url).hostname, port }
}

function rangeAllowance(value: string, slash: number): Allowance | AllowanceProblem {
  const [, bits, digits] = /^(\d{1,3})(?::(\d{1,5}))?$/.exec(value.slice(slash + 1)) ?? []
  const range = `${value.slice(0, slash).replace(/^\[(.*)\]$/, '$1')}/${bits ?? ''}`
  const isRange = ipaddr.IPv4.isValidCIDRFourPartDecimal(range) || ipaddr.IPv6.isValidCIDR(range)
  if (bits === undefined || !isRange)
    return problem(value, 'expected a range such as 10.0.0.0/8 or fd00::/8, with or without a port')
  if (digits === undefined) return { kind: 'range', range }
  const port = portOf(digits)
  return port === undefined ? problem(value, 'a port lies between 1 and 65535') : { kind: 'range', range, port }
}

function portOf(digits: string | undefined): number | undefined {
  const port = Number(digits)
  return port >= 1 && port <= 65_535 ? port : undefined
}

function problem(value: string, expected: string): AllowanceProblem {
  return { kind: 'problem', message: `${expected}, got ${JSON.stringify(value.slice(0, 80))}` }
}
