import { Client } from 'pg'
import { KaynakError, type Lock, type Log } from '../../model/index.ts'
import type { Place } from './place.ts'

/**
 * The one lock of a state: that of a session of its own, so that it ends with its process, machine or server and needs no clock.
 * Undefined while somebody else holds it. @throws what the driver says, and KaynakError STATE_WRITE on a server that cannot be written
 */
export async function takeLock(place: Place, log: Log): Promise<Lock | undefined> {
  const client = new Client({
    connectionString: place.connection,
    application_name: 'kaynak lock',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  let isHeld = true
  client.on('error', (problem) => {
    if (isHeld) log('warn', 'store.lock-lost', { why: problem.message })
  })
  await client.connect()
  const answer = await client.query<Record<string, unknown>>(
    "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine, current_setting('transaction_read_only') AS readonly",
    [`kaynak pass ${place.schema}`],
  )
  const [row] = answer.rows
  async function release(): Promise<void> {
    if (!isHeld) return
    isHeld = false
    await client.end()
  }
  if (row?.['readonly'] === 'on') {
    await release()
    throw new KaynakError(
      'STATE_WRITE',
      `${place.name}: expected a server that can be written, got a read-only one: name the primary with --state`,
    )
  }
  if (row?.['mine'] === true) return { release }
  await release()
  return undefined
}
