import { Command } from 'commander'
import { KaynakError, type Log } from '../model/index.ts'
import { EXIT, type Io } from './io.ts'
import type { LoadedConfig } from './load-config.ts'
import { type CommonOptions, nowOf, withCommonOptions } from './options.ts'
import type { CommandFile } from './program.ts'

/** `kaynak watch`: stays, and runs a pass at once and then at each time that the config's schedule names. */
export const watchCommand: CommandFile = (io, end) =>
  withCommonOptions(new Command('watch'), io)
    .description("stay, and run a pass by the config's schedule")
    .action(async (options: CommonOptions) => {
      await watch(options, io)
      end(EXIT.ok)
    })

async function watch(options: CommonOptions, io: Io): Promise<void> {
  const { loadConfig } = await import('./load-config.ts')
  const { startSchedule } = await import('../schedule/index.ts')
  const { untilStopped } = await import('./signals.ts')
  const { eventLog } = await import('./log.ts')
  const log = eventLog(io, options.quiet ? 'error' : 'info')
  const loaded = await loadConfig(options.config, io)
  for (const problem of loaded.problems) log('warn', 'config.source-left-out', { problem: problem.text })
  const { schedule, timeZone } = loaded.config

  await untilStopped(async (signal) => {
    let passing: Promise<void> | undefined
    async function turn(): Promise<void> {
      if (passing !== undefined) return skipped()
      passing = pass(loaded, options, { io, log, signal })
      await passing
      passing = undefined
    }
    function skipped(): void {
      log('warn', 'pass.skipped', { why: 'the one before is still at work' })
    }
    const times = startSchedule(schedule, turn, { timeZone, onSkipped: skipped })
    try {
      log('info', 'watch.started', { schedule, timeZone, sources: loaded.config.sources.length })
      await turn() // whoever starts a daemon wants the news now
      await ended(signal)
      await passing
    } finally {
      await times.stop()
      log('info', 'watch.stopped')
    }
  })
}

/** One pass whose trouble is an event: whatever a pass meets, the next one has its turn. */
async function pass(
  loaded: LoadedConfig,
  options: CommonOptions,
  { io, log, signal }: { readonly io: Io; readonly log: Log; readonly signal: AbortSignal },
): Promise<void> {
  const { passOnce } = await import('./pass-once.ts')
  try {
    const report = await passOnce(loaded, { output: options.output, state: options.state, now: nowOf(options), log, signal }, io)
    for (const source of report.sources)
      if (source.outcome === 'failed') log('warn', 'source.failed', { source: source.id, why: source.message })
    log('info', 'pass.ended', { ...report.pass, written: report.published?.written.length ?? 0 })
  } catch (problem) {
    if (problem instanceof KaynakError && problem.code === 'LOCKED') log('warn', 'pass.skipped', { why: problem.message })
    else
      log('error', 'pass.failed', {
        why: problem instanceof KaynakError ? problem.message : problem instanceof Error ? problem.stack : String(problem),
      })
  }
}

/** Resolves when the signal is set off; by then it may be already. */
function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
