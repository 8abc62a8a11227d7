import type { HttpUrl } from '../model/index.ts'

const MAX_LENGTH = 2048

/**
 * Reads an address: absolute, or relative to `base`. Undefined for anything but http(s), for user-info (it may hold a
 * secret), for an empty host and for more than 2,048 characters. WHATWG URL, so every spelling of one address becomes one.
 */
export function httpUrl(value: string, base?: string): HttpUrl | undefined {
  const text = value.trim()
  if (text === '' || text.length > MAX_LENGTH) return undefined
  const url = URL.parse(text, base)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hostname === '')
    return undefined
  return isNormalised(url.href, url) ? url.href : undefined
}

/** A URL's own href is what the brand promises; said as a predicate, since the brand has no other door. */
function isNormalised(href: string, url: URL): href is HttpUrl {
  return href === url.href && href.length <= MAX_LENGTH
}
