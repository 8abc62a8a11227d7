import { Command } from 'commander'
import { present } from '../model/index.ts'
import { EXIT, type Exit, type Io } from './io.ts'
import { flag } from './options.ts'
import type { CommandFile } from './program.ts'

type DiffAsked = Asked & { readonly items?: string; readonly state: string }
type TestAsked = Asked & { readonly labels?: string }
type Asked = { readonly topic: string; readonly json: boolean }

/** `kaynak topic test`, `audit` and `diff`: what a topic file does, before it is let loose on the news. */
export const topicCommand: CommandFile = (io, end) => {
  const topic = new Command('topic').description(
    "run a topic's own examples, find the terms that mislead, see what an edited topic would change",
  )
  const json = (): ReturnType<typeof flag> => flag('--json', 'print the result as JSON', io.env['KAYNAK_JSON'])
  const shipped = [
    '-t, --topic <id-or-file>',
    'a shipped topic or the path of a topic file',
    io.env['KAYNAK_TOPIC'] ?? 'syria',
  ] as const
  topic
    .command('test')
    .argument('[topic]', 'a shipped topic or the path of a topic file', shipped[2])
    .description("decide the topic's own examples, and what was labelled in the console")
    .option('--labels <file>', 'JSON Lines {id?,title,summary?,lang?,relevant}, such as labels.jsonl; - for stdin')
    .addOption(json())
    .action(async (name: string, asked: TestAsked) => end(await test(io, { ...asked, topic: name })))
  topic
    .command('audit')
    .argument('<items>', 'JSON Lines of entries that were not chosen for the topic; - for stdin')
    .description('list the terms that are found without a core term beside them, most frequent first')
    .option(...shipped)
    .addOption(json())
    .action(async (items: string, asked: Asked) => end(await audit(io, items, asked)))
  topic
    .command('diff')
    .argument('<new>', 'the edited topic file')
    .description('show which entries an edited topic would keep and drop')
    .option('--items <file>', 'JSON Lines of entries instead of the stored history; - for stdin')
    .option('-s, --state <file>', 'the memory whose history is judged again', io.env['KAYNAK_STATE'] ?? '.kaynak/kaynak.db')
    .option(...shipped)
    .addOption(json())
    .action(async (edited: string, asked: DiffAsked) => end(await diff(io, edited, asked)))
  return topic
}

async function test(io: Io, { topic: name, labels: file, json }: TestAsked): Promise<Exit> {
  const [{ testLabels, testTopic }, { loadTopic }, { testLines }] = await Promise.all([
    import('../match/index.ts'),
    import('./load-topic.ts'),
    import('./topic-report.ts'),
  ])
  const { definition, topic } = await loadTopic(name, io.cwd())
  const own = testTopic(definition)
  if (own.kind === 'problems') return EXIT.usage // loading has said them
  const { labelsFile } = await import('./labels-file.ts')
  const labels = file === undefined ? undefined : testLabels(topic, await labelsFile(file, io))
  if (json) print(io, [JSON.stringify(present({ ...own, labels }))])
  else print(io, [...testLines(name, own), ...(labels === undefined ? [] : testLines(`${file} by ${name}`, labels, 'labels'))])
  return own.failed.length + (labels?.failed.length ?? 0) === 0 ? EXIT.ok : EXIT.unexpected
}

async function audit(io: Io, name: string, { topic, json }: Asked): Promise<Exit> {
  const [{ auditTopic }, { loadTopic }, { itemsFile }, { auditLines }] = await Promise.all([
    import('../match/index.ts'),
    import('./load-topic.ts'),
    import('./items-file.ts'),
    import('./topic-report.ts'),
  ])
  const { definition } = await loadTopic(topic, io.cwd())
  const result = auditTopic(definition, await itemsFile(name, io))
  if (result.kind === 'problems') return EXIT.usage
  print(io, json ? [JSON.stringify(result)] : auditLines(result))
  return EXIT.ok
}

async function diff(io: Io, edited: string, asked: DiffAsked): Promise<Exit> {
  const [{ diffTopics }, { loadTopic }, { itemsFile }, { storedHistory }, { diffLines }] = await Promise.all([
    import('../match/index.ts'),
    import('./load-topic.ts'),
    import('./items-file.ts'),
    import('./stored-history.ts'),
    import('./topic-report.ts'),
  ])
  const before = await loadTopic(asked.topic, io.cwd())
  const after = await loadTopic(edited, io.cwd())
  const items = asked.items === undefined ? await storedHistory(asked.state, io) : await itemsFile(asked.items, io)
  const result = diffTopics(before.topic, after.topic, items)
  print(io, asked.json ? [JSON.stringify(result)] : diffLines(result))
  return EXIT.ok
}

function print({ stdout }: Io, lines: readonly string[]): void {
  for (const line of lines) stdout.write(`${line}\n`)
}
