import type { Config } from '../config/index.ts'
import type { Desk } from './desk.ts'
import type { PassReport, SourceReport } from './report.ts'

/** The sums of a pass. */
export function passTotals(
  reports: readonly SourceReport[],
  {
    config,
    due,
    copies,
    withdrawn,
    desk,
  }: {
    readonly config: Config
    readonly due: number
    readonly copies: number
    readonly withdrawn: number
    readonly desk: Desk
  },
): PassReport['pass'] {
  const sum = (field: (report: SourceReport) => number) => reports.reduce((total, report) => total + field(report), 0)
  const ended = (outcome: SourceReport['outcome']) => reports.filter((report) => report.outcome === outcome).length
  return {
    at: desk.now,
    topic: desk.topic.id,
    sources: config.sources.length,
    notDue: config.sources.length - due,
    read: ended('read'),
    unchanged: ended('unchanged'),
    failed: ended('failed'),
    entries: sum((report) => report.entries ?? 0),
    kept: sum((report) => report.kept),
    changed: sum((report) => report.changed),
    dropped: sum((report) => report.dropped),
    copies,
    withdrawn,
    interrupted: ended('cancelled') > 0 || desk.signal?.aborted === true,
  }
}
