import { join } from 'node:path'

const SEGMENT = /^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,150}|\.kaynak-[a-z0-9.-]{1,60})$/

/** Whether a path with slashes can only name something inside the output directory, on every system. */
export function isSafePath(path: string): boolean {
  return path.split('/').every((segment) => SEGMENT.test(segment) && !segment.endsWith('.'))
}

/**
 * Where a file of the output lies. The paths are our own, made from ids that were checked; one that could leave the
 * directory is a bug, hence the plain Error.
 */
export function fileOf(directory: string, path: string): string {
  if (!isSafePath(path)) throw new Error(`a path of the output may not leave it: ${JSON.stringify(path)}`)
  return join(directory, ...path.split('/'))
}
