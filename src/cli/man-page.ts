import type { Flag, Node } from './completion/command-tree.ts'
import { EXAMPLES, EXIT_CODES } from './examples.ts'

/** The manual page, section 1, of all commands: `man/kaynak.1` is what this gives. The same commands give the same bytes. */
export function manPage(nodes: readonly Node[]): string {
  const [root, ...commands] = nodes
  return [
    '.TH KAYNAK 1 "" kaynak "User Commands"',
    '.SH NAME',
    'kaynak \\- watch news feeds, keep what is about a topic, republish it with its source',
    '.SH SYNOPSIS',
    '.B kaynak',
    '.I command',
    '[options]',
    '.SH DESCRIPTION',
    text(root?.description ?? ''),
    text('What is watched stands in feeds.json; what was learnt of it, in a state beside it; what is published, in output/.'),
    '.SH COMMANDS',
    ...commands.flatMap(section),
    '.SH FILES',
    ...FILES.flatMap(([file, what]) => tagged(`.I ${text(file)}`, what)),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([name, what]) => tagged(`.B ${text(name)}`, what)),
    '.SH EXIT STATUS',
    ...EXIT_CODES.flatMap(([code, means]) => tagged(`.B ${code}`, means)),
    '.SH SEE ALSO',
    text('docs/operating.md and docs/configuration.md, which came with the program; crontab(5), systemd.timer(5).'),
    '',
  ].join('\n')
}

const FILES = [
  ['feeds.json', 'what is watched and how it is republished; kaynak init writes one'],
  ['.kaynak/kaynak.db', 'the state: validators, items, stories, decisions'],
  ['output/', 'the published feeds and pages; any web server can serve them'],
] as const

const ENVIRONMENT = [
  ['KAYNAK_CONFIG, KAYNAK_OUTPUT, KAYNAK_STATE', 'the options --config, --output and --state'],
  ['KAYNAK_JSON, KAYNAK_QUIET, KAYNAK_NOW, KAYNAK_LISTEN, KAYNAK_LOG_LEVEL', 'the options of the same names'],
  ['KAYNAK_TITLE and so on', 'keys of feeds.json: docs/configuration.md lists them; a variable wins over the file'],
  ['TZ', 'the zone of the times that are shown'],
  ['HTTP_PROXY, HTTPS_PROXY, NO_PROXY', 'a proxy for everything that is fetched'],
] as const

function section({ path, description, flags, operands, children }: Node): readonly string[] {
  const words = operands.map(({ name, isMany }) => `\\fI${text(name)}${isMany ? '\\fR...' : '\\fR'}`)
  const usage = [text(path.join(' ')), ...words, ...(children.length > 0 ? ['\\fIcommand\\fR'] : [])].join(' ')
  const examples = EXAMPLES[path.join(' ')] ?? []
  return [
    `.SS "kaynak ${usage}"`,
    text(description),
    ...flags.filter(({ names }) => !names.includes('--help')).flatMap(flagLines),
    ...(examples.length === 0 ? [] : ['.PP', 'Examples:']),
    ...examples.flatMap(({ line, what }) => tagged(`.B ${text(line)}`, what)),
  ]
}

function flagLines({ names, description, value }: Flag): readonly string[] {
  const placeholder = value === undefined ? '' : ` \\fI${text(value.name)}\\fR`
  const choices = value === undefined || value.choices.length === 0 ? '' : ` (${value.choices.join(', ')})`
  return tagged(names.map((name) => `\\fB${text(name)}\\fR`).join(', ') + placeholder, `${description}${choices}`)
}

function tagged(tag: string, what: string): readonly string[] {
  return ['.TP', tag, text(what)]
}

/** Words as roff reads them: no backslash, hyphen, or first letter of a line is taken for a request. */
function text(words: string): string {
  return words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replace(/^(?=[.'])/, '\\&')
}
