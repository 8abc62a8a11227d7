import { type Log, present, type SourceId, type SourceState, type Store } from '../../model/index.ts'
import { healthWords } from '../../pipeline/index.ts'
import type { SourceRow } from '../../serve/index.ts'
import { cleanText } from '../../text/index.ts'
import type { Io } from '../io.ts'
import { isBegun } from '../is-begun.ts'
import type { LoadedConfig } from '../load-config.ts'
import { type CommonOptions, nowOf } from '../options.ts'
import { openStore } from '../wire.ts'
import { DAYS, type Kept, keptLately } from './kept-lately.ts'

/** The state as the console looks at it: opened for each look and closed again, so that it holds up no pass. */
export type NewsroomBook = {
  readonly rows: (loaded: LoadedConfig) => Promise<readonly SourceRow[]>
  readonly withStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>
}

/** What was kept is counted again after so long: it is the one look that reads whole items. */
const COUNTED_MS = 20_000

export function newsroomBook(options: CommonOptions, { io, log }: { readonly io: Io; readonly log: Log }): NewsroomBook {
  let counted: { readonly atMs: number; readonly kept: Promise<ReadonlyMap<SourceId, Kept>> } | undefined

  async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = await openStore(isBegun(options.state, io) ? options.state : ':memory:', io, log) // looking must not begin a state
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  }

  function keptOf(store: Store, now: Date): Promise<ReadonlyMap<SourceId, Kept>> {
    const atMs = performance.now()
    if (counted === undefined || atMs - counted.atMs > COUNTED_MS) {
      const kept = keptLately(store, now)
      kept.catch(() => {
        counted = undefined // the next look tries again; this one is told
      })
      counted = { atMs, kept }
    }
    return counted.kept
  }

  return {
    withStore,
    rows: async ({ config, problems }) =>
      await withStore(async (store) => {
        const now = nowOf(options)
        const [states, kept] = [await store.sourceStates(), await keptOf(store, now)]
        const none: Kept = { byDay: NO_DAYS, latest: [] }
        const rows = config.sources.map((source): SourceRow => {
          const { id, name, url, homePage, enabled } = source
          const { byDay, latest } = kept.get(id) ?? none
          const state = states.get(id)
          const { level, words } = healthWords(source, state, now)
          const nextDue = dueOf(state, url)
          return present({
            id,
            name,
            url,
            homePage,
            isOn: enabled,
            health: { level, words: cleanText(words) },
            nextDue,
            keptByDay: byDay,
            latest,
          })
        })
        const wrong = Map.groupBy(
          problems.flatMap(({ source, text }) => (source === undefined ? [] : [{ source, text }])),
          ({ source }) => source,
        )
        const left = [...wrong].map(([id, texts]): SourceRow => {
          const words = `left out: ${texts.map(({ text }) => text).join('; ')}`
          return { id, name: id, url: '', isOn: true, health: { level: 'wrong', words }, keptByDay: none.byDay, latest: [] }
        })
        return [...rows, ...left.filter(({ id }) => !rows.some((row) => row.id === id))]
      }),
  }
}

const NO_DAYS = Array.from({ length: DAYS }, () => 0)

/** A state of another address says nothing about this one. */
function dueOf(state: SourceState | undefined, url: string): Date | undefined {
  return state?.url === url ? state.nextDue : undefined
}
