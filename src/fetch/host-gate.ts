import type { Stop } from './deadline.ts'

/** Leaves the gate; a second call does nothing. */
export type Leave = () => void

type Lane = {
  readonly waiting: Set<(leave: Leave) => void>
  active: number
  gapMs: number
  /** by the monotonic clock: a clock that is set must not open or close a lane */
  nextStartMs: number
  timer: NodeJS.Timeout | undefined
}

type Limits = { readonly concurrency: number; readonly perHost: number; readonly gapMs: number }

const IDLE_LANES_KEPT = 1_000

/**
 * Decides who may talk to a host now: at most `concurrency` in all, at most `perHost` at one host and `gapMs` between two starts there.
 * Hosts take turns; who waits for a host holds no place that another host could use. Constant work for each entry.
 */
export class HostGate {
  readonly #limits: Limits
  readonly #lanes = new Map<string, Lane>()
  /** lanes that could start something this moment, in the order in which they became able to */
  readonly #ready = new Set<Lane>()
  #active = 0
  #sweepAt = 2 * IDLE_LANES_KEPT

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Waits for a place at a host; undefined when the wait was stopped. */
  enter(host: string, stop: Stop): Promise<Leave | undefined> {
    if (stop.isStopped) return Promise.resolve(undefined)
    const lane = this.#laneOf(host)
    return new Promise((resolve) => {
      const start = (leave: Leave): void => {
        withdraw()
        resolve(leave)
      }
      const giveUp = (): void => {
        lane.waiting.delete(start)
        if (lane.waiting.size === 0) clearLane(lane)
        resolve(undefined)
      }
      const withdraw = stop.onStop(giveUp)
      lane.waiting.add(start)
      this.#offer(lane)
      this.#admit()
    })
  }

  /** Lengthens the gap between two starts at a host, as its robots.txt asks; it is never shortened. */
  slowDown(host: string, gapMs: number): void {
    const lane = this.#laneOf(host)
    lane.gapMs = Math.max(lane.gapMs, gapMs)
  }

  /** Takes over what was agreed elsewhere: no start at a host before so long has gone by, and starts at least so far apart. */
  holdBack(host: string, { waitMs, gapMs }: { readonly waitMs: number; readonly gapMs: number }): void {
    const lane = this.#laneOf(host)
    lane.gapMs = Math.max(lane.gapMs, gapMs)
    lane.nextStartMs = Math.max(lane.nextStartMs, performance.now() + waitMs)
  }

  /** How far apart starts at a host are now, in milliseconds. */
  gapAt(host: string): number {
    return this.#lanes.get(host)?.gapMs ?? this.#limits.gapMs
  }

  #laneOf(host: string): Lane {
    const known = this.#lanes.get(host)
    if (known !== undefined) return known
    if (this.#lanes.size >= this.#sweepAt) this.#forgetIdleLanes()
    const lane: Lane = { waiting: new Set(), active: 0, gapMs: this.#limits.gapMs, nextStartMs: 0, timer: undefined }
    this.#lanes.set(host, lane)
    return lane
  }

  /** Runs each time the number of lanes has doubled, so that a long life does not mean a long list. */
  #forgetIdleLanes(): void {
    const now = performance.now()
    for (const [host, lane] of this.#lanes) {
      if (lane.active === 0 && lane.waiting.size === 0 && lane.nextStartMs <= now) this.#lanes.delete(host)
    }
    this.#sweepAt = 2 * Math.max(this.#lanes.size, IDLE_LANES_KEPT)
  }

  #offer(lane: Lane): void {
    if (lane.waiting.size === 0 || lane.active >= this.#limits.perHost || lane.timer !== undefined) return
    const waitMs = lane.nextStartMs - performance.now()
    if (waitMs <= 0) {
      this.#ready.add(lane)
      return
    }
    lane.timer = setTimeout(() => {
      lane.timer = undefined
      this.#offer(lane)
      this.#admit()
    }, Math.ceil(waitMs))
  }

  #admit(): void {
    while (this.#active < this.#limits.concurrency) {
      const [lane] = this.#ready
      if (lane === undefined) return
      this.#ready.delete(lane)
      const [start] = lane.waiting
      if (start === undefined) continue // gave up while it was its turn
      lane.waiting.delete(start)
      lane.active += 1
      this.#active += 1
      lane.nextStartMs = performance.now() + lane.gapMs
      start(this.#leaveOnce(lane))
      this.#offer(lane)
    }
  }

  #leaveOnce(lane: Lane): Leave {
    let isInside = true
    return () => {
      if (!isInside) return
      isInside = false
      lane.active -= 1
      this.#active -= 1
      this.#offer(lane)
      this.#admit()
    }
  }
}

/** A timer that nobody waits for would keep the process alive. */
function clearLane(lane: Lane): void {
  clearTimeout(lane.timer)
  lane.timer = undefined
}
