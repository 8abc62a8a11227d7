import type { Command, Option } from 'commander'

/** What a value is, so that a shell can propose some. */
export type Kind = 'file' | 'folder' | 'source' | 'words' | 'anything'

export type Flag = {
  /** as they are typed: `-c`, `--config` */
  readonly names: readonly string[]
  readonly description: string
  /** absent for a switch */
  readonly value?: { readonly name: string; readonly kind: Kind; readonly choices: readonly string[]; readonly isMany: boolean }
}

export type Operand = {
  readonly name: string
  readonly kind: Kind
  readonly choices: readonly string[]
  readonly isMany: boolean
}

/** One command: its words after `kaynak`, and what may follow them. */
export type Node = {
  readonly path: readonly string[]
  readonly description: string
  readonly flags: readonly Flag[]
  readonly operands: readonly Operand[]
  readonly children: readonly { readonly name: string; readonly description: string }[]
}

/** Every command of a command line, from the outermost to the innermost, in the order of `--help`. */
export function commandTree(root: Command): readonly Node[] {
  return nodesOf(root, [])
}

function nodesOf(command: Command, path: readonly string[]): readonly Node[] {
  const children = command
    .createHelp()
    .visibleCommands(command)
    .filter((child) => child.name() !== 'help')
  const node = {
    path,
    description: command.description(),
    flags: command.createHelp().visibleOptions(command).map(flagOf),
    operands: command.registeredArguments.map((argument) => ({
      name: argument.name(),
      ...proposals(argument.name(), argument.argChoices),
      isMany: argument.variadic,
    })),
    children: children.map((child) => ({ name: child.name(), description: child.description() })),
  }
  return [node, ...children.flatMap((child) => nodesOf(child, [...path, child.name()]))]
}

function flagOf(option: Option): Flag {
  const names = [option.short, option.long].filter((name) => name !== undefined)
  const placeholder = /[<[]([^>\].]+)/.exec(option.flags)?.[1]
  const { description } = option
  if (placeholder === undefined) return { names, description }
  const value = { name: placeholder, ...proposals(placeholder, option.argChoices), isMany: option.variadic }
  return { names, description, value }
}

/** The names that commands give their values say what they are. */
function proposals(name: string, choices: readonly string[] | undefined): Pick<Operand, 'kind' | 'choices'> {
  if (choices !== undefined) return { kind: 'words', choices }
  if (/file|items|new|topic/.test(name)) return { kind: 'file', choices: [] }
  if (name === 'dir') return { kind: 'folder', choices: [] }
  return { kind: name === 'id' ? 'source' : 'anything', choices: [] }
}
