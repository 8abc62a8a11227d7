import type { FleetView } from '../fleet/index.ts'
import { table } from './table.ts'

/** A fleet for people, a worker a line; a worker whose list or rules are not those of the first is marked. */
export function fleetWords({ workers, queued, due, lagMs }: FleetView, width: number): readonly string[] {
  const [first] = workers
  const rows = workers.map((worker) => [
    worker.name,
    worker.leads ? 'publishes' : 'reads',
    `${worker.busy} of ${worker.places}`,
    String(worker.readings),
    String(worker.failures),
    worker.mark === first?.mark && worker.version === first.version
      ? ''
      : `another feeds.json, topic or version (${worker.version})`,
  ])
  const lines = workers.length === 0 ? [] : table([['worker', 'does', 'busy', 'read', 'failed', ''], ...rows], width)
  const waiting = due === 0 ? 'nothing is due' : `${due} sources due, the first for ${ageOf(lagMs)}; ${queued} hosts in the queue`
  return [...lines, `${workers.length} ${workers.length === 1 ? 'worker' : 'workers'}; ${waiting}`, '']
}

function ageOf(ms: number): string {
  const seconds = Math.round(ms / 1_000)
  if (seconds < 120) return `${seconds} s`
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`
}
