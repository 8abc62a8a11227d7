import { Command } from 'commander'
import { EXIT_CODES, examplesText } from './examples.ts'
import type { Exit, Io } from './io.ts'

/** What a command file exports: its words and options at once, its work loaded only when it is asked for. */
export type CommandFile = (io: Io, end: (exit: Exit) => void) => Command

/** The whole command line. `end` receives the exit code of the command that ran. */
export function program(io: Io, commands: readonly CommandFile[], end: (exit: Exit) => void): Command {
  const root = new Command('kaynak')
    .description('Watches news feeds, keeps what is about its topic, and republishes it with its source.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(`${text.trimEnd().split('\n').join(' ')} `), // one line, with where to read on
    })
    .showSuggestionAfterError(true)
    .option('--version', 'print the version')
    .showHelpAfterError('(kaynak --help lists the commands)')
    .addHelpText('after', () => ROOT_HELP)
  for (const command of commands) {
    root.addCommand(inheriting(command(io, end), root, []))
  }
  return root
}

/** Settings go down when a command is made; these were made before they had a parent, and so were their own subcommands. */
function inheriting(command: Command, parent: Command, above: readonly string[]): Command {
  const path = [...above, command.name()]
  command.copyInheritedSettings(parent)
  command.showHelpAfterError(`(kaynak ${path.join(' ')} --help tells more)`)
  command.addHelpText('after', () => examplesText(path.join(' ')))
  for (const child of command.commands) inheriting(child, command, path)
  return command
}

const ROOT_HELP = `
Begin with:
  kaynak init && kaynak sources add english.example.org && kaynak run

Exit codes:
${EXIT_CODES.map(([code, means]) => `  ${String(code).padEnd(4)} ${means}`).join('\n')}

kaynak COMMAND --help shows each command with examples; man kaynak has all of them.`
