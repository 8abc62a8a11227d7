import { KaynakError } from '../model/index.ts'
import { parseAllowance } from './allowance.ts'
import { rangeTest } from './public-address.ts'

/** The openings in the wall around private addresses. */
export type Openings = {
  /** by the address as it is written in the URL: another name for the same machine stays closed */
  readonly hasHost: (hostname: string, port: number) => boolean
  /** by a range */
  readonly hasAddress: (address: string, port: number) => boolean
}

/**
 * Reads `allowPrivate`.
 * @throws KaynakError CONFIG_INVALID for an entry that `parseAllowance` does not accept
 */
export function openingsOf(entries: readonly string[]): Openings {
  const hosts = new Set<string>()
  const ranges: { readonly holds: (address: string) => boolean; readonly port: number | undefined }[] = []
  for (const entry of entries) {
    const allowance = parseAllowance(entry)
    if (allowance.kind === 'problem') throw new KaynakError('CONFIG_INVALID', `fetch.allowPrivate: ${allowance.message}`)
    if (allowance.kind === 'host') hosts.add(`${allowance.host}:${allowance.port}`)
    else ranges.push({ holds: rangeTest(allowance.range), port: allowance.port })
  }
  return {
    hasHost: (hostname, port) => hosts.has(`${hostname}:${port}`),
    hasAddress: (address, port) => ranges.some((range) => (range.port ?? port) === port && range.holds(address)),
  }
}
