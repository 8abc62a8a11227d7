import { Command } from 'commander'
import type { Exit, Io } from './io.ts'

/** What a command file exports: its words and options at once, its work loaded only when it is asked for. */
export type CommandFile = (io: Io, end: (exit: Exit) => void) => Command

/** The whole command line. `end` receives the exit code of the command that ran. */
export function program(io: Io, commands: readonly CommandFile[], end: (exit: Exit) => void): Command {
  const root = new Command('kaynak')
    .description('Watches news feeds, keeps what is about its topic, and republishes it with its source.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showSuggestionAfterError(true)
    .option('--version', 'print the version')
  for (const command of commands) {
    root.addCommand(inheriting(command(io, end), root))
  }
  return root
}

/** Settings go down when a command is made; these were made before they had a parent, and so were their own subcommands. */
function inheriting(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent)
  for (const child of command.commands) inheriting(child, command)
  return command
}
