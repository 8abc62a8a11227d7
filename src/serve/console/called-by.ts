import { isIPv4 } from 'node:net'

/**
 * Whether the console may be called by this name: the Host of a request. Loopback names and loopback addresses always; with `isOpen`, where a
 * token stands before everything, also addresses and the names that the operator gave. Any other name may have been pointed here by a
 * stranger's page (DNS rebinding). The port is of no concern: tunnels change it, and names are what strangers choose.
 */
export function isCalledByOwnName(
  host: string | undefined,
  names: { readonly isOpen: boolean; readonly given: readonly string[] },
): boolean {
  const name = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9.-]{1,253})(?::\d{1,5})?$/i.exec(host ?? '')?.[1]?.toLowerCase()
  if (name === undefined) return false
  if (name === 'localhost' || name === '[::1]' || (isIPv4(name) && name.startsWith('127.'))) return true
  return names.isOpen && (isIPv4(name) || name.startsWith('[') || names.given.includes(name))
}
