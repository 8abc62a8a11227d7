import { getDomain } from 'tldts'

/**
 * The registrable domain of an address or a host (`bbc.co.uk`), blogs of one platform kept apart (`name.blogspot.com`);
 * an IP address or a lone label (`localhost`) is its own site. Undefined where there is no host.
 */
export function siteOf(url: string): string | undefined {
  const host = URL.parse(url)?.hostname ?? (/^[^\s/?#@]+$/.test(url) ? url.toLowerCase() : '')
  if (host === '') return undefined
  return getDomain(host, { allowPrivateDomains: true }) ?? host
}
