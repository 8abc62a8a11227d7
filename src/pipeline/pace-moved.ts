import type { HttpUrl, SourceState } from '../model/index.ts'

const DAY_MS = 86_400_000
const PASSES = 3
/** A new address that fails so often in a row is given up for the configured one. */
const PATIENCE = 3

type Moved = NonNullable<SourceState['moved']>

/**
 * Whether a permanent redirect has proved itself: good documents were read there on 3 passes, over at least 24 hours. A
 * captive portal or a mistake of a day must not carry a subscription away. feeds.json itself is the operator's to change.
 */
export function isAdopted({ since, passes }: Moved, now: Date): boolean {
  return passes >= PASSES && now.getTime() - since.getTime() >= DAY_MS
}

/**
 * What is known of a move after a good document was read.
 * @param asked where it was asked for
 * @param to where an unbroken chain of permanent redirects led from there, when it did
 */
export function movedAfterGood(
  moved: Moved | undefined,
  { asked, to, now }: { readonly asked: HttpUrl; readonly to: HttpUrl | undefined; readonly now: Date },
): Moved | undefined {
  if (moved !== undefined && asked === moved.to) return to === undefined ? moved : { to, since: now, passes: 1 }
  if (to === undefined || to === asked) return undefined
  if (moved === undefined || moved.to !== to || moved.since.getTime() > now.getTime()) return { to, since: now, passes: 1 }
  return { ...moved, passes: moved.passes + 1 }
}

/** What is known of a move after a failure: an adopted address that keeps failing is forgotten, another waits to be proved. */
export function movedAfterFailure(moved: Moved | undefined, failures: number): Moved | undefined {
  return failures >= PATIENCE ? undefined : moved
}
