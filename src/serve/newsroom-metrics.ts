import type { Source, SourceId, SourceState } from '../model/index.ts'
import { healthWords } from '../pipeline/index.ts'
import type { Metric } from './metrics-text.ts'

/** What a state tells of a newsroom at a moment. */
export type Newsroom = {
  readonly sources: readonly Source[]
  readonly states: ReadonlyMap<SourceId, SourceState>
  readonly counts: { readonly items: number; readonly stories: number; readonly decisions: number }
  readonly now: Date
}

const LEVELS = ['good', 'waiting', 'failing', 'gone', 'never', 'silent'] as const

/** The newsroom in numbers: sources by how they are, what is kept, and when things last went well, for each source as well. */
export function newsroomMetrics({ sources, states, counts, now }: Newsroom): readonly Metric[] {
  const levels = sources.map((source) => healthWords(source, states.get(source.id), now).level)
  const known = sources.flatMap((source) => states.get(source.id) ?? [])
  return [
    {
      name: 'kaynak_sources',
      help: 'Sources by how they are (see kaynak status).',
      kind: 'gauge',
      samples: LEVELS.map((level) => ({ labels: { level }, value: levels.filter((one) => one === level).length })),
    },
    gauge('kaynak_items', 'Items kept.', counts.items),
    gauge('kaynak_stories', 'Stories that the items make up.', counts.stories),
    gauge('kaynak_decisions', 'Verdicts remembered, on entries kept and dropped.', counts.decisions),
    moment('kaynak_last_attempt_timestamp_seconds', 'When any source was last asked.', latest(known, 'lastAttempt')),
    moment('kaynak_last_success_timestamp_seconds', 'When any source was last read well.', latest(known, 'lastSuccess')),
    bySource('kaynak_source_last_success_timestamp_seconds', 'When a source was last read well.', known, ({ lastSuccess }) =>
      seconds(lastSuccess),
    ),
    bySource('kaynak_source_failures', 'Failures in a row.', known, ({ failures }) => failures),
    bySource('kaynak_source_entries', 'Entries in the last document of a source.', known, ({ entries }) => entries),
  ]
}

function gauge(name: string, help: string, value: number): Metric {
  return { name, help, kind: 'gauge', samples: [{ value }] }
}

function moment(name: string, help: string, at: Date | undefined): Metric {
  const value = seconds(at)
  return { name, help, kind: 'gauge', samples: value === undefined ? [] : [{ value }] }
}

function bySource(
  name: string,
  help: string,
  states: readonly SourceState[],
  read: (state: SourceState) => number | undefined,
): Metric {
  const samples = states.flatMap((state) => {
    const value = read(state)
    return value === undefined ? [] : [{ labels: { source: state.sourceId }, value }]
  })
  return { name, help, kind: 'gauge', samples }
}

function latest(states: readonly SourceState[], key: 'lastAttempt' | 'lastSuccess'): Date | undefined {
  return states.reduce<Date | undefined>(
    (best, { [key]: at }) => (at !== undefined && (best === undefined || at > best) ? at : best),
    undefined,
  )
}

function seconds(at: Date | undefined): number | undefined {
  return at === undefined ? undefined : at.getTime() / 1000
}
