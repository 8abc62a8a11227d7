import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Ending = {
  readonly exit: number | null
  readonly signal: string | null
  readonly stderr: string
  readonly ms: number
}

export type Order = {
  /** the built main.js */
  readonly program: string
  readonly folder: string
  readonly words: readonly string[]
  /** the words of a tracer that go before it */
  readonly under?: readonly string[]
  /** killed so long after its start */
  readonly killAfterMs?: number
}

/** Where its results go: a file, as with cron, that can run into a full disk too. */
const RESULTS = 'results.txt'

/** Runs the built program with a single thread for files, so that its calls come in the same order each time. */
export function runProgram({ program, folder, words, under = [], killAfterMs }: Order): Promise<Ending> {
  const [first = process.execPath, ...rest] = [...under, process.execPath, program, ...words]
  const [out, err] = [RESULTS, 'trouble.txt'].map((name) => openSync(join(folder, name), 'w'))
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(first, rest, {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', UV_THREADPOOL_SIZE: '1' },
      stdio: ['ignore', out ?? 'ignore', err ?? 'ignore'],
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs ?? 60_000)
    for (const handle of [out, err]) if (handle !== undefined) closeSync(handle)
    child.on('error', reject)
    child.on('close', (exit, signal) => {
      clearTimeout(timer)
      resolve({ exit, signal, stderr: readFileSync(join(folder, 'trouble.txt'), 'utf8'), ms: performance.now() - began })
    })
  })
}
