import type { Database } from './database.ts'
import { dateIn, numberIn, textIn } from './row.ts'

/** What one worker tells of itself at each beat. */
export type Pulse = {
  readonly busy: number
  readonly leads: boolean
  readonly readings: number
  readonly failures: number
  readonly kept: number
}

/** One worker as the others see it. */
export type WorkerView = Pulse & {
  readonly id: string
  /** host name and process */
  readonly name: string
  readonly version: string
  /** of its configuration and rules: workers of one fleet should have the same */
  readonly mark: string
  readonly places: number
  readonly started: Date
  /** milliseconds since its last beat */
  readonly silentMs: number
}

/** Who works in the fleet. */
export type Workers = {
  readonly beat: (pulse: Pulse) => Promise<void>
  /** those whose beat is fresh, the longest there first */
  readonly present: () => Promise<readonly WorkerView[]>
  /** goes: what it held is free at once */
  readonly leave: () => Promise<void>
}

export type Self = Pick<WorkerView, 'id' | 'name' | 'version' | 'mark' | 'places'>

/** How often a worker tells that it is there, and for how long it is believed. */
export const BEAT_MS = 2_000
export const FRESH_MS = 15_000
/** Rows of workers that are gone are kept so long for whoever looks what became of them. */
const KEPT = '1 day'

export function workersIn({ schema, rows }: Database, self: Self): Workers {
  return {
    async beat({ busy, leads, readings, failures, kept }) {
      await rows(
        `INSERT INTO ${schema}.worker (id, name, mark, version, places, busy, leads, readings, failures, kept)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (id) DO UPDATE SET beat = now(), mark = $3, busy = $6, leads = $7, readings = $8, failures = $9, kept = $10`,
        [self.id, self.name, self.mark, self.version, self.places, busy, leads, readings, failures, kept],
      )
    },
    present: () => presentIn({ schema, rows }),
    async leave() {
      await rows(`UPDATE ${schema}.host SET holder = NULL, opens = now() + gap_ms * interval '1 millisecond' WHERE holder = $1`, [
        self.id,
      ])
      await rows(`DELETE FROM ${schema}.worker WHERE id = $1 OR beat < now() - interval '${KEPT}'`, [self.id])
    },
  }
}

/** The workers whose beat is fresh, the longest there first. */
export async function presentIn({ schema, rows }: Pick<Database, 'schema' | 'rows'>): Promise<readonly WorkerView[]> {
  const found = await rows(
    `SELECT *, (extract(epoch FROM now() - beat) * 1000)::float8 AS silent_ms FROM ${schema}.worker
     WHERE beat > now() - $1 * interval '1 millisecond' ORDER BY started, id`,
    [FRESH_MS],
  )
  return found.map((row) => ({
    id: textIn(row, 'id'),
    name: textIn(row, 'name'),
    version: textIn(row, 'version'),
    mark: textIn(row, 'mark'),
    places: numberIn(row, 'places'),
    busy: numberIn(row, 'busy'),
    leads: row['leads'] === true,
    readings: numberIn(row, 'readings'),
    failures: numberIn(row, 'failures'),
    kept: numberIn(row, 'kept'),
    started: dateIn(row, 'started') ?? new Date(0),
    silentMs: numberIn(row, 'silent_ms'),
  }))
}
