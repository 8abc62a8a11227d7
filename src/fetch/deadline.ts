/** Why an exchange was ended from our side. */
export type StopReason = 'timeout' | 'cancelled'

/**
 * The time that one document may take, whatever it does: redirects, a slow body, decompression. Only time on the network counts:
 * waiting for our own turn at a host (`pause`) is not the server's fault. `close` must be called, as it holds a timer.
 */
export class Deadline {
  readonly #control = new AbortController()
  readonly #outer: AbortSignal | undefined
  #leftMs: number
  #since = 0
  #timer: NodeJS.Timeout | undefined

  constructor(timeoutMs: number, outer?: AbortSignal) {
    this.#leftMs = timeoutMs
    this.#outer = outer
    if (outer?.aborted === true) this.cancel()
    else outer?.addEventListener('abort', this.cancel, { once: true })
  }

  /** Aborted at the deadline, by the caller's own signal, or by `cancel`. */
  get signal(): AbortSignal {
    return this.#control.signal
  }

  /** Why the signal is aborted. */
  get reason(): StopReason {
    return this.signal.reason === 'timeout' ? 'timeout' : 'cancelled'
  }

  run(): void {
    if (this.#timer !== undefined) return
    this.#since = performance.now()
    this.#timer = setTimeout(() => this.#control.abort('timeout'), Math.max(this.#leftMs, 1))
  }

  pause(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#leftMs -= performance.now() - this.#since
  }

  readonly cancel = (): void => this.#control.abort('cancelled')

  close(): void {
    clearTimeout(this.#timer)
    this.#outer?.removeEventListener('abort', this.cancel)
  }
}
