import type { Stop } from './deadline.ts'
import type { HostGate } from './host-gate.ts'

/** What other processes leave behind at a host: when the next may start there, and how far apart starts have to be. */
export type HostLease = { readonly waitMs: number; readonly gapMs: number }

/** An agreement among processes that only one of them talks to a host at a time. */
export type HostLeases = {
  /** Waits until this process may talk to the host; undefined when nobody can wait for it any more. Asked once until it is given back. */
  readonly take: (host: string) => Promise<HostLease | undefined>
  /** the last one has left, and starts there have to be so far apart */
  readonly give: (host: string, left: { readonly gapMs: number }) => void
}

/** Who may talk to a host now. */
export type Gate = Pick<HostGate, 'enter' | 'slowDown'>

type Held = { inside: number; readonly lease: Promise<HostLease | undefined>; timer?: NodeJS.Timeout | undefined }

/** A host is kept for so long after the last has left: its next document is mostly wanted at once. */
const LINGER_MS = 200

/**
 * A gate whose hosts are shared with other processes: the first at a host waits for its lease, the last one gives it back. Inside, the
 * gate of this process rules as ever, so that what holds for one machine holds for all of them together.
 */
export function sharedGate(inner: HostGate, leases: HostLeases): Gate {
  const held = new Map<string, Held>()

  function heldAt(host: string): Held {
    const known = held.get(host)
    if (known !== undefined) return known
    const fresh: Held = { inside: 0, lease: leaseAt(host) }
    held.set(host, fresh)
    return fresh
  }

  async function leaseAt(host: string): Promise<HostLease | undefined> {
    const lease = await leases.take(host)
    if (lease !== undefined) inner.holdBack(host, lease)
    return lease
  }

  function leaveHost(host: string, one: Held): void {
    one.inside -= 1
    if (one.inside > 0) return
    one.timer = setTimeout(() => {
      held.delete(host)
      void one.lease.then((lease) => {
        if (lease !== undefined) leases.give(host, { gapMs: inner.gapAt(host) })
      })
    }, LINGER_MS)
    one.timer.unref()
  }

  return {
    async enter(host, stop) {
      const one = heldAt(host)
      clearTimeout(one.timer)
      one.inside += 1
      const lease = await unlessStopped(one.lease, stop)
      if (lease === undefined) {
        leaveHost(host, one)
        return undefined
      }
      const leave = await inner.enter(host, stop)
      if (leave === undefined) {
        leaveHost(host, one)
        return undefined
      }
      let isInside = true
      return (): void => {
        if (!isInside) return
        isInside = false
        leave()
        leaveHost(host, one)
      }
    },
    slowDown: (host, gapMs) => inner.slowDown(host, gapMs),
  }
}

function unlessStopped(lease: Promise<HostLease | undefined>, stop: Stop): Promise<HostLease | undefined> {
  if (stop.isStopped) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const withdraw = stop.onStop(() => resolve(undefined))
    void lease.then((got) => {
      withdraw()
      resolve(got)
    })
  })
}
