import { canonicalUrl } from './canonical-url.ts'

/**
 * The address for comparing across sources: the shown form without scheme, `www.`, `m.`, `mobile.` or `amp.`, without final slash
 * or fragment, escapes in one spelling, parameters sorted. Equal keys mean one article; what is no address is its own key.
 */
export function urlKey(url: string): string {
  const shown = URL.parse(canonicalUrl(url) ?? '')
  if (shown === null) return url.trim()
  const host = shown.hostname.replace(/^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)/, '')
  const path = shown.pathname.replace(/\/(index\.html?)?$/i, '')
  const search = shown.search.slice(1).split('&').sort().join('&')
  const port = shown.port === '' ? '' : `:${shown.port}`
  return oneSpelling(`${host}${port}${path}${search === '' ? '' : `?${search}`}${/^#!/.test(shown.hash) ? shown.hash : ''}`)
}

/** RFC 3986 6.2.2.1: `%d8` and `%D8` are one letter. */
function oneSpelling(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
}
