import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import type { Stop } from './deadline.ts'
import { type Failed, failed } from './failed.ts'
import type { Lookup } from './lookup.ts'
import type { Openings } from './openings.ts'
import { isPublicAddress } from './public-address.ts'

/** The addresses of one hop, all of them checked: nothing else may be connected to. */
export type Destination = { readonly kind: 'destination'; readonly addresses: readonly LookupAddress[] }

type Rules = { readonly openings: Openings; readonly lookup: Lookup; readonly stop: Stop }

/**
 * Resolves a host once and checks every answer; one address that is not global unicast refuses them all, since a name with mixed
 * answers could choose. IP literals are checked here too, as a socket's own `lookup` is not called for them.
 */
export async function destination(url: URL, rules: Rules): Promise<Destination | Failed> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(host)
  const found =
    family === 0 ? await rules.lookup(host, rules.stop) : { kind: 'addresses' as const, addresses: [{ address: host, family }] }
  if (found.kind === 'failed') return found
  const port = portOf(url)
  if (rules.openings.hasHost(url.hostname, port)) return { kind: 'destination', addresses: found.addresses }
  const closed = found.addresses.find(({ address }) => !isPublicAddress(address) && !rules.openings.hasAddress(address, port))
  if (closed === undefined) return { kind: 'destination', addresses: found.addresses }
  const words = family === 0 ? `${host} is ${closed.address}, which` : closed.address
  return failed('private-address', `${words} is not a public address`)
}

/** The port of an address, the scheme's own when none is written. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' ? 443 : 80
}
