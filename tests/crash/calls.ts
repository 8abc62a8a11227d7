import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Order, runProgram } from './program-run.ts'

/** A call that a pass makes to write: the nth of its name on this path, which is relative to the pass's folder. */
export type Call = { readonly name: string; readonly path: string; readonly nth: number }

const NAMES = [
  ...['write', 'writev', 'pwrite64', 'pwritev', 'pwritev2', 'sendfile', 'copy_file_range'],
  ...['fsync', 'fdatasync', 'ftruncate', 'truncate', 'fallocate', 'openat', 'open', 'creat'],
  ...['rename', 'renameat', 'renameat2', 'link', 'linkat', 'unlink', 'unlinkat', 'mkdir', 'mkdirat', 'rmdir'],
]

/** Every write-like call of an undisturbed pass on a path inside its folder, in their order. */
export async function callsOf(order: Order): Promise<readonly Call[]> {
  const log = join(order.folder, 'calls.log')
  await runProgram({ ...order, under: ['strace', '-f', '-y', '-s', '0', '-o', log, '-e', `trace=${NAMES.join(',')}`] })
  const counts = new Map<string, number>()
  const calls: Call[] = []
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const { name, path = '' } = /^\d+ +(?<name>\w+)\((?:AT_FDCWD<[^>]*>, )?(?:\d+<(?<path>[^>]*)>)?/.exec(line)?.groups ?? {}
    const place = path === '' ? /^[^"]*"([^"]*)"/.exec(line)?.[1] : path
    if (name === undefined || place?.startsWith(`${order.folder}/`) !== true) continue
    const key = `${name} ${place}`
    const nth = (counts.get(key) ?? 0) + 1
    counts.set(key, nth)
    if (name.startsWith('open') && !/O_CREAT|O_WRONLY|O_RDWR/.test(line)) continue
    calls.push({ name, path: place.slice(order.folder.length + 1), nth })
  }
  return calls
}

/** How a call is to go wrong. */
export type Way = 'KILL' | 'ENOSPC' | 'EIO'

/**
 * The words of a tracer that make one call of a pass in this folder go wrong; what happened stands in its log. With `--seccomp-bpf` it
 * is quicker, but injects no signals (strace 6.1).
 */
export function tracerWords(folder: string, { name, path, nth }: Call, way: Way): readonly string[] {
  const what = way === 'KILL' ? 'signal=KILL' : `error=${way}`
  return [
    ...[
      'strace',
      '-f',
      '-qq',
      ...(way === 'KILL' ? [] : ['--seccomp-bpf']),
      '-s',
      '0',
      '-o',
      logIn(folder),
      '-P',
      join(folder, path),
    ],
    ...['-e', `trace=${name}`, '-e', `inject=${name}:${what}:when=${nth}`],
  ]
}

/** Whether the call was reached and went wrong. */
export function wentWrong(folder: string, way: Way): boolean {
  return readFileSync(logIn(folder), 'utf8').includes(way === 'KILL' ? 'killed by SIGKILL' : '(INJECTED)')
}

function logIn(folder: string): string {
  return join(folder, 'injected.log')
}
