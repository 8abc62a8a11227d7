type Timer = { readonly at: number; readonly order: number; readonly call: () => void; isOff: boolean }

/** Time that moves as fast as the work in it can be done: to the next timer, whenever nothing is left to do at this moment. */
export type VirtualTime = {
  /** milliseconds since the beginning */
  readonly now: () => number
  /** moves on until this moment, or until nothing is left to wait for */
  readonly until: (ms: number) => Promise<void>
  /** gives the real clock back */
  readonly restore: () => void
}

/**
 * Puts its own timers and monotonic clock in the place of the global ones. What waits for real input (files, sockets, worker threads) must
 * not be used meanwhile: nobody waits for it.
 */
export function virtualTime(): VirtualTime {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: performance.now }
  const nextTurn = setImmediate
  const heap: Timer[] = []
  let nowMs = 0
  let order = 0

  function set(call: (...values: unknown[]) => void, ms = 0, ...values: unknown[]) {
    const timer: Timer = { at: nowMs + Math.max(0, Math.ceil(ms)), order: order++, call: () => call(...values), isOff: false }
    push(heap, timer)
    const handle = {
      ref: () => handle,
      unref: () => handle,
      hasRef: () => true,
      refresh: () => handle,
      off: () => {
        timer.isOff = true
      },
    }
    return handle
  }
  function clear(handle: unknown): void {
    if (typeof handle === 'object' && handle !== null && 'off' in handle && typeof handle.off === 'function') handle.off()
  }
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear })
  performance.now = () => nowMs

  return {
    now: () => nowMs,
    async until(ms) {
      for (;;) {
        await new Promise((resolve) => nextTurn(resolve))
        const next = heap[0]
        if (next === undefined || next.at > ms) break
        nowMs = Math.max(nowMs, next.at)
        while (heap[0] !== undefined && heap[0].at <= nowMs) {
          const timer = pop(heap)
          if (timer?.isOff === false) timer.call()
        }
      }
      nowMs = Math.max(nowMs, ms)
    },
    restore() {
      Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout })
      performance.now = real.now
    },
  }
}

function isBefore(one: Timer | undefined, other: Timer | undefined): boolean {
  if (one === undefined || other === undefined) return one !== undefined
  return one.at === other.at ? one.order < other.order : one.at < other.at
}

function push(heap: Timer[], timer: Timer): void {
  let at = heap.push(timer) - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    if (!isBefore(timer, heap[above])) break
    swap(heap, at, above)
    at = above
  }
}

function pop(heap: Timer[]): Timer | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return first
  heap[0] = last
  let at = 0
  for (;;) {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    let least = at
    if (isBefore(heap[left], heap[least])) least = left
    if (isBefore(heap[right], heap[least])) least = right
    if (least === at) return first
    swap(heap, at, least)
    at = least
  }
}

function swap(heap: Timer[], at: number, other: number): void {
  const [one, two] = [heap[at], heap[other]]
  if (one === undefined || two === undefined) return
  heap[at] = two
  heap[other] = one
}
