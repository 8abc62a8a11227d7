import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
export const isBuilt = existsSync(MAIN)
if (!isBuilt) console.warn('SKIPPED: the tests of the built program need dist/ (npm run build)')

export type Ending = {
  readonly exit: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
}

export type Running = {
  readonly pid: number
  readonly kill: (signal: NodeJS.Signals) => void
  /** resolves when a line of stderr or stdout holds this text */
  readonly said: (text: string) => Promise<void>
  /** the first whole line that holds this text */
  readonly line: (text: string) => Promise<string>
  readonly ended: Promise<Ending>
}

/** Starts the built program as a stranger would: its own process, its own folder. */
export function start(
  words: readonly string[],
  options: {
    readonly cwd: string
    readonly env?: Readonly<Record<string, string>>
    readonly input?: string
    readonly timeoutMs?: number
  },
): Running {
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd: options.cwd,
    env: { PATH: process.env['PATH'] ?? '', ...options.env },
    timeout: options.timeoutMs ?? 50_000,
  })
  let stdout = ''
  let stderr = ''
  const waiting: { text: string; resolve: () => void }[] = []
  const lines: { text: string; resolve: (line: string) => void }[] = []
  function heard(): void {
    for (const { text, resolve } of waiting) if (stdout.includes(text) || stderr.includes(text)) resolve()
    for (const { text, resolve } of lines) {
      const line = `${stdout}${stderr}`
        .split('\n')
        .slice(0, -1)
        .find((one) => one.includes(text))
      if (line !== undefined) resolve(line)
    }
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    heard()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    heard()
  })
  child.stdin.on('error', () => undefined) // a program that does not read its input is right not to
  child.stdin.end(options.input ?? '')
  return {
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    said: (text) =>
      new Promise((resolve) => {
        waiting.push({ text, resolve })
        heard()
      }),
    line: (text) =>
      new Promise((resolve) => {
        lines.push({ text, resolve })
        heard()
      }),
    ended: new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (exit, signal) => resolve({ exit, signal, stdout, stderr }))
    }),
  }
}

/** Runs it to its end. */
export async function kaynak(words: readonly string[], options: Parameters<typeof start>[1]): Promise<Ending> {
  return await start(words, options).ended
}
