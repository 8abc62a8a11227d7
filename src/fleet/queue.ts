import type { Log } from '../model/index.ts'
import { type JobAttempt, newBoss } from './boss.ts'
import { databaseTrouble } from './database.ts'
import type { Place } from './place.ts'

/** A host whose sources this worker reads now. */
export type Claim = { readonly host: string; readonly attempt: JobAttempt }

/** Hosts that wait to be read. One host is never queued or claimed twice at a time. */
export type Queue = {
  /** hosts that are queued or claimed already are let be */
  readonly offer: (hosts: readonly string[]) => Promise<void>
  /** takes up to so many, the longest queued first */
  readonly claim: (most: number) => Promise<readonly Claim[]>
  /** tells that these are still worked on; a claim that is silent for 15 seconds falls back to the queue */
  readonly hold: (claims: readonly Claim[]) => Promise<void>
  readonly done: (claims: readonly Claim[]) => Promise<void>
  /** puts these back for whoever comes first */
  readonly giveBack: (claims: readonly Claim[]) => Promise<void>
  readonly close: () => Promise<void>
}

const HOSTS = 'hosts'
const SILENT_SECONDS = 15
/** A claim is lost with its worker, never with its host: however often that happens, the host stays in the queue. */
const RETRIES = 10_000

/** The queue that is pg-boss's, in its own schema of the same database. Every worker looks after claims that fell silent. */
export async function openQueue(place: Place, log: Log): Promise<Queue> {
  const boss = newBoss({
    connectionString: place.connection,
    schema: place.queue,
    application_name: 'kaynak queue',
    max: 3,
    schedule: false,
    supervise: true,
    superviseIntervalSeconds: 3,
    monitorIntervalSeconds: 3,
    maintenanceIntervalSeconds: 60,
    warningQueueSize: 1_000_000,
    registerInstance: false,
    openTelemetry: { enabled: false },
  })
  boss.on('error', (problem) => log('warn', 'fleet.queue-trouble', { why: problem.message }))
  boss.on('warning', (warning) => log('debug', 'fleet.queue-warning', { why: warning.message }))

  async function told<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (problem) {
      throw databaseTrouble(problem)
    }
  }
  const attemptsOf = (claims: readonly Claim[]) => claims.map((claim) => claim.attempt)

  await told(async () => {
    await boss.start()
    await boss.createQueue(HOSTS, {
      policy: 'exclusive',
      heartbeatSeconds: SILENT_SECONDS,
      expireInSeconds: 6 * 3_600,
      retryLimit: RETRIES,
      retryDelay: 0,
      retentionSeconds: 86_400,
      deleteAfterSeconds: 60,
    })
  })

  return {
    offer: (hosts) =>
      told(async () => {
        await boss.insert(
          HOSTS,
          hosts.map((host) => ({ singletonKey: host, data: { host } })),
        )
      }),
    claim: (most) =>
      told(async () => {
        const jobs = await boss.fetch(HOSTS, { batchSize: most })
        return jobs.flatMap(({ id, retryCount, data }) => {
          const host = hostIn(data)
          return host === undefined ? [] : [{ host, attempt: { id, retryCount } }]
        })
      }),
    hold: (claims) => told(async () => void (claims.length > 0 && (await boss.touch(HOSTS, attemptsOf(claims))))),
    done: (claims) => told(async () => void (claims.length > 0 && (await boss.complete(HOSTS, attemptsOf(claims))))),
    giveBack: (claims) => told(async () => void (claims.length > 0 && (await boss.fail(HOSTS, attemptsOf(claims))))),
    close: () => told(() => boss.stop({ graceful: false })),
  }
}

function hostIn(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('host' in data)) return undefined
  return typeof data.host === 'string' ? data.host : undefined
}
