import type { About } from './reading.ts'

/** What the transport says that relative addresses are relative to (RFC 3986 5.1); undefined when it says nothing. */
export function documentBase({ url, contentLocation }: About): string | undefined {
  return contentLocation === undefined ? url : (URL.parse(contentLocation, url)?.href ?? url)
}
