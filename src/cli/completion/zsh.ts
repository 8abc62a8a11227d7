import type { Flag, Kind, Node, Operand } from './command-tree.ts'

/** A completion script for zsh: a function for each command, by the shell's own `_arguments`. */
export function zshCompletion(nodes: readonly Node[]): string {
  return `#compdef kaynak
# zsh completion for kaynak; written by: kaynak completion zsh
${nodes.map(functionOf).join('\n')}
_kaynak_sources() {
  local -a ids
  ids=(\${(f)"$(sed -nE 's/.*"id"[[:space:]]*:[[:space:]]*"([a-z0-9-]+)".*/\\1/p' feeds.json 2>/dev/null)"})
  compadd -a ids
}
if [[ $funcstack[1] == _kaynak ]]; then _kaynak "$@"; else compdef _kaynak kaynak; fi
`
}

function functionOf(node: Node): string {
  const { path, flags, operands, children } = node
  const options = flags.map(flagSpec)
  if (children.length === 0) return body(path, [...options, ...operands.map(operandSpec)], [])
  const list = children.map(({ name, description }) => quoted(`${name}:${description}`)).join(' ')
  const calls = children.map(({ name }) => `        ${name}) ${functionName([...path, name])} ;;`)
  return body(
    path,
    [...options, "'1: :->command'", "'*:: :->rest'"],
    [
      '  case $state in',
      `    command) local -a commands; commands=(${list}); _describe command commands ;;`,
      '    rest)',
      '      case $words[1] in',
      ...calls,
      '      esac ;;',
      '  esac',
    ],
  )
}

function body(path: readonly string[], specs: readonly string[], after: readonly string[]): string {
  const lines = specs.map((spec) => ` \\\n    ${spec}`).join('')
  const locals = after.length === 0 ? [] : ['  local curcontext="$curcontext" state line', '  typeset -A opt_args']
  return [
    `${functionName(path)}() {`,
    ...locals,
    `  _arguments -s${after.length === 0 ? '' : ' -C'}${lines}`,
    ...after,
    '}',
  ].join('\n')
}

function functionName(path: readonly string[]): string {
  return ['_kaynak', ...path].join('_').replaceAll('-', '_')
}

/** `'(-c --config)'{-c,--config}'[what]:file:_files'` */
function flagSpec({ names, description, value }: Flag): string {
  const alone = value?.isMany === true ? '*' : names.length > 1 ? `(${names.join(' ')})` : ''
  const words = names.length > 1 ? `{${names.join(',')}}` : (names[0] ?? '')
  const label = `[${description.replace(/[[\]\\]/g, '\\$&')}]`
  const ending = value === undefined ? '' : `:${value.name}:${action(value.kind, value.choices)}`
  return `${alone === '' ? '' : quoted(alone)}${words}${quoted(label + ending)}`
}

function operandSpec({ name, kind, choices, isMany }: Operand): string {
  return quoted(`${isMany ? '*' : ''}:${name}:${action(kind, choices)}`)
}

function action(kind: Kind, choices: readonly string[]): string {
  switch (kind) {
    case 'words':
      return `(${choices.join(' ')})`
    case 'file':
      return '_files'
    case 'folder':
      return '_files -/'
    case 'source':
      return '_kaynak_sources'
    case 'anything':
      return ' '
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
