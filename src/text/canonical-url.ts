import type { HttpUrl } from '../model/index.ts'
import { httpUrl } from './http-url.ts'
import { siteOf } from './site-of.ts'
import { isTrackingParameter } from './tracking-parameters.ts'
import { unwrapUrl } from './unwrap-url.ts'

/** What else is known of an address. */
export type CanonicalHints = {
  /** the page's rel=canonical, absolute or relative; believed only within the same site */
  readonly canonical?: string
  /** addresses or hosts of the feed and the site: a `ref` that names one of them is dropped */
  readonly sites?: readonly string[]
}

/**
 * The address to show: out of redirects, viewers and caches; host in lower case, default port and dot segments resolved, escapes of
 * unreserved letters undone (RFC 3986 6.2.2); path and order of parameters untouched; without tracking parameters, fragment
 * (`#!` and `#/` stay, they select the article) and AMP marks. A canonical of the same registrable domain that is not its home
 * page decides, between http and https too. Undefined for what is no http(s) address.
 */
export function canonicalUrl(url: string, hints: CanonicalHints = {}): HttpUrl | undefined {
  const parsed = URL.parse(httpUrl(unwrapUrl(url).url) ?? '')
  if (parsed === null) return undefined
  const sites = [parsed.href, ...(hints.sites ?? [])].flatMap(hostsOf)
  const canonical = trustedCanonical(parsed, hints.canonical)
  return httpUrl(canonical === undefined ? cleaned(withoutAmp(parsed), sites) : cleaned(canonical, sites))
}

/**
 * A rel=canonical that may speak for this address: same registrable domain, and not the home page of another path. One of another
 * site is evidence of syndication, not an address of ours.
 */
function trustedCanonical(url: URL, value: string | undefined): URL | undefined {
  if (value === undefined || value.trim() === '') return undefined
  const canonical = URL.parse(httpUrl(value, url.href) ?? '')
  if (canonical === null || siteOf(canonical.href) !== siteOf(url.href)) return undefined
  const isHome = /^\/?([a-z]{2}(-[a-z]{2})?\/?)?(index\.\w{3,5})?$/i.test(canonical.pathname) && canonical.search === ''
  return isHome && canonical.pathname !== url.pathname ? undefined : canonical
}

/** `amp.` before the host, `/amp` first or last in the path, `.amp` or `.amp.html` at its end. */
function withoutAmp(url: URL): URL {
  const plain = new URL(url)
  if (/^amp\./.test(plain.hostname) && plain.hostname.split('.').length > 2)
    plain.hostname = plain.hostname.replace(/^amp\./, 'www.')
  plain.pathname = plainPath(plain.pathname)
  return plain
}

function plainPath(path: string): string {
  const first = /^\/amp(\/[^/]+.*)$/i.exec(path)?.[1]
  const rest = first ?? path
  if (/[^/]\/amp\/?$/i.test(rest)) return rest.replace(/\/amp(\/?)$/i, '$1')
  return rest.replace(/\.amp(\.html?)?$/i, '$1').replace(/^(\/news)\/amp(?=\/)/, '$1')
}

function cleaned(url: URL, sites: readonly string[]): string {
  const search = keptParameters(url.search.slice(1), sites).join('&')
  const fragment = /^#[!/]/.test(url.hash) ? url.hash : ''
  return unreserved(`${url.protocol}//${url.host}${url.pathname}`) + (search === '' ? '' : `?${unreserved(search)}`) + fragment
}

function keptParameters(search: string, sites: readonly string[]): readonly string[] {
  return search.split('&').filter((pair) => {
    const at = pair.indexOf('=')
    const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    return pair !== '' && !isTrackingParameter(name, value, sites)
  })
}

/** Undoes escapes that no address needs: letters, digits and `-._~`. No dot segment can arise: the parser has resolved those. */
function unreserved(text: string): string {
  return text.replace(/%(?:2[DE]|5F|7E|3\d|[46][1-9A-F]|[57][0-9A])/gi, (code) => {
    return String.fromCharCode(Number.parseInt(code.slice(1), 16))
  })
}

function hostsOf(site: string): readonly string[] {
  const host = (URL.parse(site)?.hostname ?? site).toLowerCase().replace(/^www\./, '')
  return host === '' ? [] : [host]
}
