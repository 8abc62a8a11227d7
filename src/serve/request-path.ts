/** Segments longer than this name no file on any system. */
const LONGEST = 255

/**
 * The file that a request's target names, relative to the folder, with slashes; `index.html` stands in for a folder's own address.
 * Undefined for whatever could leave the folder or mean something else to a file system: dots in front, encoded slashes, backslashes,
 * colons, controls, empty segments, escapes that are no UTF-8. `.well-known` is the one hidden name that is public.
 */
export function requestPath(target: string): string | undefined {
  if (PLAIN.test(target)) return target.slice(1)
  const path = pathOf(target)
  if (path === undefined) return undefined
  const named = path.endsWith('/') ? `${path}index.html` : path
  const segments: string[] = []
  for (const raw of named.slice(1).split('/')) {
    const segment = decoded(raw)
    if (segment === undefined || !isName(segment, segments.length === 0)) return undefined
    segments.push(segment)
  }
  return segments.join('/')
}

/** Nearly every request: nothing to decode, nothing hidden. */
const PLAIN = /^(?:\/[A-Za-z0-9][\w-]{0,150}(?:\.[\w-]{1,60}){0,2})+$/

/** Origin form, or absolute form as proxies send it (RFC 9112 3.2); the query names no other file. */
function pathOf(target: string): string | undefined {
  const absolute = /^https?:\/\/[^/?#]*/i.exec(target)?.[0] ?? ''
  const [path = ''] = target.slice(absolute.length).split(/[?#]/, 1)
  if (path === '' && absolute !== '') return '/'
  return path.startsWith('/') ? path : undefined
}

function decoded(segment: string): string | undefined {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch (problem) {
    if (problem instanceof URIError) return undefined
    throw problem
  }
}

function isName(segment: string, isFirst: boolean): boolean {
  if (segment.length === 0 || segment.length > LONGEST || /[/\\:\u0000-\u001f\u007f]/.test(segment)) return false
  if (isFirst && segment === '.well-known') return true
  return !segment.startsWith('.') && !/[. ]$/.test(segment)
}
