import type { Source, SourceId, SourceState } from '../model/index.ts'
import { afterSkips, isSkipped } from './pace-skips.ts'

/** A timer that rings a moment early, or a pass that started a moment late, must not cost a source its turn. */
const SLACK_MS = 30_000
const DAY_MS = 86_400_000
/** A server's wait is kept up to a week; a due time well beyond that comes from a clock that was wrong. */
const LONGEST_WAIT_MS = 8 * DAY_MS
/** Who comes by only in hours that a feed asks to skip waits so much longer, and asks then. */
const SKIP_PATIENCE_MS = DAY_MS

export type DueOptions = {
  /** ask although it is not due, and although the server said that it is gone */
  readonly force?: boolean
}

/**
 * Whether a source is to be asked now. One that was never asked, or whose configured address has changed, is due; one that
 * is disabled never is; one whose server said 410 only when forced. In an hour that the feed asks to skip it waits. A clock that was wrong when the state was written
 * (an attempt in the future, a due time out of reach) silences nobody.
 */
export function isDue(source: Source, state: SourceState | undefined, now: Date, { force = false }: DueOptions = {}): boolean {
  if (!source.enabled) return false
  if (force || state === undefined || state.url !== source.url) return true
  if (state.trouble?.final === true) return false
  const { nextDue, lastAttempt } = state
  if (nextDue === undefined || (lastAttempt !== undefined && lastAttempt.getTime() > now.getTime() + SLACK_MS)) return true
  const waitMs = nextDue.getTime() - now.getTime()
  if (waitMs > Math.max(LONGEST_WAIT_MS, source.everyMs + SLACK_MS)) return true
  const slackMs = state.trouble?.code === 'rate-limited' ? 0 : SLACK_MS // a server that said when means it
  return waitMs <= slackMs && (waitMs <= -SKIP_PATIENCE_MS || !isSkipped(now, state.pace))
}

/** When a source is due next, as `isDue` will judge it; undefined when it never is again. */
export function dueMoment(source: Source, state: SourceState | undefined, now: Date): Date | undefined {
  if (isDue(source, state, now)) return state?.nextDue !== undefined && state.nextDue < now ? state.nextDue : now
  if (!source.enabled || state?.trouble?.final === true) return undefined
  return state?.nextDue !== undefined && state.nextDue < now ? afterSkips(now, state.pace) : state?.nextDue
}

/** The sources to ask now, in their given order. */
export function dueSources(
  sources: readonly Source[],
  states: ReadonlyMap<SourceId, SourceState>,
  { now, force = false }: DueOptions & { readonly now: Date },
): readonly Source[] {
  return sources.filter((source) => isDue(source, states.get(source.id), now, { force }))
}
