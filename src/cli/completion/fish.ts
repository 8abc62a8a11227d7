import type { Flag, Kind, Node } from './command-tree.ts'

/** A completion script for fish: one `complete` for each word and flag. */
export function fishCompletion(nodes: readonly Node[]): string {
  return `# fish completion for kaynak; written by: kaynak completion fish
function __kaynak_at
    set -l typed (commandline -opc)
    set -e typed[1]
    set -l path
    for word in $typed
        string match -q -- '-*' $word; and break
        contains -- "$path $word" ${nodes
          .filter(({ path }) => path.length > 0)
          .map(({ path }) => quoted(` ${path.join(' ')}`))
          .join(' ')}; or break
        set path "$path $word"
    end
    test "$path" = "$argv[1]"
end
function __kaynak_sources
    sed -nE 's/.*"id"[[:space:]]*:[[:space:]]*"([a-z0-9-]+)".*/\\1/p' feeds.json 2>/dev/null
end
complete -c kaynak -f
${nodes.flatMap(linesOf).join('\n')}
`
}

function linesOf({ path, flags, operands, children }: Node): readonly string[] {
  const at = `complete -c kaynak -n ${quoted(`__kaynak_at "${path.map((word) => ` ${word}`).join('')}"`)}`
  const [first] = operands
  return [
    ...children.map(({ name, description }) => `${at} -a ${quoted(name)} -d ${quoted(description)}`),
    ...flags.map((flag) => `${at} ${flagWords(flag)}`),
    ...(first === undefined ? [] : proposing(first.kind, first.choices).map((words) => `${at} ${words}`)),
  ]
}

function flagWords({ names, description, value }: Flag): string {
  const words = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`))
  const wanted = value === undefined ? [] : [value.kind === 'file' ? '-r' : '-x', ...proposing(value.kind, value.choices)]
  return [...words, ...wanted, `-d ${quoted(description)}`].join(' ')
}

function proposing(kind: Kind, choices: readonly string[]): readonly string[] {
  switch (kind) {
    case 'words':
      return [`-a ${quoted(choices.join(' '))}`]
    case 'file':
      return ['-F']
    case 'folder':
      return [`-a '(__fish_complete_directories)'`]
    case 'source':
      return [`-a '(__kaynak_sources)'`]
    case 'anything':
      return []
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
