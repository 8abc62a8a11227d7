import { setTimeout } from 'node:timers/promises'

/** Waits so long, or until the signal is set off. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal })
  } catch (problem) {
    if (!signal.aborted) throw problem
  }
}

/** A database that is away is asked again at ever longer intervals, up to this. */
const RARELY_MS = 5_000

/**
 * Does something over and over with a pause in between, until the signal is set off. What goes wrong is told, and the next time comes all the
 * same, a little later.
 */
export async function repeat(
  work: () => Promise<void>,
  {
    everyMs,
    signal,
    onTrouble,
  }: { readonly everyMs: number; readonly signal: AbortSignal; readonly onTrouble: (problem: unknown) => void },
): Promise<void> {
  let waitMs = everyMs
  while (!signal.aborted) {
    try {
      await work()
      waitMs = everyMs
    } catch (problem) {
      onTrouble(problem)
      waitMs = Math.min(RARELY_MS, waitMs * 2)
    }
    await pause(waitMs, signal)
  }
}
