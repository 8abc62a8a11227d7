import dns, { type LookupAddress } from 'node:dns'
import type { Stop } from './deadline.ts'
import { type Failed, failed } from './failed.ts'

/** All addresses of a name, or why there are none. */
export type Lookup = (host: string, stop: Stop) => Promise<Found | Failed>

type Found = { readonly kind: 'addresses'; readonly addresses: readonly LookupAddress[] }

/** How long the system's resolver is waited for before the name servers are asked as well. */
const PATIENCE_MS = 3_000

/**
 * Resolves a name through the system (hosts file included). That blocks one of a few threads for each name, so that some dead name
 * servers could keep every other source waiting; a name that is slow is therefore asked for on sockets too, and the first answer counts.
 */
export const systemLookup: Lookup = (host, stop) =>
  new Promise((resolve) => {
    const settle = (answer: Found | Failed): void => {
      clearTimeout(patience)
      withdraw()
      resolver?.cancel()
      resolve(answer)
    }
    const withdraw = stop.onStop(() => settle(failed('timeout', 'its name was not resolved in time')))
    let resolver: dns.promises.Resolver | undefined
    const askNameServers = async (): Promise<void> => {
      resolver = new dns.promises.Resolver({ timeout: PATIENCE_MS, tries: 2 })
      const addresses = await serverAnswers(resolver, host)
      if (addresses === undefined) return // they were no help: the system's resolver keeps the last word
      settle(addresses.length > 0 ? { kind: 'addresses', addresses } : failed('dns', 'its name does not resolve'))
    }
    const patience = setTimeout(askNameServers, PATIENCE_MS)
    dns.lookup(host, { all: true, order: 'verbatim' }, (error, addresses) => {
      if (error === null && addresses.length > 0) settle({ kind: 'addresses', addresses })
      else settle(failed('dns', 'its name does not resolve'))
    })
  })

/** What the name servers know of both families: none where they say that there are none, undefined where they do not say. */
async function serverAnswers(resolver: dns.promises.Resolver, host: string): Promise<LookupAddress[] | undefined> {
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  const found = [v6, v4].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  if (found.length === 0 && ![v4, v6].every(isSaidToBeNone)) return undefined
  return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
}

function isSaidToBeNone(answer: PromiseSettledResult<readonly string[]>): boolean {
  return answer.status === 'rejected' && (answer.reason?.code === dns.NOTFOUND || answer.reason?.code === dns.NODATA)
}
