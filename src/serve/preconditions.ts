import type { IncomingHttpHeaders } from 'node:http'

/** What identifies the version at hand: a strong tag with its quotes, and its date in whole seconds. */
export type Validated = { readonly etag: string; readonly modifiedMs: number }

/** What the client's conditions make of a GET or HEAD (RFC 9110 13.2.2): go on, 304 or 412. */
export function preconditions(headers: IncomingHttpHeaders, version: Validated): 'go-on' | 'not-modified' | 'failed' {
  const ifMatch = headers['if-match']
  const ifUnmodified = momentOf(headers['if-unmodified-since'])
  if (ifMatch !== undefined) {
    if (!names(ifMatch, version.etag, 'strong')) return 'failed'
  } else if (ifUnmodified !== undefined && version.modifiedMs > ifUnmodified) return 'failed'
  const ifNoneMatch = headers['if-none-match']
  if (ifNoneMatch !== undefined) return names(ifNoneMatch, version.etag, 'weak') ? 'not-modified' : 'go-on'
  const ifModified = momentOf(headers['if-modified-since'])
  return ifModified !== undefined && version.modifiedMs <= ifModified ? 'not-modified' : 'go-on'
}

/** Whether an `If-Range` still holds, so that a part may be sent (RFC 9110 13.1.5): the very tag or the very date. */
export function isRangeCurrent(field: string | undefined, version: Validated): boolean {
  if (field === undefined) return true
  if (field.includes('"')) return field.trim() === version.etag
  return momentOf(field) === version.modifiedMs
}

/** Tags hold neither quotes nor commas here, so that a list may simply be split; ours are compared as they stand. */
function names(field: string, etag: string, comparison: 'strong' | 'weak'): boolean {
  if (field === etag) return true
  return field
    .slice(0, 8_000)
    .split(',')
    .map((one) => one.trim())
    .some((one) => one === '*' || (comparison === 'weak' ? one.replace(/^W\//, '') : one) === etag)
}

function momentOf(field: string | undefined): number | undefined {
  if (field === undefined || !/^[A-Z][a-z]{2,8},? /.test(field)) return undefined
  const at = Date.parse(field)
  return Number.isNaN(at) ? undefined : at
}
