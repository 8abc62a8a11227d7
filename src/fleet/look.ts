import type { Log } from '../model/index.ts'
import { openDatabase } from './database.ts'
import { placeOf } from './place.ts'
import { numberIn } from './row.ts'
import { turnsIn } from './turns.ts'
import { presentIn, type WorkerView } from './workers.ts'

/** A fleet as it stands. */
export type FleetView = {
  readonly workers: readonly WorkerView[]
  /** hosts in the queue, those that are being read among them */
  readonly queued: number
  /** sources whose turn has come */
  readonly due: number
  /** how long the first of them waits, in milliseconds */
  readonly lagMs: number
}

/**
 * Looks at the fleet that meets at this place; undefined where none ever met. Makes nothing.
 * @throws KaynakError STATE_UNUSABLE when the database cannot be reached
 */
export async function fleetView(state: string, now: Date, log: Log): Promise<FleetView | undefined> {
  const database = await openDatabase(placeOf(state), log, { create: false })
  try {
    const { schema, rows } = database
    const [there] = await rows('SELECT to_regclass($1) IS NOT NULL AS there', [`${schema}.restored`])
    if (there?.['there'] !== true) return undefined
    const workers = await presentIn(database)
    const { due, since } = await turnsIn(database).backlog(now)
    const [row] = await rows(
      `SELECT count(DISTINCT host) AS queued FROM ${schema}.turn WHERE planned IS NOT NULL AND due <= $1`,
      [now],
    )
    return {
      workers,
      queued: numberIn(row, 'queued'),
      due,
      lagMs: since === undefined ? 0 : Math.max(0, now.getTime() - since.getTime()),
    }
  } finally {
    await database.close()
  }
}
