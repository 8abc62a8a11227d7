import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import type { Allowance } from './allowance.ts'
import { type Failed, failed } from './failed.ts'
import type { Lookup } from './lookup.ts'
import { isInRange, isPublicAddress } from './public-address.ts'

/** The addresses of one hop, all of them checked: nothing else may be connected to. */
export type Destination = { readonly kind: 'destination'; readonly addresses: readonly LookupAddress[] }

type Rules = { readonly allowances: readonly Allowance[]; readonly lookup: Lookup; readonly signal: AbortSignal }

/**
 * Resolves a host once and checks every answer; one address that is not global unicast refuses them all, since a name with mixed
 * answers could choose. IP literals are checked here too, as a socket's own `lookup` is not called for them.
 */
export async function destination(url: URL, rules: Rules): Promise<Destination | Failed> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(host)
  const found =
    family === 0 ? await rules.lookup(host, rules.signal) : { kind: 'addresses' as const, addresses: [{ address: host, family }] }
  if (found.kind === 'failed') return found
  const port = portOf(url)
  if (isOpenHost(url.hostname, port, rules.allowances)) return { kind: 'destination', addresses: found.addresses }
  const closed = found.addresses.find(
    ({ address }) => !isPublicAddress(address) && !isOpenAddress(address, port, rules.allowances),
  )
  if (closed === undefined) return { kind: 'destination', addresses: found.addresses }
  const words = family === 0 ? `${host} is ${closed.address}, which` : closed.address
  return failed('private-address', `${words} is not a public address`)
}

/** The port of an address, the scheme's own when none is written. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' ? 443 : 80
}

function isOpenHost(host: string, port: number, allowances: readonly Allowance[]): boolean {
  return allowances.some((open) => open.kind === 'host' && open.host === host && open.port === port)
}

function isOpenAddress(address: string, port: number, allowances: readonly Allowance[]): boolean {
  return allowances.some((open) => open.kind === 'range' && (open.port ?? port) === port && isInRange(address, open.range))
}
