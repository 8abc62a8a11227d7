/** Why an exchange was ended from our side. */
export type StopReason = 'timeout' | 'cancelled'

/** Something that may end a wait. An AbortSignal would do, at ten times the cost, and each fetch waits at five places. */
export type Stop = {
  readonly isStopped: boolean
  /** Calls back once when it stops; the answer withdraws that wish. Never calls back at once. */
  readonly onStop: (listener: () => void) => () => void
}

/** A timer that is later than this was held up by our own work. */
const STALL_MS = 100

/**
 * The time that one document may take, whatever it does: redirects, a slow body, decompression. Only time on the network counts:
 * waiting for our own turn at a host (`pause`) is not the server's fault. `close` must be called, as it holds a timer.
 */
export class Deadline implements Stop {
  readonly #listeners = new Set<() => void>()
  readonly #outer: AbortSignal | undefined
  #reason: StopReason | undefined
  #leftMs: number
  #since = 0
  #dueAt = 0
  #timer: NodeJS.Timeout | undefined

  constructor(timeoutMs: number, outer?: AbortSignal) {
    this.#leftMs = timeoutMs
    this.#outer = outer
    if (outer?.aborted === true) this.cancel()
    else outer?.addEventListener('abort', this.cancel, { once: true })
  }

  get isStopped(): boolean {
    return this.#reason !== undefined
  }

  /** What stopped it: the time that was given, or else the caller's signal or `cancel`. */
  get reason(): StopReason {
    return this.#reason ?? 'cancelled'
  }

  onStop(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  run(): void {
    if (this.#timer !== undefined) return
    this.#since = performance.now()
    this.#arm(Math.max(this.#leftMs, 1))
  }

  pause(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#leftMs -= performance.now() - this.#since
  }

  readonly cancel = (): void => this.#stop('cancelled')

  close(): void {
    clearTimeout(this.#timer)
    this.#outer?.removeEventListener('abort', this.cancel)
  }

  #arm(waitMs: number): void {
    this.#dueAt = performance.now() + waitMs
    this.#timer = setTimeout(() => this.#expire(), waitMs)
  }

  /** A timer that comes late means that this program was busy with something else; the answer may lie unread, so that time is given back. */
  #expire(): void {
    const lateMs = performance.now() - this.#dueAt
    if (lateMs > STALL_MS) this.#arm(lateMs)
    else this.#stop('timeout')
  }

  #stop(reason: StopReason): void {
    if (this.#reason !== undefined) return
    this.#reason = reason
    const listeners = [...this.#listeners]
    this.#listeners.clear()
    for (const listener of listeners) listener()
  }
}
