import { type FleetView, fleetView } from '../fleet/index.ts'
import type { Log } from '../model/index.ts'
import type { Metric } from '../serve/index.ts'
import { type CommonOptions, nowOf } from './options.ts'

/** The numbers of a fleet, as they were a few seconds ago at most. */
export type FleetGauges = { readonly read: () => readonly Metric[]; readonly stop: () => void }

const LOOK_MS = 5_000

/** Looks at the fleet now, and every few seconds until it is stopped; what cannot be seen is left out, and said in the log. */
export async function fleetGauges(options: Pick<CommonOptions, 'state' | 'now'>, log: Log): Promise<FleetGauges> {
  let view: FleetView | undefined
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  async function look(): Promise<void> {
    try {
      view = await fleetView(options.state, nowOf(options), log)
    } catch (problem) {
      view = undefined
      log('warn', 'fleet.not-seen', { why: problem instanceof Error ? problem.message : String(problem) })
    }
    if (!isStopped) timer = setTimeout(() => void look(), LOOK_MS).unref()
  }

  await look()
  return {
    read: () => (view === undefined ? [] : metricsOf(view)),
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

function metricsOf({ workers, queued, due, lagMs }: FleetView): readonly Metric[] {
  const of = (field: 'places' | 'busy' | 'readings' | 'failures') =>
    workers.map((worker) => ({ labels: { worker: worker.name }, value: worker[field] }))
  return [
    gauge('kaynak_fleet_workers', 'Workers that are there.', workers.length),
    gauge(
      'kaynak_fleet_leaders',
      'Workers that place and publish; one, but for moments.',
      workers.filter(({ leads }) => leads).length,
    ),
    gauge('kaynak_fleet_queued_hosts', 'Hosts in the queue, those being read among them.', queued),
    gauge('kaynak_fleet_due_sources', 'Sources whose turn has come.', due),
    gauge('kaynak_fleet_lag_seconds', 'How long the first of them waits.', lagMs / 1_000),
    { name: 'kaynak_fleet_worker_places', help: 'Hosts that a worker reads at a time.', kind: 'gauge', samples: of('places') },
    { name: 'kaynak_fleet_worker_busy', help: 'Hosts that it is reading.', kind: 'gauge', samples: of('busy') },
    { name: 'kaynak_fleet_worker_readings_total', help: 'Readings since its start.', kind: 'counter', samples: of('readings') },
    { name: 'kaynak_fleet_worker_failures_total', help: 'Readings that failed.', kind: 'counter', samples: of('failures') },
  ]
}

function gauge(name: string, help: string, value: number): Metric {
  return { name, help, kind: 'gauge', samples: [{ value }] }
}
