/**
 * Runs `work` with a signal that SIGINT and SIGTERM set off. The first asks it to end; the second ends the program at once.
 * The handlers are gone when it has ended.
 */
export async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  function ask(name: NodeJS.Signals): void {
    if (stop.signal.aborted) process.exit(name === 'SIGINT' ? 130 : 143)
    stop.abort()
  }
  process.on('SIGINT', ask)
  process.on('SIGTERM', ask)
  try {
    return await work(stop.signal)
  } finally {
    process.off('SIGINT', ask)
    process.off('SIGTERM', ask)
  }
}

/** Resolves when the signal is set off; by then it may be already. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Calls `again` at each SIGHUP, which would end the program otherwise, until the answer is called. */
export function onHangUp(again: () => void): () => void {
  process.on('SIGHUP', again)
  return () => void process.off('SIGHUP', again)
}
