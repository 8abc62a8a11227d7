import { createServer } from 'node:http'
import type { Clock, Log } from '../model/index.ts'
import type { Console } from './console/create-console.ts'
import { isOfConsole } from './console/is-of-console.ts'
import { PLAIN } from './dress.ts'
import { createHandler } from './handler.ts'
import type { ListenAddress } from './listen-address.ts'
import { closed, listening } from './listening.ts'
import type { Metric } from './metrics-text.ts'
import type { Newsroom } from './newsroom-metrics.ts'
import { serverMetrics } from './server-metrics.ts'
import { createShelf } from './shelf.ts'
import { slowClients } from './slow-clients.ts'
import { toldPages } from './told-pages.ts'

export type ServeOptions = {
  /** the output directory, absolute; it need not exist yet */
  readonly folder: string
  readonly listen: ListenAddress
  readonly clock: Clock
  readonly log: Log
  /** what the state tells, asked for at each `/metrics`; undefined when there is no state yet. May reject. */
  readonly newsroom: () => Promise<Newsroom | undefined>
  /** further metrics, of whoever started the server */
  readonly metrics?: () => readonly Metric[]
  /** answers what is below `/console/`; absent = nothing is there */
  readonly console?: Console
  readonly limits?: Partial<ServeLimits>
}

/** What clients may take. Times in milliseconds. */
export type ServeLimits = {
  readonly connections: number
  /** until a request's header is there */
  readonly headersMs: number
  /** without a byte in either direction */
  readonly idleMs: number
  readonly keepAliveMs: number
  /** for what waits in a connection to be taken */
  readonly answerMs: number
  /** packed and unpacked files together */
  readonly heldBytes: number
  /** for what is under way when the server is told to close */
  readonly graceMs: number
}

const LIMITS: ServeLimits = {
  connections: 2_000,
  headersMs: 10_000,
  idleMs: 30_000,
  keepAliveMs: 15_000,
  answerMs: 300_000,
  heldBytes: 64_000_000,
  graceMs: 3_000,
}
/** A file looked at so short a time ago is served as it was. */
const FRESH_MS = 50

/** A server at work. `close` lets what is under way end for `graceMs`, then ends it. */
export type Serving = { readonly url: string; readonly close: () => Promise<void> }

/**
 * Serves the folder over HTTP/1.1, with `/healthz`, `/metrics` and `/status`. Resolves when it listens.
 * @throws KaynakError USAGE when nothing can listen at the address
 */
export async function startServer(options: ServeOptions): Promise<Serving> {
  const { folder, listen, clock, log } = options
  const limits = { ...LIMITS, ...options.limits }
  const shelf = createShelf({ folder, clock, mostBytes: limits.heldBytes, freshMs: FRESH_MS })
  const metrics = serverMetrics()
  const slow = slowClients(limits.answerMs)
  const told = toldPages({
    isPublished: async () => (await shelf.get('feed.xml', PLAIN)) !== undefined,
    newsroom: options.newsroom,
    counted: () => [...(options.metrics?.() ?? []), ...metrics.read({ heldBytes: shelf.heldBytes(), connections: slow.count() })],
    log,
  })
  const files = createHandler({ folder, shelf, told, aliases: ALIASES, answered: metrics.answered, log })
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: 2 * limits.headersMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: Math.ceil(limits.headersMs / 4),
      maxHeaderSize: 16_384,
      optimizeEmptyRequests: true,
    },
    (request, response) => {
      if (options.console === undefined || !isOfConsole(request.url)) return files(request, response)
      response.once('close', () => metrics.answered(response.statusCode))
      options.console(request, response)
    },
  )
  server.maxConnections = limits.connections
  server.timeout = limits.idleMs
  const sayFull = fullLog(log, limits.connections)
  server.on('drop', () => {
    server.closeIdleConnections() // whoever waits comes before whoever may come back
    metrics.dropped()
    sayFull()
  })
  server.on('connection', slow.watch)
  const url = await listening(server, listen)
  server.on('error', (problem) => log('error', 'serve.failed', { why: problem.message })) // accepting one client failed
  return {
    url,
    async close() {
      slow.stop()
      await closed(server, limits.graceMs)
    },
  }
}

/** Names that others expect: the rules for miners where they look for them, and the page that says how the sources are. */
const ALIASES = { '.well-known/tdmrep.json': 'tdmrep.json', status: 'sources.html' } as const

/** Says that the server is full, at most once a minute. */
function fullLog(log: Log, connections: number): () => void {
  let saidMs = Number.NEGATIVE_INFINITY
  return () => {
    if (performance.now() - saidMs < 60_000) return
    saidMs = performance.now()
    log('warn', 'serve.full', { connections })
  }
}
