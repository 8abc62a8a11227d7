import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { Config } from '../config/index.ts'
import { createFetch, type HostLeases } from '../fetch/index.ts'
import {
  type Clock,
  type Fetch,
  type FetchRequest,
  type FetchResult,
  type Lock,
  type Log,
  present,
  type Store,
} from '../model/index.ts'
import { createPages, createParser, type Desk } from '../pipeline/index.ts'
import { openPostgresStore, openSqliteStore } from '../store/index.ts'
import { type DetectLanguage, loadLanguageDetector } from '../text/index.ts'
import type { Io } from './io.ts'
import { isFleetState } from './is-fleet-state.ts'
import type { LoadedTopic } from './load-topic.ts'
import { version } from './version.ts'

/** Everything that a pass needs to be given; the one place that picks implementations. */
export type Wired = { readonly desk: Desk; readonly close: () => Promise<void> }

export type WireOptions = {
  readonly config: Config
  readonly topic: LoadedTopic
  readonly store: Store
  /** that of the store, where it is held: with it ends the work */
  readonly lock?: Lock
  readonly now: Date
  readonly log: Log
  readonly io: Io
  readonly signal?: AbortSignal
  readonly onFetched?: OnFetched
  /** of a program that stays beyond one pass; absent = it is `now` throughout */
  readonly clock?: Clock
  /** where processes agree on who talks to a host */
  readonly leases?: HostLeases
}

/** Told of every answer, with what was asked. */
export type OnFetched = (request: FetchRequest, result: FetchResult) => void

export function wire({
  config,
  topic: { topic, text },
  store,
  lock,
  now,
  log,
  io,
  signal,
  onFetched,
  clock,
  leases,
}: WireOptions): Wired {
  const { fetch: bare, close } = createFetch({
    ...config.fetch,
    maxWireBytes: Math.ceil(config.fetch.maxBytes / 2),
    userAgent: userAgentOf(config),
    clock: clock ?? { now: () => now },
    log,
    env: io.env,
    ...present({ leases }),
  })
  const fetch = onFetched === undefined ? bare : overheard(bare, onFetched)
  const rules = createHash('sha256').update(`${version()}\n${text}`).digest('base64url').slice(0, 8)
  const parser = createParser()
  let detector: Promise<DetectLanguage> | undefined
  const desk = {
    detector: () => (detector ??= loadLanguageDetector()),
    fetch,
    parser,
    pages: createPages(fetch),
    store: lock?.store ?? store,
    topic,
    rules,
    now,
    jitter: Math.random,
    log,
    ...present({ proveLock: lock?.prove, signal: eitherOf(signal, lock?.lost) }),
  }
  return {
    desk,
    async close() {
      await Promise.all([close(), parser.close()])
    },
  }
}

function overheard(fetch: Fetch, onFetched: OnFetched): Fetch {
  return async (request) => {
    const result = await fetch(request)
    onFetched(request, result)
    return result
  }
}

/** The store that `--state` names. A damaged one was set aside: that is said, for everything is then read anew. */
export async function openStore(state: string, io: Io, log: Log): Promise<Store> {
  const { store, notices } = isFleetState(state)
    ? await openPostgresStore(state, { log })
    : await openSqliteStore(state === ':memory:' ? state : resolve(io.cwd(), state), { log })
  for (const notice of notices) if (notice.kind === 'set-aside') io.stderr.write(`kaynak: ${notice.message}\n`)
  return store
}

/** An honest name with a way to reach the operator. */
function userAgentOf(config: Config): string {
  const contact = config.publisher?.url ?? config.homePage ?? config.publisher?.email
  return `kaynak/${version()}${contact === undefined ? '' : ` (+${contact})`}`
}

function eitherOf(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one === undefined || other === undefined ? (one ?? other) : AbortSignal.any([one, other])
}
