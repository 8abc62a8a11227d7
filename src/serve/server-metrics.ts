import type { ServerResponse } from 'node:http'
import type { Metric } from './metrics-text.ts'

/** What the server counts of itself since it started. */
export type ServerMetrics = {
  /** counts this answer when it has ended */
  readonly watch: (response: ServerResponse) => void
  /** counts a client that found the server full */
  readonly dropped: () => void
  readonly read: (now: { readonly heldBytes: number; readonly connections: number }) => readonly Metric[]
}

/** All at zero. */
export function serverMetrics(): ServerMetrics {
  const answers = new Map<number, number>()
  let dropped = 0
  return {
    watch(response) {
      response.once('finish', () => answers.set(response.statusCode, (answers.get(response.statusCode) ?? 0) + 1))
    },
    dropped() {
      dropped += 1
    },
    read: ({ heldBytes, connections }) => [
      {
        name: 'kaynak_http_answers_total',
        help: 'Answers sent whole, by status; the share of 304 says how politely readers ask.',
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
