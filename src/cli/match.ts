import { Command } from 'commander'
import { present } from '../model/index.ts'
import { entryReader } from './entry-reader.ts'
import { idOf } from './json-fields.ts'
import { jsonLines, LineProblem } from './json-lines.ts'
import type { CommandFile } from './program.ts'

/** `kaynak match`: entries in as JSON lines, the topic's verdict on each out, with its reasons. */
export const matchCommand: CommandFile = (io, end) =>
  new Command('match')
    .description('judge entries by a topic: JSON lines {id,title,summary?,content?,lang?,categories?,url?} in, verdicts out')
    .option('-t, --topic <id-or-file>', 'a shipped topic or the path of a topic file', io.env['KAYNAK_TOPIC'] ?? 'syria')
    .action(async (options: { readonly topic: string }) => {
      const { loadTopic } = await import('./load-topic.ts')
      const { topic } = await loadTopic(options.topic, io.cwd())
      const read = entryReader()
      const exit = await jsonLines(io, async (input) => {
        const entry = await read(input)
        if (entry === undefined) throw new LineProblem('no-title', 'expected a text in "title", "summary" or "content"')
        return present({ ...idOf(input), ...topic.judge(entry) })
      })
      end(exit)
    })
