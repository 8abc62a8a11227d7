import { KaynakError, type Log, type SourceId } from '../model/index.ts'
import type { PassReport } from '../pipeline/index.ts'
import { createRounds, type Rounds } from '../schedule/index.ts'
import type { Io } from './io.ts'
import type { LivingConfig } from './living-config.ts'
import type { PassMetrics } from './pass-metrics.ts'
import { passOnce } from './pass-once.ts'

/** A pass that somebody asked for: of one source, due or not, or of all that are due. */
export type Errand = SourceId | 'due'

export type WatchRounds = {
  readonly output: string
  readonly state: string
  readonly io: Io
  readonly log: Log
  readonly metrics: PassMetrics
  readonly living: LivingConfig
  /** asked once a pass */
  readonly now: () => Date
  readonly signal: AbortSignal
  /** before each round, when configuration and topic were read anew */
  readonly onReread?: () => void
  readonly onEnded?: (report: PassReport) => void
}

/** The passes of a program that stays: never two at once, and whatever one meets is an event, so that the next has its turn. */
export function watchRounds(watch: WatchRounds): Rounds<Errand> {
  const { log, metrics, living } = watch
  return createRounds<Errand>({
    async run(errands) {
      const { config } = (await living.reread()).loaded
      watch.onReread?.()
      const asked = new Set<string>(errands)
      const only = config.sources.filter(({ id }) => asked.has(id)).map(({ id }) => id)
      const isDue = errands.length === 0 || asked.has('due')
      if (only.length > 0) await pass(watch, only)
      if (isDue) await pass(watch)
    },
    onSkipped() {
      metrics.skipped()
      log('warn', 'pass.skipped', { why: 'the one before is still at work' })
    },
  })
}

async function pass(
  { output, state, io, log, metrics, living, now, signal, onEnded }: WatchRounds,
  only?: readonly SourceId[],
): Promise<void> {
  const { loaded, topic } = living.inForce()
  const began = performance.now()
  try {
    const asked = only === undefined ? {} : { only, force: true }
    const report = await passOnce(
      loaded,
      { ...asked, output, state, topic, now: now(), log, signal, onFetched: metrics.fetched },
      io,
    )
    for (const source of report.sources)
      if (source.outcome === 'failed') log('warn', 'source.failed', { source: source.id, why: source.message })
    metrics.ended(report, performance.now() - began)
    log('info', 'pass.ended', { ...report.pass, written: report.published?.written.length ?? 0 })
    onEnded?.(report)
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
