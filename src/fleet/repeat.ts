import { pause } from './pause.ts'

/** A database that is away is asked again at ever longer intervals, up to this. */
const RARELY_MS = 5_000
const TROUBLED_MS = 250

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
  let troubles = 0
  while (!signal.aborted) {
    try {
      await work()
      troubles = 0
    } catch (problem) {
      onTrouble(problem)
      troubles += 1
    }
    const waitMs = troubles === 0 ? everyMs : Math.max(everyMs, Math.min(RARELY_MS, TROUBLED_MS * 2 ** troubles))
    if (waitMs > 0) await pause(waitMs, signal)
  }
}
