import {
  type FeedInfo,
  type FetchResult,
  present,
  type Source,
  type SourceState,
  type SourceTrouble,
  type Validators,
} from '../model/index.ts'
import { dueAfterFailure, dueAfterGood, dueAfterRetry } from './pace-interval.ts'
import { isLie } from './pace-liars.ts'
import { movedAfterFailure, movedAfterGood } from './pace-moved.ts'
import { type FeedAsk, feedRequest } from './pace-request.ts'
import { eventsAfter } from './source-events.ts'

type Ok = Extract<FetchResult, { kind: 'ok' }>
type NotModified = Extract<FetchResult, { kind: 'not-modified' }>
type Failed = Extract<FetchResult, { kind: 'failed' }>

/** How one reading of a source ended. */
export type ReadingOutcome =
  | {
      readonly kind: 'read'
      readonly answer: Pick<Ok, 'validators' | 'freshness' | 'movedTo'>
      /** what `bodyHash` is to be */
      readonly mark: string
      readonly document: { readonly feed: FeedInfo; readonly slips: readonly unknown[]; readonly warnings: readonly string[] }
      /** whether an entry is new or changed; absent = yes. Some documents differ at every reading and say nothing new */
      readonly isNews?: boolean
      /** the pages of its articles are not to be asked for before this moment */
      readonly pagesFrom?: Date
      /** what is left of the room for its new items */
      readonly room?: SourceState['room']
    }
  /** a 304, or the bytes of the last time */
  | { readonly kind: 'unchanged'; readonly answer: Pick<Ok, 'validators' | 'freshness' | 'movedTo'> | NotModified }
  /** a body came, and is no feed */
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'failed'; readonly answer: Failed }
  /** a bug of ours that this source's data brought to light */
  | { readonly kind: 'internal'; readonly why: string }

export type PaceContext = {
  readonly source: Source
  readonly now: Date
  /** from 0 up to 1 */
  readonly jitter: number
  /** what was asked for; absent = what `feedRequest` says */
  readonly asked?: FeedAsk
}

/**
 * What to remember of a source after it was asked. A state of another address counts for nothing, nor does a date that lies
 * in the future. Validators come only from a body that was read (or from the 304 that confirms it), so that they never get
 * ahead of the items they stand for. A reading that was cancelled leaves the state as it was.
 */
export function nextState(previous: SourceState | undefined, outcome: ReadingOutcome, context: PaceContext): SourceState {
  const next = stateAfter(previous, outcome, context)
  if (outcome.kind === 'failed' && outcome.answer.trouble === 'cancelled') return next
  return present({ ...next, events: eventsAfter(previous, next, context.now) })
}

function stateAfter(previous: SourceState | undefined, outcome: ReadingOutcome, context: PaceContext): SourceState {
  const { source, now } = context
  const asked = context.asked ?? feedRequest(source, previous, context)
  const before = previous !== undefined && previous.url === source.url ? withoutFuture(previous, now) : begun(source)
  const attempted: SourceState = { ...before, lastAttempt: now, ...(asked.validators === undefined ? { lastFull: now } : {}) }
  switch (outcome.kind) {
    case 'read':
      return afterDocument(attempted, outcome, { ...context, asked })
    case 'unchanged':
      return afterGood(attempted, outcome.answer, { ...context, asked })
    case 'unreadable':
    case 'internal':
      return afterFailure(attempted, { code: outcome.kind, message: outcome.why, final: false }, context)
    case 'failed': {
      const { trouble, message, retryAt, isUnasked } = outcome.answer
      if (trouble === 'cancelled') return before
      if (isUnasked === true) return present({ ...before, nextDue: retryAt }) // it has neither failed nor been asked
      return afterFailure(
        attempted,
        { code: trouble, message, final: trouble === 'gone' },
        { ...context, ...present({ retryAt }) },
      )
    }
  }
}

type Asked = PaceContext & { readonly asked: FeedAsk }

function afterDocument(state: SourceState, outcome: Extract<ReadingOutcome, { kind: 'read' }>, context: Asked): SourceState {
  const { feed, slips, warnings } = outcome.document
  const { title: feedTitle, format: feedFormat, pace } = feed
  const entries = slips.length
  const isFoundOut =
    outcome.isNews !== false && context.asked.validators === undefined && isLie(state.validators, outcome.answer.validators)
  const read: SourceState = present({
    ...state,
    validators: undefined, // the old ones stood for the old body
    bodyHash: outcome.mark,
    feedTitle,
    feedFormat,
    pace,
    entries,
    room: outcome.room,
    pagesFrom: outcome.pagesFrom,
    lied: isFoundOut ? context.now : state.lied,
    warnings: [...warnings, ...dropNotice(entries, state.entries)],
    lastChange: outcome.isNews === false ? (state.lastChange ?? context.now) : context.now,
  })
  return afterGood(read, outcome.answer, context)
}

function afterGood(state: SourceState, answer: Pick<Ok, 'validators' | 'freshness' | 'movedTo'>, context: Asked): SourceState {
  const { now, asked } = context
  const { trouble: _over, failingSince: _since, ...healthy } = state
  const { pace, lastChange } = state
  return present({
    ...healthy,
    validators: renewed(state.validators, answer.validators),
    moved: movedAfterGood(state.moved, { asked: asked.url, to: answer.movedTo, now }),
    lastSuccess: now,
    failures: 0,
    nextDue: dueAfterGood({ ...context, freshness: answer.freshness, ...present({ pace, lastChange }) }),
  })
}

function afterFailure(
  state: SourceState,
  trouble: SourceTrouble,
  context: PaceContext & { readonly retryAt?: Date },
): SourceState {
  const failures = state.failures + 1
  return present({
    ...state,
    failures,
    failingSince: state.failingSince ?? context.now,
    trouble,
    moved: movedAfterFailure(state.moved, failures),
    nextDue: trouble.final
      ? undefined
      : context.retryAt === undefined
        ? dueAfterFailure(failures, context)
        : dueAfterRetry(context.retryAt, context),
  })
}

/** An answer renews what it names: a 304 may name one of the two only (RFC 9110 15.4.5). */
function renewed(old: Validators | undefined, fresh: Validators): Validators | undefined {
  const validators = { ...old, ...fresh }
  return validators.etag === undefined && validators.lastModified === undefined ? undefined : validators
}

/** Said of a document that offers nothing, or far less than the one before. */
function dropNotice(entries: number, before: number | undefined): readonly string[] {
  if (entries === 0)
    return [before === undefined || before === 0 ? 'holds no entries' : `holds no entries; the document before held ${before}`]
  return before !== undefined && before >= 8 && entries * 4 <= before
    ? [`holds ${entries} entries; the document before held ${before}`]
    : []
}

function begun(source: Source): SourceState {
  return { sourceId: source.id, url: source.url, failures: 0, warnings: [] }
}

/** A clock that was wrong once must not leave its dates behind. */
function withoutFuture(state: SourceState, now: Date): SourceState {
  const past = (date: Date | undefined) => (date !== undefined && date.getTime() > now.getTime() ? undefined : date)
  return present({
    ...state,
    lastAttempt: past(state.lastAttempt),
    lastSuccess: past(state.lastSuccess),
    lastChange: past(state.lastChange),
    lastFull: past(state.lastFull),
    lied: past(state.lied),
    failingSince: past(state.failingSince),
    moved: past(state.moved?.since) === undefined ? undefined : state.moved,
  })
}
