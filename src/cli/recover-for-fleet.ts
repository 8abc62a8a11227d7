import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from '../config/index.ts'
import type { Log, Store } from '../model/index.ts'
import { isEmptyState, recoverState } from '../pipeline/index.ts'

const AGAIN_MS = 250

/**
 * Takes up an empty state from the publication before a worker joins its fleet. Of several workers that begin at once one does it, under the
 * lock of the state, and the others wait for it: nobody plans or reads before.
 * @throws KaynakError STATE_WRITE or STATE_UNUSABLE
 */
export async function recoverForFleet(
  where: { readonly config: Config; readonly output: string; readonly now: Date },
  { store, log, signal }: { readonly store: Store; readonly log: Log; readonly signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted && (await isEmptyState(store))) {
    const lock = await store.lock()
    if (lock === undefined) {
      await pause(AGAIN_MS)
      continue
    }
    try {
      await recoverState(where, { store, log })
      return
    } catch (problem) {
      if (await isEmptyState(store)) throw problem // else a worker that publishes nothing was faster
    } finally {
      await lock.release()
    }
  }
}
