import { CommanderError } from 'commander'
import { KaynakError } from '../model/index.ts'
import { COMMANDS } from './commands.ts'
import { EXIT, type Exit, type Io } from './io.ts'
import { program } from './program.ts'

/** The command line from its words to its exit code. Known trouble is one line; only a bug shows its stack. */
export async function runCommandLine(io: Io): Promise<Exit> {
  let exit: Exit = EXIT.ok
  io.stdout.on('error', ignoreClosedPipe)
  try {
    await program(io, COMMANDS, (code) => {
      exit = code
    }).parseAsync([...io.argv])
    return exit
  } catch (problem) {
    return exitOf(problem, io)
  }
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

/** `kaynak … | head` closes our stdout early: that is the reader's right, and no error of ours. */
function ignoreClosedPipe(problem: NodeJS.ErrnoException): void {
  if (problem.code !== 'EPIPE') throw problem
}
