import type { HttpUrl } from '../model/index.ts'
import { canonicalUrl, httpUrl, siteOf, unwrapUrl } from '../text/index.ts'

/** Where the text stands at its publisher, as far as can be told without a request. */
export type OriginAddress = {
  readonly url?: HttpUrl
  readonly needsResolve: boolean
  /** a canonical address on another site: the text was taken over from there */
  readonly elsewhere?: HttpUrl
  readonly rule: string
}

/** Settles an item's address: out of its wrappers, without tracking, by the page's canonical where that may speak. */
export function originAddress(
  link: string | undefined,
  hints: { readonly canonical?: string | undefined; readonly sites: readonly string[] },
): OriginAddress {
  const canonical = hints.canonical?.trim()
  if (link === undefined || link.trim() === '') {
    const only = canonical === undefined ? undefined : canonicalUrl(canonical)
    return { needsResolve: false, rule: 'canonical', ...(only === undefined ? {} : { url: only }) }
  }
  const { url: inner, needsResolve } = unwrapUrl(link)
  const url = canonicalUrl(link, { sites: hints.sites, ...(canonical === undefined ? {} : { canonical }) })
  const stated = canonical === undefined || needsResolve ? undefined : httpUrl(canonical, inner)
  const isElsewhere =
    stated !== undefined && url !== undefined && siteOf(stated) !== siteOf(url) && new URL(stated).pathname.length > 1
  return {
    ...(url === undefined ? {} : { url }),
    needsResolve,
    ...(isElsewhere ? { elsewhere: stated } : {}),
    rule: inner === link.trim() ? 'link' : 'unwrapped',
  }
}
