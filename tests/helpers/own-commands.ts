import { COMMANDS } from '../../src/cli/commands.ts'
import { commandTree, type Node } from '../../src/cli/completion/command-tree.ts'
import { program } from '../../src/cli/program.ts'

/** The command line as it is without any environment. */
export function ownCommands(): readonly Node[] {
  const { stdin, stdout, stderr } = process
  return commandTree(program({ argv: [], env: {}, stdin, stdout, stderr, cwd: () => '/' }, COMMANDS, () => undefined))
}
