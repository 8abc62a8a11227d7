import { spawn } from 'node:child_process'

export type Ended = { readonly exit: number | null; readonly stdout: string; readonly stderr: string }

/** Runs any program to its end, with this environment and no other; servers of the test go on answering meanwhile. */
export function run(
  program: string,
  words: readonly string[],
  {
    cwd,
    env,
    input = '',
  }: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>>; readonly input?: string },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd, env, timeout: 55_000 })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (exit) => resolve({ exit, stdout, stderr }))
    child.stdin.on('error', () => undefined) // a program that does not read its input is right not to
    child.stdin.end(input)
  })
}
