import { Command, Option } from 'commander'
import { KaynakError, type Log } from '../model/index.ts'
import type { Schedule } from '../schedule/index.ts'
import type { Serving } from '../serve/index.ts'
import { EXIT, type Io } from './io.ts'
import type { LoadedConfig } from './load-config.ts'
import { type CommonOptions, nowOf, withCommonOptions } from './options.ts'
import type { PassMetrics } from './pass-metrics.ts'
import type { CommandFile } from './program.ts'

type WatchOptions = CommonOptions & { readonly listen?: string }

/** `kaynak watch`: stays, and runs a pass at once and then at each time that the config's schedule names. */
export const watchCommand: CommandFile = (io, end) =>
  withCommonOptions(new Command('watch'), io)
    .description("stay, and run a pass by the config's schedule")
    .addOption(
      new Option('-l, --listen <host:port>', 'serve the output as well, as kaynak serve does').default(
        io.env['KAYNAK_LISTEN'] || undefined,
      ),
    )
    .action(async (options: WatchOptions) => {
      await watch(options, io)
      end(EXIT.ok)
    })

async function watch(options: WatchOptions, io: Io): Promise<void> {
  const { loadConfig } = await import('./load-config.ts')
  const { startSchedule } = await import('../schedule/index.ts')
  const { livingConfig } = await import('./living-config.ts')
  const { passMetrics } = await import('./pass-metrics.ts')
  const { untilAborted, untilStopped } = await import('./signals.ts')
  const { eventLog } = await import('./log.ts')
  const log = eventLog(io, options.quiet ? 'error' : 'info')
  const loaded = await loadConfig(options.config, io)
  for (const problem of loaded.problems) log('warn', 'config.source-left-out', { problem: problem.text })
  const living = livingConfig(loaded, options.config, { io, log })
  const metrics = passMetrics()

  await untilStopped(async (signal) => {
    let passing: Promise<void> | undefined
    let times: (Schedule & { readonly schedule: string; readonly timeZone: string }) | undefined
    async function turn(): Promise<void> {
      if (passing !== undefined) return skipped()
      passing = living.current().then((current) => {
        keepTime(current)
        return pass(current, options, { io, log, signal, metrics })
      })
      await passing
      passing = undefined
    }
    /** A changed schedule takes over from the pass that has noticed it. */
    function keepTime({ config: { schedule, timeZone } }: LoadedConfig): void {
      if (times?.schedule === schedule && times.timeZone === timeZone) return
      void times?.stop()
      times = { schedule, timeZone, ...startSchedule(schedule, turn, { timeZone, onSkipped: skipped }) }
      log('info', 'watch.scheduled', { schedule, timeZone, next: times.next() })
    }
    function skipped(): void {
      metrics.skipped()
      log('warn', 'pass.skipped', { why: 'the one before is still at work' })
    }
    const door = await doorOf(options, { io, log, metrics })
    try {
      log('info', 'watch.started', { sources: loaded.config.sources.length })
      keepTime(loaded)
      await turn() // whoever starts a daemon wants the news now
      await untilAborted(signal)
      await passing
    } finally {
      await times?.stop()
      await door?.close()
      log('info', 'watch.stopped')
    }
  })
}

type Errand = { readonly io: Io; readonly log: Log; readonly metrics: PassMetrics }

/** The server beside the passes, where one is asked for. */
async function doorOf({ listen, ...options }: WatchOptions, { io, log, metrics }: Errand): Promise<Serving | undefined> {
  if (listen === undefined) return undefined
  const { openDoor } = await import('./open-door.ts')
  const door = await openDoor(options, { listen, io, log, metrics: metrics.read })
  log('info', 'serve.started', { url: door.url, output: options.output })
  return door
}

/** One pass whose trouble is an event: whatever a pass meets, the next one has its turn. */
async function pass(
  loaded: LoadedConfig,
  options: CommonOptions,
  { io, log, signal, metrics }: Errand & { readonly signal: AbortSignal },
): Promise<void> {
  const { passOnce } = await import('./pass-once.ts')
  const began = performance.now()
  try {
    const report = await passOnce(loaded, { output: options.output, state: options.state, now: nowOf(options), log, signal }, io)
    for (const source of report.sources)
      if (source.outcome === 'failed') log('warn', 'source.failed', { source: source.id, why: source.message })
    metrics.ended(report, performance.now() - began)
    log('info', 'pass.ended', { ...report.pass, written: report.published?.written.length ?? 0 })
  } catch (problem) {
    if (problem instanceof KaynakError && problem.code === 'LOCKED') {
      metrics.skipped()
      log('warn', 'pass.skipped', { why: problem.message })
    } else {
      metrics.failed()
      log('error', 'pass.failed', {
        why: problem instanceof KaynakError ? problem.message : problem instanceof Error ? problem.stack : String(problem),
      })
    }
  }
}
