import type { Flag, Kind, Node } from './command-tree.ts'

/**
 * A completion script for bash 3.2 or later, without helpers. What was typed is compared and never run; ids of sources are read from the
 * feeds.json of the folder.
 */
export function bashCompletion(nodes: readonly Node[]): string {
  return `# bash completion for kaynak; written by: kaynak completion bash
_kaynak() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} path='' i IFS=$'\\n'
  if [[ $cur == '=' ]]; then cur=''
  elif [[ $prev == '=' && COMP_CWORD -gt 1 ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path \${COMP_WORDS[i]}" in
      ${cases(nodes.filter(({ path }) => path.length > 0).map(({ path }) => ` ${path.join(' ')}`))}) path+=" \${COMP_WORDS[i]}" ;;
      *) break ;;
    esac
  done
  case "$path:$prev" in
${nodes.flatMap(({ path, flags }) => flags.flatMap((flag) => valueCase(path, flag))).join('\n')}
  esac
  case "$path" in
${nodes.map(nodeCase).join('\n')}
  esac
}
_kaynak_words() { COMPREPLY=( $(compgen -W "$1" -- "$2") ); }
_kaynak_files() { compopt -o filenames 2>/dev/null; COMPREPLY=( $(compgen -f -- "$1") ); }
_kaynak_folders() { compopt -o filenames 2>/dev/null; COMPREPLY=( $(compgen -d -- "$1") ); }
_kaynak_sources() { _kaynak_words "$(sed -nE 's/.*"id"[[:space:]]*:[[:space:]]*"([a-z0-9-]+)".*/\\1/p' feeds.json 2>/dev/null)" "$1"; }
complete -F _kaynak kaynak
`
}

function valueCase(path: readonly string[], { names, value }: Flag): readonly string[] {
  if (value === undefined) return []
  const patterns = cases(names.map((name) => `${path.map((word) => ` ${word}`).join('')}:${name}`))
  return [`    ${patterns}) ${proposing(value.kind, value.choices)}; return ;;`]
}

function nodeCase({ path, flags, operands, children }: Node): string {
  const names = flags.flatMap((flag) => flag.names)
  const [first] = operands
  const rest =
    children.length > 0
      ? proposing(
          'words',
          children.map(({ name }) => name),
        )
      : proposing(first?.kind ?? 'anything', first?.choices ?? [])
  const pattern = cases([path.map((word) => ` ${word}`).join('')])
  return `    ${pattern}) if [[ $cur == -* ]]; then ${proposing('words', names)}; else ${rest}; fi ;;`
}

function proposing(kind: Kind, choices: readonly string[]): string {
  switch (kind) {
    case 'words':
      return `_kaynak_words $'${choices.join('\\n')}' "$cur"`
    case 'file':
      return '_kaynak_files "$cur"'
    case 'folder':
      return '_kaynak_folders "$cur"'
    case 'source':
      return '_kaynak_sources "$cur"'
    case 'anything':
      return 'COMPREPLY=()'
  }
}

function cases(patterns: readonly string[]): string {
  return patterns.map((pattern) => `'${pattern}'`).join(' | ')
}
