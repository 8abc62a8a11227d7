import type { Log } from '../model/index.ts'
import type { Told } from './answer.ts'
import { METRICS_TYPE, type Metric, metricsText } from './metrics-text.ts'
import { type Newsroom, newsroomMetrics } from './newsroom-metrics.ts'

export type ToldSources = {
  readonly isPublished: () => Promise<boolean>
  /** may reject */
  readonly newsroom: () => Promise<Newsroom | undefined>
  /** what the server, and whoever started it, count themselves */
  readonly counted: () => readonly Metric[]
  readonly log: Log
}

/** `/healthz`: 200 as long as there is something to serve. `/metrics`: everything in numbers. */
export function toldPages(sources: ToldSources): Readonly<Record<'healthz' | 'metrics', () => Promise<Told>>> {
  return { healthz: () => health(sources), metrics: () => measured(sources) }
}

async function health({ isPublished }: ToldSources): Promise<Told> {
  return (await isPublished()) ? { status: 200, body: 'ok' } : { status: 503, body: 'nothing is published yet' }
}

/** A state that cannot be read is a number too: the rest is told all the same. */
async function measured({ newsroom, counted, log }: ToldSources): Promise<Told> {
  let found: Newsroom | undefined
  try {
    found = await newsroom()
  } catch (problem) {
    log('warn', 'serve.state-unreadable', { why: problem instanceof Error ? problem.message : String(problem) })
  }
  const readable: Metric = {
    name: 'kaynak_state_readable',
    help: 'Whether the configuration and the state could be read.',
    kind: 'gauge',
    samples: [{ value: found === undefined ? 0 : 1 }],
  }
  const metrics = [readable, ...(found === undefined ? [] : newsroomMetrics(found)), ...counted()]
  return { status: 200, body: metricsText(metrics).trimEnd(), type: METRICS_TYPE }
}
