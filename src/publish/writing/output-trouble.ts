import { KaynakError } from '../../model/index.ts'

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file is in the way',
  EISDIR: 'a folder is in the way',
  ENOTEMPTY: 'a folder is in the way',
  ELOOP: 'a link leads out of the folder or in a circle',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the path is too long',
  EIO: 'the disk reports an error',
}

/** Trouble with the disk as one line: which path, why, and what to do. Anything else is a bug and is thrown on as it is. */
export function outputTrouble(path: string, problem: unknown): unknown {
  const code = errorCode(problem)
  if (code === undefined) return problem
  const reason = REASONS[code] ?? `the system says ${code}`
  const message = `${path}: cannot be written (${reason}); what was published before is untouched. Make room or set the permissions there, or name another folder with --output`
  return new KaynakError('OUTPUT_WRITE', message, { cause: problem })
}

/** The `code` of a system error (`ENOENT`); undefined for any other value. */
export function errorCode(problem: unknown): string | undefined {
  return problem instanceof Error && 'code' in problem && typeof problem.code === 'string' && /^E[A-Z0-9]+$/.test(problem.code)
    ? problem.code
    : undefined
}
