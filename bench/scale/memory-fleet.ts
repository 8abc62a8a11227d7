import type { HostLease } from '../../src/fetch/index.ts'
import type { Fleet } from '../../src/fleet/join-fleet.ts'
import type { SourceId } from '../../src/model/index.ts'

type Row = { readonly source: SourceId; readonly host: string; due: number; isPlanned: boolean }
type Holding = { holder: string | undefined; opens: number; gapMs: number; readonly waiting: (() => void)[] }

/** How often the database would have been asked, by what for; rows that such a statement would have touched. */
export type Load = Record<string, { statements: number; rows: number }>

/** What a fleet shares, in the memory of one process and counted: stands in for the database in a simulation. */
export type MemoryFleet = {
  readonly join: (id: string) => Fleet
  readonly load: Load
  /** counts a statement that is asked elsewhere */
  readonly count: (what: string, rows: number) => void
  readonly backlog: (now: Date) => { readonly due: number; readonly oldest: number | undefined }
}

/** Rows by the minute in which they fall due, so that a look costs what it finds. */
const SLOT_MS = 1_000

export function memoryFleet(): MemoryFleet {
  const rows = new Map<SourceId, Row>()
  const byHost = new Map<string, Set<Row>>()
  const slots = new Map<number, Set<Row>>()
  let firstSlot = Number.POSITIVE_INFINITY
  const queued = new Map<string, string>()
  const active = new Map<string, string>()
  const holdings = new Map<string, Holding>()
  const beats = new Map<string, Awaited<ReturnType<Fleet['workers']['present']>>[number]>()
  const load: Load = {}
  let holder: string | undefined
  let jobs = 0

  function count(what: string, touched: number): void {
    const sum = load[what] ?? { statements: 0, rows: 0 }
    load[what] = sum
    sum.statements += 1
    sum.rows += touched
  }
  function unslot(row: Row): void {
    slots.get(slotOf(row.due))?.delete(row)
  }
  function slot(row: Row): void {
    const at = slotOf(row.due)
    firstSlot = Math.min(firstSlot, at)
    const there = slots.get(at)
    if (there === undefined) slots.set(at, new Set([row]))
    else there.add(row)
  }
  function* dueRows(nowMs: number): Generator<Row> {
    for (let at = firstSlot; at <= slotOf(nowMs); at++) {
      const there = slots.get(at)
      if (there === undefined || there.size === 0) {
        slots.delete(at)
        if (at === firstSlot) firstSlot = at + 1
        continue
      }
      for (const row of there) if (row.due <= nowMs) yield row
    }
  }

  const turns: Fleet['turns'] = {
    async list(all) {
      count('turns.list', all.length)
      for (const { source, host, due } of all) {
        const row = { source, host, due: due.getTime(), isPlanned: false }
        rows.set(source, row)
        slot(row)
        const ofHost = byHost.get(host)
        if (ofHost === undefined) byHost.set(host, new Set([row]))
        else ofHost.add(row)
      }
    },
    async ripe(now, most) {
      const hosts = new Set<string>()
      let seen = 0
      for (const row of dueRows(now.getTime())) {
        if (row.isPlanned) continue
        hosts.add(row.host)
        if (++seen >= most) break
      }
      count('turns.ripe', seen)
      return [...hosts]
    },
    async planned(hosts, now) {
      let touched = 0
      for (const host of hosts)
        for (const row of byHost.get(host) ?? [])
          if (row.due <= now.getTime() && !row.isPlanned) {
            row.isPlanned = true
            touched++
          }
      count('turns.planned', touched)
    },
    async forget() {
      count('turns.forget', 0)
    },
    async dueAt(hosts, now) {
      const found = new Map(
        hosts.map((host) => [
          host,
          [...(byHost.get(host) ?? [])].filter((row) => row.due <= now.getTime()).map((row) => row.source),
        ]),
      )
      count('turns.dueAt', hosts.length)
      return found
    },
    async put(all) {
      count('turns.put', all.length)
      for (const { source, due } of all) {
        const row = rows.get(source)
        if (row === undefined) continue
        unslot(row)
        row.due = due.getTime()
        row.isPlanned = false
        slot(row)
      }
    },
    async unplanned(hosts) {
      count('turns.unplanned', hosts.length)
      for (const host of hosts) for (const row of byHost.get(host) ?? []) row.isPlanned = false
    },
    async backlog(now) {
      const { due, oldest } = backlogAt(now)
      return oldest === undefined ? { due } : { due, since: new Date(oldest) }
    },
  }

  function backlogAt(now: Date): { readonly due: number; readonly oldest: number | undefined } {
    let due = 0
    let oldest: number | undefined
    for (const row of dueRows(now.getTime())) {
      due++
      oldest = Math.min(oldest ?? row.due, row.due)
    }
    return { due, oldest }
  }

  const queue: Fleet['queue'] = {
    async offer(hosts) {
      count('queue.offer', hosts.length)
      for (const host of hosts) if (!queued.has(host) && !active.has(host)) queued.set(host, `job-${jobs++}`)
    },
    async claim(most) {
      const claims = [...queued.entries().take(most)].map(([host, id]) => ({ host, attempt: { id, retryCount: 0 } }))
      count('queue.claim', claims.length)
      for (const { host, attempt } of claims) {
        queued.delete(host)
        active.set(host, attempt.id)
      }
      return claims
    },
    async hold(claims) {
      if (claims.length > 0) count('queue.hold', claims.length)
    },
    async done(claims) {
      if (claims.length > 0) count('queue.done', claims.length)
      for (const { host } of claims) active.delete(host)
    },
    async giveBack(claims) {
      if (claims.length > 0) count('queue.giveBack', claims.length)
      for (const { host, attempt } of claims) {
        active.delete(host)
        queued.set(host, attempt.id)
      }
    },
    close: async () => undefined,
  }

  /** Asks as `leasesOf` does: together within 10 ms, and again while another worker holds the host. */
  function leasesFor(id: string): Fleet['leases'] {
    let isCounted = false
    return {
      async take(host): Promise<HostLease | undefined> {
        if (!isCounted) count('leases', 0)
        isCounted = true
        setTimeout(() => {
          isCounted = false
        }, 10)
        const held = holdings.get(host) ?? { holder: undefined, opens: 0, gapMs: 0, waiting: [] }
        holdings.set(host, held)
        while (held.holder !== undefined && held.holder !== id) await new Promise<void>((resolve) => held.waiting.push(resolve))
        held.holder = id
        return { waitMs: Math.max(0, held.opens - performance.now()), gapMs: held.gapMs }
      },
      give(host, { gapMs }) {
        const held = holdings.get(host)
        if (held === undefined || held.holder !== id) return
        held.holder = undefined
        held.opens = performance.now() + gapMs
        held.gapMs = gapMs
        for (const wake of held.waiting.splice(0)) wake()
      },
    }
  }

  return {
    load,
    count,
    backlog: backlogAt,
    join: (id) => ({
      id,
      turns,
      queue,
      leases: leasesFor(id),
      restored: { add: async () => undefined, waiting: async () => [], remove: async () => undefined },
      election: {
        async stand() {
          holder ??= id
          return holder === id ? office.signal : undefined
        },
        resign: async () => undefined,
      },
      workers: { present: async () => [...beats.values()] },
      async beat(pulse) {
        count('workers.beat', 1)
        beats.set(id, { ...pulse, id, name: id, version: '', mark: '', places: 0, started: new Date(0), silentMs: 0 })
      },
      leave: async () => undefined,
    }),
  }
}

const office = new AbortController()

function slotOf(ms: number): number {
  return Math.floor(ms / SLOT_MS)
}
