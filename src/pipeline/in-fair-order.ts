import type { Source, SourceId, SourceState } from '../model/index.ts'

/** Who fails so often in a row is not merely out of luck. */
const FAILING = 3

/**
 * The order in which due sources take their turns at a host: whoever was asked longest ago first, so that a host which serves only some
 * of them serves others the next time; those that keep failing last, so that they hold up nobody.
 */
export function inFairOrder(due: readonly Source[], states: ReadonlyMap<SourceId, SourceState>): readonly Source[] {
  const failures = ({ id }: Source): number => states.get(id)?.failures ?? 0
  const isFailing = (source: Source): number => (failures(source) >= FAILING ? 1 : 0)
  const asked = ({ id }: Source): number => states.get(id)?.lastAttempt?.getTime() ?? 0
  return due.toSorted((a, b) => isFailing(a) - isFailing(b) || asked(a) - asked(b) || failures(a) - failures(b))
}
