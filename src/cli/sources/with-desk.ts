import type { Desk } from '../../pipeline/index.ts'
import type { Io } from '../io.ts'
import type { LoadedConfig } from '../load-config.ts'
import { loadTopic } from '../load-topic.ts'
import { noLog } from '../no-log.ts'
import { nowOf } from '../options.ts'
import { untilStopped } from '../signals.ts'
import { openStore, wire } from '../wire.ts'

type Trying = { readonly loaded: LoadedConfig; readonly options: { readonly now?: string }; readonly io: Io }

/** Lends everything that a pass works with to work that leaves no trace: the state is an empty one in memory. Ctrl-C ends it early. */
export async function withDesk<T>(trying: Trying, work: (desk: Desk) => Promise<T>): Promise<T> {
  return await untilStopped((signal) => lendDesk({ ...trying, signal }, work))
}

/** The same until a signal is set off. */
export async function lendDesk<T>(
  { loaded, options, io, signal }: Trying & { readonly signal: AbortSignal },
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const topic = await loadTopic(loaded.config.topic, loaded.folder)
  const store = await openStore(':memory:', io, noLog)
  try {
    const { desk, close } = wire({ config: loaded.config, topic, store, now: nowOf(options), log: noLog, io, signal })
    try {
      return await work({ ...desk, fetch: (request) => desk.fetch({ ...request, signal }) })
    } finally {
      await close()
    }
  } finally {
    await store.close()
  }
}
