/** Ways of a file system to say that there is no such file for us. */
const ABSENT: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'EACCES',
  'EPERM',
  'EINVAL',
  'ENXIO',
])

/** Whether a problem with a file means that there is nothing to serve; anything else is trouble with the machine. */
export function isAbsent(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && typeof problem.code === 'string' && ABSENT.has(problem.code)
}
