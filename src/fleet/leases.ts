import type { HostLease, HostLeases } from '../fetch/index.ts'
import type { Log } from '../model/index.ts'
import type { Database } from './database.ts'
import { pause } from './pause.ts'
import { numberIn, textIn } from './row.ts'

/** One worker's way to hold hosts. */
export type Leases = HostLeases & {
  /** Ends the waiting of everybody who waits; what is held falls to others once this worker's beat is old. */
  readonly close: () => void
}

/** Questions that come within so many milliseconds are asked together. */
const TOGETHER_MS = 10
/** A host that another worker holds is asked for again after so long, then after twice that, and so on. */
const AGAIN_MS = 50
const RARELY_MS = 800

type Waiting = { readonly settle: (lease: HostLease | undefined) => void; tries: number; at: number }

/**
 * Hosts are held by one worker at a time across the fleet, for as long as that worker's beat is fresh (`workers.ts`). Whoever lets go
 * leaves behind when the next may start, and how far apart starts have to be there.
 * @param isSound whether this worker's own beat is fresh: a worker that others may take for dead begins nothing new
 */
export function leasesOf(
  { schema, rows }: Database,
  {
    worker,
    freshMs,
    isSound,
    log,
  }: { readonly worker: string; readonly freshMs: number; readonly isSound: () => boolean; readonly log: Log },
): Leases {
  const waiting = new Map<string, Waiting>()
  const leaving = new Map<string, number>()
  let isRunning = false
  let isClosed = false

  /** One question for all hosts that are wanted now, one word for all that are let go. */
  async function run(): Promise<void> {
    while (!isClosed && (waiting.size > 0 || leaving.size > 0)) {
      await pause(TOGETHER_MS)
      try {
        await letGo()
        if (isSound()) await take()
      } catch (problem) {
        log('warn', 'fleet.leases-troubled', { why: problem instanceof Error ? problem.message : String(problem) })
        await pause(RARELY_MS)
      }
    }
    isRunning = false
  }

  function begin(): void {
    if (isRunning || isClosed) return
    isRunning = true
    void run()
  }

  async function take(): Promise<void> {
    const now = performance.now()
    const wanted = [...waiting].flatMap(([host, { at }]) => (at <= now ? [host] : [])).sort()
    if (wanted.length === 0) return
    const taken = await rows(
      `INSERT INTO ${schema}.host AS h (host, holder, opens, gap_ms) SELECT wanted, $2::uuid, now(), 0 FROM unnest($1::text[]) AS wanted
       ON CONFLICT (host) DO UPDATE SET holder = excluded.holder
       WHERE h.holder IS NULL OR h.holder = excluded.holder
         OR NOT EXISTS (SELECT FROM ${schema}.worker w WHERE w.id = h.holder AND w.beat > now() - $3 * interval '1 millisecond')
       RETURNING host, gap_ms, greatest(0, extract(epoch FROM opens - now()) * 1000)::float8 AS wait_ms`,
      [wanted, worker, freshMs],
    )
    for (const row of taken) {
      const host = textIn(row, 'host')
      const one = waiting.get(host)
      waiting.delete(host)
      one?.settle({ waitMs: numberIn(row, 'wait_ms'), gapMs: numberIn(row, 'gap_ms') })
    }
    for (const host of wanted) {
      const one = waiting.get(host)
      if (one === undefined) continue
      one.at = performance.now() + Math.min(RARELY_MS, AGAIN_MS * 2 ** one.tries)
      one.tries += 1
    }
  }

  async function letGo(): Promise<void> {
    if (leaving.size === 0) return
    const left = [...leaving].sort(([one], [other]) => (one < other ? -1 : 1))
    leaving.clear()
    try {
      await rows(
        `WITH mine AS (
           SELECT h.host, l.gap_ms FROM ${schema}.host h JOIN unnest($1::text[], $2::int[]) AS l(host, gap_ms) USING (host)
           WHERE h.holder = $3::uuid ORDER BY h.host FOR UPDATE OF h)
         UPDATE ${schema}.host h SET holder = NULL, gap_ms = mine.gap_ms, opens = now() + mine.gap_ms * interval '1 millisecond'
         FROM mine WHERE h.host = mine.host`,
        [left.map(([host]) => host), left.map(([, gapMs]) => Math.round(gapMs)), worker],
      )
    } catch (problem) {
      for (const [host, gapMs] of left) if (!waiting.has(host)) leaving.set(host, gapMs)
      throw problem
    }
  }

  return {
    take(host) {
      return new Promise((settle) => {
        if (isClosed) return settle(undefined)
        leaving.delete(host) // held still: it was not told yet that it is let go
        waiting.set(host, { settle, tries: 0, at: 0 })
        begin()
      })
    },
    give(host, { gapMs }) {
      leaving.set(host, gapMs)
      begin()
    },
    close() {
      isClosed = true
      for (const { settle } of waiting.values()) settle(undefined)
      waiting.clear()
    },
  }
}
