import type { Config } from '../config/index.ts'
import type { Pruned, Store } from '../model/index.ts'
import { publishedMonths } from '../publish/index.ts'
import { windowStories } from './window.ts'

const DAY_MS = 86_400_000

export type PruneRequest = {
  readonly config: Pick<Config, 'window'>
  /** where the archive's documents lie */
  readonly output: string
  readonly olderThanMs: number
  readonly now: Date
  readonly isDryRun: boolean
}

/** What went, the moment before which it went, and the month that held the rest back: its archive document is not final yet. */
export type PruneReport = Pruned & { readonly before: Date; readonly heldBackBy?: string }

/**
 * Takes old stories and decisions out of the state. What the feeds show stays; so does everything of a month whose archive document has
 * not been closed in `output`, for that document is made of it. The caller holds the store's lock.
 */
export async function pruneState(request: PruneRequest, store: Store): Promise<PruneReport> {
  const { config, output, olderThanMs, now, isDryRun } = request
  const wanted = new Date(now.getTime() - olderThanMs)
  const closed = await publishedMonths(output)
  const open = (await store.months()).find((month) => startOf(month) < wanted && !closed.has(month))
  const before = open === undefined ? wanted : startOf(open)
  const since = new Date(now.getTime() - config.window.days * DAY_MS)
  const shown = await windowStories(store, { limit: config.window.items, since, now })
  const pruned = await store.prune({ before, keep: new Set(shown.map(({ id }) => id)), isDryRun })
  return { ...pruned, before, ...(open === undefined ? {} : { heldBackBy: open }) }
}

function startOf(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`)
}
