import type { HttpUrl } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'

/** Where a response sends us on to: an address, none, or one that cannot be followed, with the reason in words. */
export type Redirect =
  | { readonly kind: 'none' }
  | { readonly kind: 'to'; readonly url: HttpUrl; readonly isPermanent: boolean }
  | { readonly kind: 'bad'; readonly message: string }

const FOLLOWED: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * Reads status and Location (RFC 9110 15.4). Raw bytes beyond ASCII, which many servers send, are percent-encoded as they stand; a
 * fragment is dropped. Only http and https are followed, never an address that holds a user's name.
 */
export function redirectOf(status: number, location: string | undefined, base: HttpUrl): Redirect {
  if (!FOLLOWED.has(status)) return { kind: 'none' }
  const value = location?.trim() ?? ''
  if (value === '') return { kind: 'bad', message: `it answered ${status} without an address to go to` }
  const url = httpUrl(
    value.replace(/[^\x21-\x7e]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`),
    base,
  )
  if (url === undefined) return { kind: 'bad', message: 'it redirects to something that is no http or https address' }
  const hash = url.indexOf('#')
  const target = hash === -1 ? url : httpUrl(url.slice(0, hash))
  return target === undefined
    ? { kind: 'bad', message: 'it redirects to something that is no http or https address' }
    : { kind: 'to', url: target, isPermanent: status === 301 || status === 308 }
}
