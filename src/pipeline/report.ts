import type { ConfigProblem } from '../config/index.ts'
import type { Decision, SourceId } from '../model/index.ts'
import type { Recovered } from './recover.ts'

/** How one source's reading ended. `unchanged`: nothing new was offered. `cancelled`: the pass was told to stop before it ended. */
export type Outcome = 'read' | 'unchanged' | 'failed' | 'cancelled'

/** What one source did in this pass. */
export type SourceReport = {
  readonly id: SourceId
  readonly name: string
  readonly outcome: Outcome
  /** entries in the document; absent when none was read */
  readonly entries?: number
  /** new or changed entries that named a term and were parsed in full */
  readonly candidates: number
  /** items that are new */
  readonly kept: number
  /** items known before whose title or text has changed */
  readonly changed: number
  /** candidates that the verdict dropped */
  readonly dropped: number
  /** why it failed, in one line */
  readonly message?: string
  /** a code for scripts, when it failed */
  readonly code?: string
  readonly warnings: readonly string[]
}

/** What a pass did, for people and scripts (`run --json`). */
export type PassReport = {
  readonly pass: {
    readonly at: Date
    readonly topic: string
    readonly sources: number
    /** left alone: not due yet, disabled, or not among `--only` */
    readonly notDue: number
    readonly read: number
    readonly unchanged: number
    readonly failed: number
    readonly entries: number
    readonly kept: number
    readonly changed: number
    readonly dropped: number
    /** items that turned out to be copies of a story already known */
    readonly copies: number
    /** items that their sources took back */
    readonly withdrawn: number
    readonly interrupted: boolean
  }
  readonly sources: readonly SourceReport[]
  /** verdicts of this pass on every entry that named a term, in the order of the sources */
  readonly decisions: readonly Decision[]
  /** wrong entries of feeds.json that were left out */
  readonly problems: readonly ConfigProblem[]
  /** what an empty state was given back from the publication before anything was read */
  readonly recovered?: Recovered
  readonly published?: {
    readonly directory: string
    readonly stories: number
    readonly written: readonly string[]
    readonly unchanged: number
  }
}
