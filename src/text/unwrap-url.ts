import { isOpaqueAddress, isRedirectPath, REDIRECTS } from './redirectors.ts'

const MAX_ROUNDS = 5
const MAX_LENGTH = 8_192

/** Where a wrapped address leads, as far as it can be told without a request. */
export type Unwrapped = {
  /** the innermost address found; the input, trimmed, when it wraps nothing */
  readonly url: string
  /** only the network can tell the target: a Google News link, a shortener, FeedBurner without the original */
  readonly needsResolve: boolean
}

/**
 * Takes an address out of the redirects, viewers and caches that carry their target in themselves: Google alerts and AMP viewer,
 * the AMP cache, Yahoo's `/*http…`, social networks' exits, mail scanners, web archives. Wrappers inside wrappers too, at most five.
 * Never throws; what is no address comes back as it is.
 */
export function unwrapUrl(url: string): Unwrapped {
  let inner = url.trim()
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const parsed = inner.length > MAX_LENGTH ? null : URL.parse(inner)
    if (parsed === null) break
    const target = carried(parsed)
    if (target === undefined) return { url: inner, needsResolve: isOpaqueAddress(parsed) }
    inner = target
  }
  return { url: inner, needsResolve: false }
}

function carried(url: URL): string | undefined {
  const host = url.hostname.replace(/^www\./, '')
  return (
    yahooStar(url) ?? byHost(url, host) ?? ampCache(url, host) ?? translated(url, host) ?? archived(url, host) ?? generic(url)
  )
}

/** `…/*http://target`, `…/**http%3A//target`: Yahoo's redirect of 2004, and every mirror of it. */
function yahooStar(url: URL): string | undefined {
  const at = url.pathname.indexOf('*http')
  return at < 0 ? undefined : absolute(url.href.slice(url.href.indexOf('*http') + 1))
}

/** Redirectors with a name: which path, which parameter. */
function byHost(url: URL, host: string): string | undefined {
  for (const { hosts, path, names, from } of REDIRECTS) {
    if (!hosts.test(host) || !path.test(url.pathname)) continue
    for (const name of names) {
      const target = absolute(url.searchParams.get(name) ?? '')
      if (target !== undefined) return target
    }
    const target = from?.(url)
    if (target !== undefined) return absolute(target)
  }
  return undefined
}

/** `cdn.ampproject.org/c/s/host/path`, `google.com/amp/s/host/path`: `s` says https. */
function ampCache(url: URL, host: string): string | undefined {
  const isCache = /(^|\.)(cdn\.ampproject\.org|bing-amp\.com)$/.test(host)
  const isViewer = /^(amp\.)?google\.[a-z.]{2,6}$/.test(host)
  const match = isCache
    ? /^\/(?:[cvai]|wp|ii\/[^/]{1,20})\/(s\/)?([^/]+\.[^/]+.*)$/.exec(url.pathname)
    : isViewer
      ? /^\/amp\/(s\/)?([^/]+\.[^/]+.*)$/.exec(url.pathname)
      : null
  return match === null ? undefined : absolute(`${match[1] === undefined ? 'http' : 'https'}://${match[2]}${url.search}`)
}

/** `www-example-com.translate.goog`: a hyphen for each dot, two for a hyphen. */
function translated(url: URL, host: string): string | undefined {
  if (!host.endsWith('.translate.goog')) return undefined
  const label = url.hostname.slice(0, -'.translate.goog'.length)
  const original = label.replaceAll('--', '\n').replaceAll('-', '.').replaceAll('\n', '-')
  const search = url.search
    .slice(1)
    .split('&')
    .filter((one) => one !== '' && !one.startsWith('_x_tr_'))
    .join('&')
  return absolute(`https://${original}${url.pathname}${search === '' ? '' : `?${search}`}`)
}

/** Copies in archives: the address stands in the path. */
function archived(url: URL, host: string): string | undefined {
  if (!/^(web\.archive\.org|archive\.(is|ph|today|md|li|vn|fo)|webcache\.googleusercontent\.com)$/.test(host)) return undefined
  const cached = /^cache:(?:[\w-]{6,20}:)?(\S+)/.exec(url.searchParams.get('q') ?? '')?.[1]
  if (cached !== undefined) return absolute(/^https?:/.test(cached) ? cached : `http://${cached}`)
  const path = /^\/(?:web\/)?(?:\d{4,14}[a-z_]{0,4}|\*|newest|o\/\w{1,12})\/(https?:\/{1,2}.+)$/.exec(url.pathname)?.[1]
  return path === undefined ? undefined : absolute(path.replace(/^(https?:)\/+/, '$1//') + url.search)
}

/** A path that says "redirect" and a parameter that is a whole address. */
function generic(url: URL): string | undefined {
  if (!isRedirectPath(url.pathname)) return undefined
  for (const name of [
    'url',
    'u',
    'q',
    'to',
    'target',
    'link',
    'dest',
    'destination',
    'redirect',
    'redirect_url',
    'r',
    'goto',
    'out',
  ]) {
    const target = absolute(url.searchParams.get(name) ?? '')
    if (target !== undefined) return target
  }
  return undefined
}

/** A whole http(s) address, once or twice escaped; nothing else. */
function absolute(value: string): string | undefined {
  const text = /^https?%3a/i.test(value) ? unescaped(value) : value
  if (!/^https?:\/\/[^/?#]/i.test(text)) return undefined
  return URL.parse(text) === null ? undefined : text
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch (problem) {
    if (problem instanceof URIError) return value // a stray percent sign
    throw problem
  }
}
