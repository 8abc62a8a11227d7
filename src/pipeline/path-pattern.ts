/**
 * Whether a pattern of a site's file covers a path: `*` stands for any run of characters; a pattern that ends in neither `*` nor `$`
 * covers what begins with it. Linear: each part is sought once.
 */
export function coversPath(pattern: string, path: string): boolean {
  const exact = pattern.endsWith('$')
  const parts = (exact ? pattern.slice(0, -1) : pattern).split('*')
  const [first = '', ...rest] = parts
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, part] of rest.entries()) {
    if (exact && index === rest.length - 1) return part.length <= path.length - at && path.endsWith(part)
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return !exact || at === path.length
}
