import type { Config } from '../config/index.ts'
import type { ItemId, Log, StateRow, Store, StoredItem } from '../model/index.ts'
import { readPublished } from '../publish/index.ts'
import { archivedNames } from './archived-names.ts'
import { carriersOf } from './carriers-of.ts'
import { recoveredSources } from './recovered-sources.ts'
import { recoveredStories } from './recovered-stories.ts'

/** What an empty state was given back. */
export type Recovered = {
  readonly stories: number
  readonly items: number
  readonly withdrawn: number
  /** stories of which the archive tells and which are known by their names only: they are not news */
  readonly archived: number
  /** documents that could not be read, one line each */
  readonly troubles: readonly string[]
}

/** What a pass is told of it. */
export type Recovery = { readonly report: Recovered; readonly items: readonly ItemId[] }

type Request = { readonly config: Pick<Config, 'sources' | 'window'>; readonly output: string; readonly now: Date }

/**
 * Fills an empty state with what its publication tells: a state that was lost, damaged or left behind must not make everything that its
 * sources still list new again. Dates, ids, stories and withdrawals stay; of a text only what was published is known, until its source
 * offers it again. The caller holds the store's lock; nothing has been read yet.
 * @returns undefined when the state holds something, or there is nothing of ours in the output
 * @throws KaynakError STATE_WRITE or STATE_UNUSABLE; whatever is in the output never makes it throw
 */
export async function recoverState(
  request: Request,
  { store, log }: { readonly store: Store; readonly log: Log },
): Promise<Recovery | undefined> {
  if (!(await isEmptyState(store))) return undefined
  const told = await readPublished(request.output)
  for (const why of told.troubles) log('warn', 'state.publication-unreadable', { why })
  const where = { ...request, carriers: carriersOf(request.config.sources) }
  const rows = await recoveredStories(told, where)
  const items = rows.filter((row) => row.kind === 'item')
  const { sources } = request.config
  const known = items.map(({ item }) => item)
  let archived = 0
  await store.load(all())
  const withdrawn = items.filter((row) => row.withdrawn !== undefined).length
  const counts = { stories: rows.length - items.length, items: items.length - withdrawn, withdrawn, archived }
  if (rows.length + archived + told.troubles.length === 0) return undefined
  log('warn', 'state.recovered', { ...counts, from: request.output })
  return { report: { ...counts, troubles: told.troubles }, items: known.map(({ id }) => id) }

  async function* all(): AsyncIterable<StateRow> {
    yield* recoveredSources(known, { sources, events: told.events })
    yield* rows
    for await (const month of archivedNames(where, idsIn(items))) {
      archived += month.stories
      yield* month.rows
    }
  }
}

/** Whether a state holds nothing at all. */
export async function isEmptyState(store: Store): Promise<boolean> {
  const { items, stories, decisions } = await store.counts()
  return items + stories + decisions === 0 && (await store.sourceStates()).size === 0
}

/** The items that have been given back, and the stories that they are in. */
function idsIn(items: readonly StoredItem[]): ReadonlySet<ItemId> {
  return new Set(items.flatMap(({ item, place, withdrawn }) => [item.id, place?.storyId ?? withdrawn?.storyId ?? item.id]))
}
