import { Pool } from 'pg'
import { KaynakError, type Log } from '../model/index.ts'
import { isCollision } from '../store/index.ts'
import type { Place } from './place.ts'
import { tablesOf } from './tables.ts'

/** One row as PostgreSQL gives it. */
export type Row = Readonly<Record<string, unknown>>

/** The fleet's own tables. */
export type Database = {
  /** the name of the schema, ready to stand before the name of a table */
  readonly schema: string
  /** @throws KaynakError STATE_UNUSABLE when the database cannot be reached or says no */
  readonly rows: (sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>
  readonly close: () => Promise<void>
}

const MOST_CONNECTIONS = 4
const TRIES = 4

/**
 * Opens the fleet's tables, making them where they are absent; several workers may do so at once.
 * @throws KaynakError STATE_UNUSABLE
 */
export async function openDatabase(place: Place, log: Log, { create = true } = {}): Promise<Database> {
  const pool = new Pool({
    connectionString: place.connection,
    max: MOST_CONNECTIONS,
    application_name: 'kaynak fleet',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    keepAlive: true,
  })
  pool.on('error', (problem) => log('warn', 'fleet.connection-lost', { why: problem.message })) // an idle one: the next question opens another

  async function rows(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        const result = await pool.query<Record<string, unknown>>(sql, [...values])
        return result.rows
      } catch (problem) {
        if (attempt < TRIES && isCollision(problem)) continue
        throw databaseTrouble(problem)
      }
    }
  }

  try {
    if (create) await pool.query(tablesOf(place.schema))
  } catch (problem) {
    await pool.end()
    throw databaseTrouble(problem)
  }
  return { schema: place.schema, rows, close: () => pool.end() }
}

/** What the database or the way to it says, for people. */
export function databaseTrouble(problem: unknown): KaynakError {
  if (problem instanceof KaynakError) return problem
  const words = problem instanceof AggregateError ? problem.errors.map(String).join('; ') : messageOf(problem)
  return new KaynakError('STATE_UNUSABLE', `the fleet's database: ${words}`, { cause: problem })
}

function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem)
}
