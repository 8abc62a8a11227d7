import type { FeedInfo, FetchResult, Source, SourceState } from '../../../src/model/index.ts'
import { type FeedAsk, nextState, type ReadingOutcome } from '../../../src/pipeline/pace.ts'
import { makeSource } from '../../helpers/make-source.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const NOON = new Date('2026-11-24T12:00:00Z')

type Read = Extract<ReadingOutcome, { kind: 'read' }>
type Answer = Read['answer']

const PLAIN: Answer = { validators: {}, freshness: {} }

/** A document that was read; say only what matters. */
export function read(
  answer: Partial<Answer> = {},
  parts: {
    readonly feed?: Partial<FeedInfo>
    readonly entries?: number
    readonly warnings?: readonly string[]
    readonly isNews?: boolean
  } = {},
): Read {
  const feed: FeedInfo = { format: 'rss2.0', authors: [], categories: [], ...parts.feed }
  const document = { feed, slips: Array.from({ length: parts.entries ?? 20 }), warnings: parts.warnings ?? [] }
  return {
    kind: 'read',
    answer: { ...PLAIN, ...answer },
    mark: 'mark',
    document,
    ...(parts.isNews === undefined ? {} : { isNews: parts.isNews }),
  }
}

export function notModified(answer: Partial<Answer> = {}): ReadingOutcome {
  return { kind: 'unchanged', answer: { kind: 'not-modified', ...PLAIN, ...answer } }
}

export function failed(trouble: Extract<FetchResult, { kind: 'failed' }>['trouble'] = 'timeout', retryAt?: Date): ReadingOutcome {
  return {
    kind: 'failed',
    answer: { kind: 'failed', trouble, message: `no answer: ${trouble}`, ...(retryAt === undefined ? {} : { retryAt }) },
  }
}

/** A moment so long after noon. */
export function later(ms: number): Date {
  return new Date(NOON.getTime() + ms)
}

type Turn = { readonly now?: Date; readonly jitter?: number; readonly source?: Source; readonly asked?: FeedAsk }

/** The state after one more outcome. */
export function next(
  state: SourceState | undefined,
  outcome: ReadingOutcome,
  { now = NOON, jitter = 0, source = makeSource(), asked }: Turn = {},
): SourceState {
  return nextState(state, outcome, { source, now, jitter, ...(asked === undefined ? {} : { asked }) })
}

/** How long after `now` a state is due, in milliseconds. */
export function waitMs(state: SourceState, now: Date = NOON): number | undefined {
  return state.nextDue === undefined ? undefined : state.nextDue.getTime() - now.getTime()
}
