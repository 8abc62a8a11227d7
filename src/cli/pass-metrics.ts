import type { FetchRequest, FetchResult } from '../model/index.ts'
import type { PassReport } from '../pipeline/index.ts'
import type { Metric } from '../serve/index.ts'

/** What a daemon counts of its passes since it started. */
export type PassMetrics = {
  readonly fetched: (request: FetchRequest, result: FetchResult) => void
  readonly ended: (report: PassReport, ms: number) => void
  readonly failed: () => void
  readonly skipped: () => void
  readonly read: () => readonly Metric[]
}

const SUMS = ['entries', 'kept', 'changed', 'dropped', 'copies', 'withdrawn'] as const

/** All at zero. */
export function passMetrics(): PassMetrics {
  const passes = { ended: 0, failed: 0, skipped: 0 }
  const sums = { entries: 0, kept: 0, changed: 0, dropped: 0, copies: 0, withdrawn: 0 }
  const readings = { read: 0, unchanged: 0, failed: 0 }
  const fetches = { ok: 0, 'not-modified': 0, failed: 0 }
  const bytes = { feed: 0, article: 0, discovery: 0, hub: 0 }
  let seconds = 0
  let last: { readonly seconds: number; readonly at: number } | undefined
  return {
    fetched({ purpose }, result) {
      if (purpose === 'feed') fetches[result.kind] += 1
      if (result.kind === 'ok') bytes[purpose] += result.wireBytes
    },
    ended({ pass }, ms) {
      passes.ended += 1
      for (const name of SUMS) sums[name] += pass[name]
      readings.read += pass.read
      readings.unchanged += pass.unchanged
      readings.failed += pass.failed
      seconds += ms / 1000
      last = { seconds: ms / 1000, at: pass.at.getTime() / 1000 }
    },
    failed() {
      passes.failed += 1
    },
    skipped() {
      passes.skipped += 1
    },
    read: () => [
      counter('kaynak_passes_total', 'Passes since the start, by how they ended.', 'outcome', passes),
      counter(
        'kaynak_readings_total',
        'Readings of sources; the share of unchanged ones says how much was spared.',
        'outcome',
        readings,
      ),
      counter('kaynak_entries_total', 'Entries offered, and what became of them.', 'what', sums),
      counter(
        'kaynak_feed_answers_total',
        'Answers to requests for feeds, listings and sitemaps, before they are read.',
        'kind',
        fetches,
      ),
      counter('kaynak_fetched_bytes_total', 'Bytes of bodies as they came over the wire.', 'purpose', bytes),
      {
        name: 'kaynak_pass_seconds_total',
        help: 'Time spent in passes that ended.',
        kind: 'counter',
        samples: [{ value: seconds }],
      },
      ...(last === undefined
        ? []
        : [
            gauge('kaynak_pass_duration_seconds', 'How long the last pass took.', last.seconds),
            gauge('kaynak_pass_timestamp_seconds', 'The moment of the last pass that ended.', last.at),
          ]),
    ],
  }
}

function counter(name: string, help: string, label: string, values: Readonly<Record<string, number>>): Metric {
  return {
    name,
    help,
    kind: 'counter',
    samples: Object.entries(values).map(([key, value]) => ({ labels: { [label]: key }, value })),
  }
}

function gauge(name: string, help: string, value: number): Metric {
  return { name, help, kind: 'gauge', samples: [{ value }] }
}
