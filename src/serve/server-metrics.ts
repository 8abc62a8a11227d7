import type { Metric } from './metrics-text.ts'

/** What the server counts of itself since it started. */
export type ServerMetrics = {
  readonly answered: (status: number) => void
  /** counts a client that found the server full */
  readonly dropped: () => void
  readonly read: (now: { readonly heldBytes: number; readonly connections: number }) => readonly Metric[]
}

/** All at zero. */
export function serverMetrics(): ServerMetrics {
  const answers = new Map<number, number>()
  let dropped = 0
  return {
    answered(status) {
      answers.set(status, (answers.get(status) ?? 0) + 1)
    },
    dropped() {
      dropped += 1
    },
    read: ({ heldBytes, connections }) => [
      {
        name: 'kaynak_http_answers_total',
        help: 'Answers begun, by status; the share of 304 says how politely readers ask.',
        kind: 'counter',
        samples: [...answers].sort(([a], [b]) => a - b).map(([status, value]) => ({ labels: { status: String(status) }, value })),
      },
      {
        name: 'kaynak_http_dropped_total',
        help: 'Clients that found the server full.',
        kind: 'counter',
        samples: [{ value: dropped }],
      },
      { name: 'kaynak_http_connections', help: 'Connections open.', kind: 'gauge', samples: [{ value: connections }] },
      { name: 'kaynak_http_held_bytes', help: 'Memory that files take.', kind: 'gauge', samples: [{ value: heldBytes }] },
    ],
  }
}
