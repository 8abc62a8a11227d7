import { createRequire } from 'node:module'
import type tldts from 'tldts'

/** The public suffix list is loaded by the first question: a pass that finds nothing new asks none. */
const load = createRequire(import.meta.url)

/**
 * The registrable domain of an address or a host (`bbc.co.uk`), blogs of one platform kept apart (`name.blogspot.com`);
 * an IP address or a lone label (`localhost`) is its own site. Undefined where there is no host.
 */
export function siteOf(url: string): string | undefined {
  const host = URL.parse(url)?.hostname ?? (/^[^\s/?#@]+$/.test(url) ? url.toLowerCase() : '')
  if (host === '') return undefined
  const { getDomain }: typeof tldts = load('tldts')
  return getDomain(host, { allowPrivateDomains: true }) ?? host
}
