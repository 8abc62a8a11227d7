import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { EXIT, type Exit, type Io } from './io.ts'
import { type CommonOptions, nowOf, withCommonOptions } from './options.ts'
import type { CommandFile } from './program.ts'

/** `kaynak status`: how every source is, in words. */
export const statusCommand: CommandFile = (io, end) =>
  withCommonOptions(new Command('status'), io)
    .description('how every source is')
    .action(async (options: CommonOptions) => end(await status(options, io)))

async function status(options: CommonOptions, io: Io): Promise<Exit> {
  const { loadConfig } = await import('./load-config.ts')
  const { noLog } = await import('./log.ts')
  const { healthWords } = await import('../pipeline/index.ts')
  const { openStore } = await import('./wire.ts')
  const { table } = await import('./table.ts')
  const { config, problems } = await loadConfig(options.config, io)
  const now = nowOf(options)
  const isBegun = options.state === ':memory:' || existsSync(resolve(io.cwd(), options.state))
  const store = await openStore(isBegun ? options.state : ':memory:', io, noLog) // asking must not begin a state
  try {
    const states = await store.sourceStates()
    const rows = config.sources.map((source) => ({
      source,
      state: states.get(source.id),
      health: healthWords(source, states.get(source.id), now),
    }))
    const counts = await store.counts()
    if (options.json) {
      io.stdout.write(
        `${JSON.stringify({ at: now, ...counts, sources: rows.map(({ source, state, health }) => ({ id: source.id, name: source.name, ...health, state })), problems })}\n`,
      )
    } else if (!options.quiet) {
      const width = io.stdout.isTTY === true ? (io.stdout.columns ?? 80) : 240
      for (const line of table(
        [['source', 'is', ''], ...rows.map(({ source, health }) => [source.id, health.level, health.words])],
        width,
      ))
        io.stdout.write(`${line}\n`)
      io.stdout.write(`\n${counts.items} items in ${counts.stories} stories\n`)
    }
    for (const problem of problems) io.stderr.write(`kaynak: ${problem.text} (this source is left out)\n`)
    return EXIT.ok
  } finally {
    await store.close()
  }
}
