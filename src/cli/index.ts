import { EXIT, type Exit, type Io } from './io.ts'

/** The program: from its words to its exit code. `--version` loads nothing else, for scripts ask it often. */
export async function main(io: Io): Promise<Exit> {
  if (io.argv[2] === '--version') {
    const { version } = await import('./version.ts')
    io.stdout.on('error', () => undefined) // the exit code tells of it
    io.stdout.write(`${version()}\n`)
    return io.stdout.errored === null ? EXIT.ok : EXIT.cannotWrite
  }
  const { runCommandLine } = await import('./run-command-line.ts')
  return await runCommandLine(io)
}
