import type { Config } from '../config/index.ts'
import { type Item, type ItemId, itemMoment, type StateRow } from '../model/index.ts'
import { readArchives, type Told } from '../publish/index.ts'
import type { Carriers } from './carriers-of.ts'
import { itemOfEntry, itemOfOther, itemOfTombstone, itemOfWithdrawal, recoveredItem } from './recovered-item.ts'
import { storedCopy, storedFirst, storedWithdrawn } from './recovered-rows.ts'

const DAY_MS = 86_400_000

type Request = {
  readonly config: Pick<Config, 'window'>
  readonly output: string
  readonly now: Date
  readonly carriers: Carriers
}

/**
 * The rows of a state from what was published: items before the stories that are made of them, those first that were seen first.
 * Whatever is told of twice counts once, and what was withdrawn is in no story, whatever another document says.
 */
export async function recoveredStories(told: Told, request: Request): Promise<readonly StateRow[]> {
  const { config, now, carriers } = request
  const rows: StateRow[] = []
  const known = new Set<ItemId>()
  const seen = new Map<ItemId, Date>()
  /** stories that need no other document to be told of */
  const settled = new Set<ItemId>()
  let stories = 0

  function isNews({ id }: Item): boolean {
    if (known.has(id)) return false
    known.add(id)
    return true
  }

  function story(id: ItemId, items: readonly Item[]): void {
    const earliest = items.toSorted(bySight)[0]
    settled.add(id)
    if (earliest === undefined) return
    const first = items.find((item) => item.id === id)
    for (const item of items)
      rows.push(item === first ? storedFirst(item, items.length) : storedCopy(item, id, first ?? earliest))
    rows.push({ kind: 'story', id, begun: first?.firstSeen ?? seen.get(id) ?? earliest.firstSeen })
    stories += 1
  }

  for (const one of told.withdrawn) {
    const { withdrawal, storyId } = one
    const item = itemOfWithdrawal(one, told.tombstones)
    if (!isNews(item)) continue
    rows.push(storedWithdrawn(item, withdrawal, storyId))
    seen.set(item.id, item.firstSeen)
    if (storyId !== undefined) settled.add(storyId)
  }
  for (const tombstone of told.tombstones) {
    if (settled.has(tombstone.id)) continue
    for (const item of itemOfTombstone(tombstone, carriers))
      if (isNews(item)) rows.push(storedWithdrawn(item, { ...tombstone.withdrawal, itemId: item.id }, tombstone.id))
  }
  for (const { id, lead, copies, others } of told.stories) {
    const items = [lead, ...copies].map(recoveredItem)
    const [first] = items
    if (first !== undefined) items.push(...others.map((other) => itemOfOther(other, first, carriers)))
    story(id, items.filter(isNews))
  }
  for (const entry of told.entries) story(entry.id, [itemOfEntry(entry, request)].filter(isNews))

  const since = new Date(now.getTime() - config.window.days * DAY_MS)
  const unknown: Item[] = []
  for await (const { month, entries } of readArchives(request.output)) {
    if (stories >= config.window.items || month < since.toISOString().slice(0, 7)) break
    for (const entry of entries) {
      const item = itemOfEntry(entry, { ...request, month })
      if (itemMoment(item) >= since && !settled.has(item.id) && isNews(item)) unknown.push(item)
    }
  }
  for (const item of unknown.toSorted(byMoment).slice(0, config.window.items - stories)) story(item.id, [item])
  return rows.toSorted(inOrder)
}

function inOrder(a: StateRow, b: StateRow): number {
  if (a.kind === 'item' && b.kind === 'item') return bySight(a.item, b.item)
  return Number(b.kind === 'item') - Number(a.kind === 'item')
}

function bySight(a: Item, b: Item): number {
  return a.firstSeen.getTime() - b.firstSeen.getTime() || (a.id < b.id ? -1 : 1)
}

function byMoment(a: Item, b: Item): number {
  return itemMoment(b).getTime() - itemMoment(a).getTime() || (a.id < b.id ? -1 : 1)
}
