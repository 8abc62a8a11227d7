import type { Log } from '../model/index.ts'
import type { Newsroom } from '../serve/index.ts'
import type { Io } from './io.ts'
import { type CommonOptions, nowOf } from './options.ts'

/**
 * A look at the newsroom as it stands: the list in feeds.json and what the state knows of it. Each look opens the state and closes it
 * again, so that it holds up no pass; looks that are asked for at once are one. It begins no state.
 */
export function newsroomLook(
  options: Pick<CommonOptions, 'config' | 'state' | 'now'>,
  { io, log }: { readonly io: Io; readonly log: Log },
): () => Promise<Newsroom> {
  let looking: Promise<Newsroom> | undefined

  async function look(): Promise<Newsroom> {
    const { loadConfig } = await import('./load-config.ts')
    const { openStore } = await import('./wire.ts')
    const { config } = await loadConfig(options.config, io)
    const { isBegun } = await import('./is-begun.ts')
    const store = await openStore(isBegun(options.state, io) ? options.state : ':memory:', io, log)
    try {
      const [states, counts] = await Promise.all([store.sourceStates(), store.counts()])
      return { sources: config.sources, states, counts, now: nowOf(options) }
    } finally {
      await store.close()
    }
  }

  return () => {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }
}
