import { PassThrough, Writable } from 'node:stream'
import { main } from '../../src/cli/index.ts'

/** The pass after the trouble, in this process: it starts ten times as fast as one of its own. */
export async function nextPass(
  folder: string,
  words: readonly string[],
): Promise<{ readonly exit: number; readonly stderr: string }> {
  let told = ''
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const stderr = new Writable({
    write: (chunk, _encoding, done) => {
      told += String(chunk)
      done()
    },
  })
  const exit = await main({
    argv: ['node', 'kaynak', ...words],
    env: {},
    stdin: new PassThrough(),
    stdout: nowhere,
    stderr,
    cwd: () => folder,
  })
  return { exit, stderr: told }
}
