import { Pool, type PoolClient, types } from 'pg'
import type { Log } from '../../model/index.ts'
import type { Row } from '../row.ts'
import type { Place } from './place.ts'
import { isCollision, postgresTrouble } from './trouble.ts'

/** Runs one statement. */
export type Sql = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>

/** Connections to one state. Errors come as KaynakError with words for people. */
export type Session = {
  readonly sql: Sql
  /** Does all of `work` or nothing of it; done again when another transaction was in its way. */
  readonly transaction: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>
  /** Runs `work` once in a transaction that sees one moment throughout. */
  readonly snapshot: <T>(work: (sql: Sql) => AsyncIterable<T>) => AsyncIterable<T>
  readonly troubled: (problem: unknown) => unknown
  readonly close: () => Promise<void>
}

const MOST_CONNECTIONS = 8
const CONNECT_MS = 10_000
/** A statement that takes longer has met a server in trouble; nothing of ours does. */
const STATEMENT_MS = 120_000
const TRIES = 5
const INT8 = 20
/** A machine that is gone is noticed within a minute, and what it held is free, whatever the server's system thinks a long time. */
export const PROMPT_FAREWELL = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3'
/** So does a process that stands still in the middle of a transaction: between two statements of ours lie milliseconds. */
const STILL = '-c idle_in_transaction_session_timeout=60s'
/** Where the other end of a stream says when the next statement comes. */
export const UNHURRIED = 'SET LOCAL idle_in_transaction_session_timeout = 0'

/** 8-byte integers as numbers: ours are moments and row numbers, below 2^53. */
const readers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : types.getTypeParser(oid, format ?? 'text')) satisfies (
    oid: number,
    format?: 'text' | 'binary',
  ) => unknown,
}

export function openSession(place: Place, log: Log): Session {
  const pool = new Pool({
    connectionString: place.connection,
    max: MOST_CONNECTIONS,
    application_name: 'kaynak',
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    keepAlive: true,
    options: `-c search_path=${place.schema} -c timezone=UTC ${PROMPT_FAREWELL} ${STILL}`,
    types: readers,
  })
  pool.on('error', (problem) => log('warn', 'store.connection-lost', { why: problem.message })) // an idle one: the next question opens another
  const troubled = (problem: unknown): unknown => postgresTrouble(problem, place.name)

  async function once<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    const onLost = (problem: Error): void => log('warn', 'store.connection-lost', { why: problem.message })
    client.on('error', onLost)
    let isBroken = true
    try {
      await client.query('BEGIN')
      const result = await work(sqlOn(client))
      await client.query('COMMIT')
      isBroken = false
      return result
    } catch (problem) {
      isBroken = !(await rolledBack(client))
      throw problem
    } finally {
      client.off('error', onLost)
      client.release(isBroken)
    }
  }

  return {
    async sql(text, values) {
      try {
        return (await pool.query<Record<string, unknown>>(text, values === undefined ? [] : [...values])).rows
      } catch (problem) {
        throw troubled(problem)
      }
    },
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work)
        } catch (problem) {
          if (attempt < TRIES && isCollision(problem)) continue
          throw troubled(problem)
        }
      }
    },
    async *snapshot(work) {
      const client = await pool.connect().catch((problem: unknown) => {
        throw troubled(problem)
      })
      try {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
        await client.query(UNHURRIED)
        yield* work(sqlOn(client))
      } catch (problem) {
        throw troubled(problem)
      } finally {
        client.release(!(await rolledBack(client)))
      }
    },
    troubled,
    async close() {
      if (!pool.ended) await pool.end()
    },
  }
}

function sqlOn(client: PoolClient): Sql {
  return async (text, values) => (await client.query<Record<string, unknown>>(text, values === undefined ? [] : [...values])).rows
}

async function rolledBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('ROLLBACK')
    return true
  } catch {
    return false // the connection is gone, and the transaction with it
  }
}
