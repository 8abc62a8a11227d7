import { Command } from 'commander'
import type { FleetView } from '../fleet/index.ts'
import { KaynakError } from '../model/index.ts'
import { EXIT, type Exit, type Io } from './io.ts'
import { isFleetState } from './is-fleet-state.ts'
import { type CommonOptions, nowOf, withCommonOptions } from './options.ts'
import type { CommandFile } from './program.ts'

type StatusOptions = CommonOptions & { readonly failingSince?: string }

/** `kaynak status`: how every source is, in words; with `--failing-since` only what somebody should be told, for cron to mail. */
export const statusCommand: CommandFile = (io, end) =>
  withCommonOptions(new Command('status'), io)
    .description('how every source is')
    .option('--failing-since <duration>', 'exit 3 and say which sources failed for so long, such as 3d; say nothing otherwise')
    .action(async (options: StatusOptions) => end(await status(options, io)))

async function status(options: StatusOptions, io: Io): Promise<Exit> {
  const { loadConfig } = await import('./load-config.ts')
  const { isBegun } = await import('./is-begun.ts')
  const { noLog } = await import('./no-log.ts')
  const { openStore } = await import('./wire.ts')
  const sinceMs = await ageOf(options)
  const loaded = await loadConfig(options.config, io)
  const store = await openStore(isBegun(options.state, io) ? options.state : ':memory:', io, noLog) // asking must not begin a state
  try {
    const known = {
      sources: loaded.config.sources,
      states: await store.sourceStates(),
      now: nowOf(options),
      counts: await store.counts(),
      problems: loaded.problems,
      fleet: await fleetOf(options),
    }
    if (sinceMs !== undefined) return await sayAlarm(known, sinceMs, { options, io })
    await say(known, options, io)
    for (const problem of loaded.problems) io.stderr.write(`kaynak: ${problem.text} (this source is left out)\n`)
    return EXIT.ok
  } finally {
    await store.close()
  }
}

/** The fleet that works on a state, where one ever did. */
async function fleetOf(options: StatusOptions): Promise<FleetView | undefined> {
  if (!isFleetState(options.state)) return undefined
  const { fleetView } = await import('../fleet/index.ts')
  const { noLog } = await import('./no-log.ts')
  return await fleetView(options.state, nowOf(options), noLog)
}

/** @throws KaynakError USAGE for a text that is no duration */
async function ageOf({ failingSince }: StatusOptions): Promise<number | undefined> {
  if (failingSince === undefined) return undefined
  const { durationMs } = await import('../config/index.ts')
  const ms = durationMs(failingSince)
  if (ms === undefined)
    throw new KaynakError('USAGE', `--failing-since: expected a duration such as 3d or 12h, got ${JSON.stringify(failingSince)}`)
  return ms
}

type Known = {
  readonly sources: Awaited<ReturnType<typeof import('./load-config.ts').loadConfig>>['config']['sources']
  readonly states: Parameters<typeof import('./alarm.ts').alarmOf>[0]['states']
  readonly now: Date
  readonly counts: { readonly items: number; readonly stories: number; readonly decisions: number }
  readonly problems: readonly object[]
  readonly fleet: FleetView | undefined
}

async function sayAlarm(
  known: Known,
  sinceMs: number,
  { options, io }: { readonly options: StatusOptions; readonly io: Io },
): Promise<Exit> {
  const [{ alarmLines, alarmOf }, { localTime }] = await Promise.all([import('./alarm.ts'), import('./local-time.ts')])
  const alarm = alarmOf(known, sinceMs)
  if (options.json) io.stdout.write(`${JSON.stringify({ at: known.now, ...(alarm ?? { failing: [] }) })}\n`)
  else if (alarm !== undefined && !options.quiet) {
    const words = { age: options.failingSince ?? '', time: localTime(io.env) }
    for (const line of alarmLines(alarm, words)) io.stdout.write(`${line}\n`)
  }
  return alarm === undefined ? EXIT.ok : EXIT.nothingRead
}

async function say({ sources, states, now, counts, problems, fleet }: Known, options: StatusOptions, io: Io): Promise<void> {
  const [{ healthWords }, { table }, { localTime }, { cleanText }] = await Promise.all([
    import('../pipeline/index.ts'),
    import('./table.ts'),
    import('./local-time.ts'),
    import('../text/index.ts'),
  ])
  const rows = sources.map((source) => {
    const state = states.get(source.id)
    return { source, state, health: healthWords(source, state, now) }
  })
  if (options.json) {
    const told = rows.map(({ source, state, health }) => ({ id: source.id, name: source.name, ...health, state }))
    io.stdout.write(`${JSON.stringify({ at: now, ...counts, sources: told, problems, fleet })}\n`)
    return
  }
  if (options.quiet) return
  const time = localTime(io.env)
  const lastRead = (at: Date | undefined): string => (at === undefined ? '' : time(at))
  const cells = rows.map(({ source, state, health }) => [
    source.id,
    health.level,
    lastRead(state?.lastSuccess),
    cleanText(health.words),
  ])
  const width = io.stdout.isTTY === true ? (io.stdout.columns ?? 80) : 240
  if (fleet !== undefined) {
    const { fleetWords } = await import('./fleet-words.ts')
    for (const line of fleetWords(fleet, width)) io.stdout.write(`${line}\n`)
  }
  for (const line of table([['source', 'is', 'last read', ''], ...cells], width)) io.stdout.write(`${line}\n`)
  io.stdout.write(`\n${counts.items} items in ${counts.stories} stories\n`)
}
