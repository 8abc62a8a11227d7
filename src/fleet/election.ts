import { Client } from 'pg'
import type { Log } from '../model/index.ts'
import { databaseTrouble } from './database.ts'
import type { Place } from './place.ts'

/** Standing for the one office of a fleet: whoever holds it plans, places and publishes. */
export type Election = {
  /**
   * Asks for the office. The signal is there for as long as it is held, and is set off the moment it is lost: with the connection that
   * holds it. Undefined while another worker has it.
   */
  readonly stand: () => Promise<AbortSignal | undefined>
  /** lays it down */
  readonly resign: () => Promise<void>
}

/** A holder that is silent for so long has lost the office: its process stands still, or its machine is out of reach. */
const SILENT_SECONDS = 30

/** The office is a lock of a session of its own: it ends with the process, the machine or the database, and needs no clock. */
export function electionAt(place: Place, log: Log): Election {
  let client: Client | undefined
  let term: AbortController | undefined

  function lose(gone: Client, why: string): void {
    if (client !== gone) return
    if (term !== undefined) log('warn', 'fleet.office-lost', { why })
    client = undefined
    term?.abort()
    term = undefined
  }

  async function connected(): Promise<Client> {
    if (client !== undefined) return client
    const fresh = new Client({
      connectionString: place.connection,
      application_name: 'kaynak office',
      connectionTimeoutMillis: 10_000,
      query_timeout: 10_000,
      keepAlive: true,
    })
    fresh.on('error', (problem) => lose(fresh, problem.message))
    fresh.on('end', () => lose(fresh, 'the connection ended'))
    await fresh.connect()
    client = fresh
    await fresh.query(`SET idle_session_timeout = '${SILENT_SECONDS}s'`)
    return fresh
  }

  return {
    async stand() {
      try {
        const held = await connected()
        if (term !== undefined) {
          await held.query('SELECT 1') // heard of in time, it is held on
          return term?.signal
        }
        const { rows } = await held.query<Record<string, unknown>>(
          "SELECT pg_try_advisory_lock(hashtextextended($1 || ' office', 0)) AS mine",
          [place.schema],
        )
        if (rows[0]?.['mine'] !== true) return undefined
        term = new AbortController()
        log('info', 'fleet.elected')
        return term.signal
      } catch (problem) {
        const broken = client
        if (broken !== undefined) {
          lose(broken, databaseTrouble(problem).message)
          await broken.end().catch(() => undefined) // broken already
        }
        throw databaseTrouble(problem)
      }
    },
    async resign() {
      const held = client
      client = undefined
      term?.abort()
      term = undefined
      await held?.end().catch((problem: unknown) => log('debug', 'fleet.office-left-untidily', { why: String(problem) }))
    },
  }
}
