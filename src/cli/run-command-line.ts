import { CommanderError } from 'commander'
import { KaynakError } from '../model/index.ts'
import { COMMANDS } from './commands.ts'
import { fileTrouble } from './file-trouble.ts'
import { EXIT, type Exit, type Io } from './io.ts'
import { program } from './program.ts'

/** The command line from its words to its exit code. Known trouble is one line; only a bug shows its stack. */
export async function runCommandLine(io: Io): Promise<Exit> {
  let exit: Exit = EXIT.ok
  let lost: Error | undefined
  io.stdout.on('error', (problem) => {
    lost ??= problem
  })
  io.stderr.on('error', noCrash)
  try {
    await program(io, COMMANDS, (code) => {
      exit = code
    }).parseAsync([...io.argv])
  } catch (problem) {
    exit = exitOf(problem, io)
  }
  return printed(lost ?? io.stdout.errored ?? undefined, io) ? exit : EXIT.cannotWrite
}

function exitOf(problem: unknown, io: Io): Exit {
  if (problem instanceof CommanderError) return problem.exitCode === 0 ? EXIT.ok : EXIT.usage // it has said its line
  if (problem instanceof KaynakError) {
    io.stderr.write(`kaynak: ${problem.message}\n`)
    return EXIT_OF[problem.code]
  }
  io.stderr.write(`kaynak: unexpected: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`)
  return EXIT.unexpected
}

const EXIT_OF: Readonly<Record<KaynakError['code'], Exit>> = {
  USAGE: EXIT.usage,
  CONFIG_MISSING: EXIT.usage,
  CONFIG_INVALID: EXIT.usage,
  TOPIC_INVALID: EXIT.usage,
  LOCKED: EXIT.locked,
  STATE_UNUSABLE: EXIT.cannotWrite,
  STATE_WRITE: EXIT.cannotWrite,
  OUTPUT_WRITE: EXIT.cannotWrite,
  INTERRUPTED: EXIT.unexpected,
}

/**
 * Whether everybody who wanted to read what was printed could. `kaynak … | head` closes our stdout early: that is the reader's right.
 * What a full disk has swallowed is said.
 */
function printed(lost: NodeJS.ErrnoException | undefined, { stderr }: Io): boolean {
  if (lost === undefined || lost.code === 'EPIPE') return true
  stderr.write(`kaynak: what this command prints cannot be written (${fileTrouble(lost)})\n`)
  return false
}

/** A log on a full disk must not end the program that writes it. */
function noCrash(): void {
  return
}
