import type { Aftermath, Decision, Item, Source, SourceChange, SourceState } from '../model/index.ts'
import type { Desk } from './desk.ts'
import { type FeedAsk, nextState, type ReadingOutcome } from './pace.ts'
import type { SourceReport } from './report.ts'

/** What one reading of one source comes to: what to store, and what to say. */
export type SourceResult = { readonly change: SourceChange; readonly report: SourceReport }

/** One source at its turn. */
export type Visit = {
  readonly source: Source
  readonly previous: SourceState | undefined
  readonly desk: Desk
  /** what it was asked for */
  readonly asked: FeedAsk
}

/** What a document that was read came to. */
export type Harvest = {
  readonly items: readonly Item[]
  readonly decisions: readonly Decision[]
  readonly aftermath: Aftermath
  readonly seen: ReadonlyMap<string, string>
  readonly candidates: number
  readonly tally: { readonly kept: number; readonly changed: number; readonly dropped: number }
}

const NOTHING: Harvest = {
  items: [],
  decisions: [],
  aftermath: {},
  seen: new Map(),
  candidates: 0,
  tally: { kept: 0, changed: 0, dropped: 0 },
}

/** What one visit leaves behind and what it has to say, however it ended. */
export function settled(visit: Visit, outcome: ReadingOutcome, harvest: Harvest = NOTHING): SourceResult {
  const { source, previous, desk, asked } = visit
  const state = nextState(previous, outcome, { source, now: desk.now, jitter: desk.jitter(), asked })
  const { items, decisions, aftermath, seen, candidates, tally } = harvest
  const basis = previous?.lastAttempt ?? 'never-attempted'
  return {
    change: outcome.kind === 'read' ? { state, items, decisions, basis, aftermath, seen } : { state, items, decisions, basis },
    report: { id: source.id, name: source.name, candidates, ...tally, ...ending(outcome, state) },
  }
}

/** How it ended, and the words for it; what a state has noticed of the document is said with it. */
function ending(
  outcome: ReadingOutcome,
  state: SourceState,
): Pick<SourceReport, 'outcome' | 'warnings' | 'entries' | 'message' | 'code'> {
  switch (outcome.kind) {
    case 'read':
      return { outcome: 'read', entries: outcome.document.slips.length, warnings: state.warnings }
    case 'unchanged':
      return { outcome: 'unchanged', warnings: [] }
    case 'failed': {
      const { trouble, message } = outcome.answer
      return { outcome: trouble === 'cancelled' ? 'cancelled' : 'failed', code: trouble, message, warnings: [] }
    }
    case 'unreadable':
    case 'internal':
      return { outcome: 'failed', code: outcome.kind, message: outcome.why, warnings: [] }
  }
}
