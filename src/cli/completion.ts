import { Argument, Command } from 'commander'
import { EXIT } from './io.ts'
import type { CommandFile } from './program.ts'

/** `kaynak completion`: a script with which a shell completes commands, options, files and ids of sources. */
export const completionCommand: CommandFile = (io, end) =>
  new Command('completion')
    .description('print a script with which your shell completes kaynak')
    .addArgument(new Argument('<shell>', 'which shell it is for').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: string, _options: object, command: Command) => {
      const { commandTree } = await import('./completion/command-tree.ts')
      const nodes = commandTree(command.parent ?? command)
      io.stdout.write(await script(shell, nodes))
      end(EXIT.ok)
    })

async function script(
  shell: string,
  nodes: Parameters<typeof import('./completion/bash.ts').bashCompletion>[0],
): Promise<string> {
  switch (shell) {
    case 'zsh':
      return (await import('./completion/zsh.ts')).zshCompletion(nodes)
    case 'fish':
      return (await import('./completion/fish.ts')).fishCompletion(nodes)
    default:
      return (await import('./completion/bash.ts')).bashCompletion(nodes)
  }
}
