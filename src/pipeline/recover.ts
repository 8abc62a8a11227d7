import type { Item, ItemId, Log, StateRow, Store } from '../model/index.ts'
import { readPublished, type ToldStory, type ToldWithdrawal } from '../publish/index.ts'
import { recoveredItem } from './recovered-item.ts'
import { storedCopy, storedFirst, storedWithdrawn } from './recovered-rows.ts'

/** What an empty state was given back. */
export type Recovered = { readonly stories: number; readonly items: number; readonly withdrawn: number }

/**
 * Fills an empty state with what its publication tells: a state that was lost, damaged or left behind must not make everything that its
 * sources still list new again. Dates, ids, stories and withdrawals stay; of a text only what was published is known, until its source
 * offers it again. The caller holds the store's lock; nothing has been read yet.
 * @returns undefined when the state holds something, or nothing was published
 * @throws KaynakError STATE_WRITE or STATE_UNUSABLE
 */
export async function recoverState(
  output: string,
  { store, log }: { readonly store: Store; readonly log: Log },
): Promise<Recovered | undefined> {
  if (!(await isEmpty(store))) return undefined
  const told = await readPublished(output)
  for (const trouble of told.troubles) log('warn', 'state.publication-unreadable', { why: trouble })
  const rows = rowsOf(told)
  const items = rows.filter((row) => row.kind === 'item')
  if (items.length === 0) return undefined
  await store.load(inTurn(rows))
  const withdrawn = items.filter((row) => row.withdrawn !== undefined).length
  const recovered = { stories: rows.length - items.length, items: items.length - withdrawn, withdrawn }
  log('warn', 'state.recovered', { ...recovered, from: output })
  return recovered
}

async function isEmpty(store: Store): Promise<boolean> {
  const { items, stories, decisions } = await store.counts()
  return items + stories + decisions === 0 && (await store.sourceStates()).size === 0
}

/** Whatever is told of twice counts once; what was withdrawn is in no story, whatever an older document says. */
function rowsOf({
  stories,
  withdrawn,
}: {
  readonly stories: readonly ToldStory[]
  readonly withdrawn: readonly ToldWithdrawal[]
}): readonly StateRow[] {
  const rows: StateRow[] = []
  const known = new Set<ItemId>()
  const begun = new Map<ItemId, Date>()
  for (const { withdrawal, item, storyId } of withdrawn) {
    if (known.has(item.id)) continue
    known.add(item.id)
    rows.push(storedWithdrawn(recoveredItem(item), withdrawal, storyId))
    begun.set(item.id, item.firstSeen)
  }
  for (const { id, lead, copies } of stories) {
    const items: Item[] = []
    for (const told of [lead, ...copies]) {
      if (known.has(told.id)) continue
      known.add(told.id)
      items.push(recoveredItem(told))
    }
    const earliest = items.toSorted(bySight)[0]
    if (earliest === undefined) continue
    const first = items.find((item) => item.id === id)
    for (const item of items)
      rows.push(item === first ? storedFirst(item, items.length) : storedCopy(item, id, first ?? earliest))
    rows.push({ kind: 'story', id, begun: first?.firstSeen ?? begun.get(id) ?? earliest.firstSeen })
  }
  return rows.toSorted(inOrder)
}

/** Items before the stories that are made of them, those first that were stored first. */
function inOrder(a: StateRow, b: StateRow): number {
  if (a.kind === 'item' && b.kind === 'item') return bySight(a.item, b.item)
  return Number(b.kind === 'item') - Number(a.kind === 'item')
}

function bySight(a: Item, b: Item): number {
  return a.firstSeen.getTime() - b.firstSeen.getTime() || (a.id < b.id ? -1 : 1)
}

async function* inTurn(rows: readonly StateRow[]): AsyncIterable<StateRow> {
  yield* rows
}
