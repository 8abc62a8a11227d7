/** First and last byte, both included. */
export type ByteRange = { readonly first: number; readonly last: number }

/**
 * The one range that a `Range` field asks for (RFC 9110 14.2). Undefined where it is to be ignored: absent, another unit, unreadable,
 * or several ranges at once, which serve attackers more than readers.
 */
export function byteRange(field: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [whole, from = '', to = ''] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(field ?? '') ?? []
  if (whole === undefined || (from === '' && to === '')) return undefined
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 }
  }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return undefined
  return first >= size ? 'unsatisfiable' : { first, last }
}
