/** What a browser says of where a request comes from. */
export type Provenance = {
  readonly method: string
  readonly host: string
  readonly origin: string | undefined
  /** Sec-Fetch-Site and Sec-Fetch-Mode */
  readonly site: string | undefined
  readonly mode: string | undefined
}

/**
 * Whether a request was made by the console's own pages or, where it changes nothing, by a person who follows a link. A change must name
 * its origin (all browsers do, for POST), and it must be the host that was asked; what another site's page loads into itself is refused.
 */
export function isFromOwnPages({ method, host, origin, site, mode }: Provenance): boolean {
  const isChange = method !== 'GET' && method !== 'HEAD'
  const isForeign = site === 'cross-site' || site === 'same-site' // another port of this machine is another site's page too
  if (isForeign && (isChange || mode !== 'navigate')) return false
  if (origin === undefined) return !isChange
  return origin.toLowerCase() === `http://${host.toLowerCase()}` || origin.toLowerCase() === `https://${host.toLowerCase()}`
}
