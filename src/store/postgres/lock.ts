import { Client } from 'pg'
import { KaynakError, type Log } from '../../model/index.ts'
import { numberIn } from '../row.ts'
import type { Place } from './place.ts'
import { PROMPT_FAREWELL, type Session, type Sql } from './session.ts'

/** The lock of a state while it is held. */
export type HeldLock = {
  readonly release: () => Promise<void>
  readonly lost: AbortSignal
  /** the same connections for the holder: what comes after the lock was lost is refused, whether that was noticed or not */
  readonly fenced: (session: Session) => Session
}

/** Whoever held the lock before may still be writing: so long its last transaction is waited for. */
const FENCE_MS = 10_000
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * The one lock of a state: that of a session of its own, so that it ends with its process, machine or server and needs no clock. Each
 * holder has a number, the next one's is greater, and no transaction of an earlier holder ends after the next one has begun.
 * Undefined while somebody else holds it. @throws what the driver says, and KaynakError STATE_WRITE on a server that cannot be written
 */
export async function takeLock(place: Place, log: Log): Promise<HeldLock | undefined> {
  const client = new Client({
    connectionString: place.connection,
    application_name: 'kaynak lock',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    lock_timeout: FENCE_MS,
    options: `-c search_path=${place.schema} ${PROMPT_FAREWELL}`,
  })
  const loss = new AbortController()
  let isHeld = false
  function lose(why: string): void {
    if (!isHeld || loss.signal.aborted) return
    log('warn', 'store.lock-lost', { why })
    loss.abort(
      new KaynakError(
        'STATE_WRITE',
        `${place.name}: the lock was lost with its connection (${why}): nothing more is stored or published; run again`,
      ),
    )
  }
  async function release(): Promise<void> {
    isHeld = false
    await client.end()
  }
  client.on('error', (problem) => lose(problem.message))
  client.on('end', () => lose('the server closed it'))

  await client.connect()
  try {
    const answer = await client.query<Record<string, unknown>>(
      "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine, current_setting('transaction_read_only') AS readonly",
      [`kaynak pass ${place.schema}`],
    )
    const [row] = answer.rows
    if (row?.['readonly'] === 'on')
      throw new KaynakError(
        'STATE_WRITE',
        `${place.name}: expected a server that can be written, got a read-only one: name the primary with --state`,
      )
    const holder = row?.['mine'] === true ? await nextHolder(client, place) : undefined
    if (holder === undefined) {
      await release()
      return undefined
    }
    isHeld = true
    return { release, lost: loss.signal, fenced: (session) => fencedBy(session, { holder, lost: loss.signal, place }) }
  } catch (problem) {
    await release()
    throw problem
  }
}

/** Undefined when the last holder's transaction does not end: it counts as holding the lock. */
async function nextHolder(client: Client, place: Place): Promise<string | undefined> {
  try {
    const { rows } = await client.query<Record<string, unknown>>(
      `WITH waited AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtextextended($1, 0)))
       UPDATE lock_holder SET number = number + 1 FROM waited RETURNING number::text AS holder`,
      [fenceOf(place)],
    )
    return String(rows[0]?.['holder'])
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === LOCK_NOT_AVAILABLE) return undefined
    throw problem
  }
}

type Holder = { readonly holder: string; readonly lost: AbortSignal; readonly place: Place }

function fencedBy(session: Session, { holder, lost, place }: Holder): Session {
  async function prove(sql: Sql): Promise<void> {
    lost.throwIfAborted()
    await sql('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [fenceOf(place)])
    const [row] = await sql('SELECT number FROM lock_holder')
    if (String(numberIn(row, 'number')) !== holder)
      throw new KaynakError(
        'LOCKED',
        `another pass has taken the lock of ${place.name} meanwhile: this one stores and publishes no more`,
      )
  }
  return {
    ...session,
    async sql(text, values) {
      lost.throwIfAborted()
      return await session.sql(text, values)
    },
    transaction: (work) =>
      session.transaction(async (sql) => {
        await prove(sql)
        return await work(sql)
      }),
    async *snapshot(work) {
      lost.throwIfAborted()
      yield* session.snapshot(work)
    },
  }
}

function fenceOf({ schema }: Place): string {
  return `kaynak fence ${schema}`
}
