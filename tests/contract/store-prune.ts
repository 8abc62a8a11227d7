import { describe, expect, it } from 'vitest'
import type { Item, Store } from '../../src/model/index.ts'
import { aSourceId, makeItem } from '../helpers/make-item.ts'
import { ALL_TIME, freshStore, keepItems, type MakeHome, makeChange, makeDecision, POST, placed } from './store-home.ts'

const BEFORE = new Date('2026-06-01T00:00:00Z')
const EVER = { limit: 1_000, since: new Date(0) }
const NONE: ReadonlySet<Item['id']> = new Set()

/** An item seen and dated on a day of 2026. */
function of(id: number, day: string, parts: Parameters<typeof makeItem>[0] = {}): Item {
  const at = new Date(`2026-${day}T10:00:00Z`)
  return makeItem({ id, published: at, firstSeen: at, identities: [`guid:${id}`, `url:${id}`], ...parts })
}

async function stand(store: Store, items: readonly Item[]): Promise<void> {
  await keepItems(store, items)
  await store.place(items.map((item) => placed(item, { bands: [`band-${item.id}`, 'same'] })))
}

export function pruneContract(makeHome: MakeHome): void {
  describe('prune', () => {
    const { store } = freshStore(makeHome)
    const prune = (parts: Partial<Parameters<Store['prune']>[0]> = {}) => store().prune({ before: BEFORE, keep: NONE, ...parts })
    const left = async () => (await store().stories(EVER)).map(({ id }) => id)

    it('removes old stories with their items and likeness, and keeps the others', async () => {
      const [old, young] = [of(1, '05-31'), of(2, '06-01')]
      await stand(store(), [old, young])
      expect(await prune()).toEqual({ items: 1, stories: 1, decisions: 0 })
      expect(await left()).toEqual([young.id])
      expect(await store().item(old.id)).toBeUndefined()
      expect(await store().find(POST, old.identities)).toBeUndefined()
      const near = await store().neighbours({ bands: ['same'], urlKey: old.urlKey, ...ALL_TIME })
      expect(near.map(({ item }) => item.id)).toEqual([young.id])
      expect(await store().counts()).toMatchObject({ items: 1, stories: 1 })
      expect(await store().months()).toEqual(['2026-06'])
    })
    it('only counts in a dry run', async () => {
      await stand(store(), [of(1, '05-31'), of(2, '06-01')])
      await store().commit([makeChange({ decisions: [makeDecision({ at: new Date(0) })] })])
      expect(await prune({ isDryRun: true })).toEqual({ items: 1, stories: 1, decisions: 1 })
      expect(await store().counts()).toEqual({ items: 2, stories: 2, decisions: 1 })
    })
    it('keeps a story of which any item is young, or that was seen late, or that it is told to keep', async () => {
      const [lead, copy, late, shown] = [
        of(1, '05-01'),
        of(2, '06-02'),
        of(3, '01-01', { firstSeen: new Date('2026-06-03') }),
        of(4, '05-01'),
      ]
      await stand(store(), [lead, late, shown])
      await keepItems(store(), [copy])
      await store().place([placed(copy, { in: lead })])
      expect(await prune({ keep: new Set([shown.id]) })).toEqual({ items: 0, stories: 0, decisions: 0 })
      expect((await left()).toSorted()).toEqual([lead.id, late.id, shown.id])
    })
    it('keeps what was withdrawn, and stories that lost an item lately', async () => {
      const [gone, lead, copy] = [of(1, '05-01'), of(2, '05-01'), of(3, '05-01')]
      await stand(store(), [gone, lead])
      await keepItems(store(), [copy])
      await store().place([placed(copy, { in: lead })])
      const withdrawn = [
        { itemId: gone.id, at: new Date('2026-05-02'), by: 'operator' },
        { itemId: copy.id, at: new Date('2026-06-02'), by: 'operator' },
      ] as const
      await store().follow({ withdrawn })
      expect(await prune()).toEqual({ items: 0, stories: 0, decisions: 0 })
      expect(await store().withdrawal(copy.id)).toMatchObject({ goesOn: true })
      expect(await store().isRetracted(POST, gone.fingerprint)).toBe(true)
    })
    it('keeps items that wait for a place', async () => {
      await keepItems(store(), [of(1, '05-01')])
      expect((await prune()).items).toBe(0)
      expect(await store().unplaced(9)).toHaveLength(1)
    })
    it('forgets the absences of what goes', async () => {
      const item = of(1, '05-01')
      await stand(store(), [item])
      await store().follow({ absent: [{ itemId: item.id, since: BEFORE, due: BEFORE, checks: 0 }] })
      await prune()
      expect(await store().absences({ due: new Date(), limit: 9 })).toEqual([])
    })
    it('removes old decisions', async () => {
      const at = (entryKey: string, moment: number) => makeDecision({ entryKey, at: new Date(BEFORE.getTime() + moment) })
      await store().commit([makeChange({ decisions: [at('guid:1', -1), at('guid:2', 0)] })])
      expect(await prune()).toEqual({ items: 0, stories: 0, decisions: 1 })
      expect((await store().decisions({ limit: 9 })).map(({ entryKey }) => entryKey)).toEqual(['guid:2'])
    })
    it('removes more than fits into one transaction, among stories that stay', async () => {
      const items = Array.from({ length: 1_100 }, (_, n) => of(n + 1, n % 2 === 0 ? '05-01' : '06-05'))
      await stand(store(), items)
      const keep = new Set(items.slice(0, 300).map(({ id }) => id))
      expect(await prune({ keep })).toMatchObject({ items: 400, stories: 400 })
      expect(await left()).toHaveLength(700)
      expect(await prune({ keep })).toMatchObject({ items: 0 })
    })
  })

  describe('prunedAmong', () => {
    const { store } = freshStore(makeHome)

    it('names those identities of a source that led to what was pruned', async () => {
      await stand(store(), [of(1, '05-01'), of(2, '06-02')])
      expect(await store().prunedAmong(POST, ['guid:1'])).toEqual([])
      await store().prune({ before: BEFORE, keep: NONE })
      expect(await store().prunedAmong(POST, ['url:1', 'guid:2', 'guid:1', 'title:x'])).toEqual(['url:1', 'guid:1'])
      expect(await store().prunedAmong(aSourceId('evening-herald'), ['guid:1'])).toEqual([])
    })
    it('still does when the source has brought the item again and it was pruned again', async () => {
      for (const _ of [1, 2]) {
        await stand(store(), [of(1, '05-01')])
        await store().prune({ before: BEFORE, keep: NONE })
      }
      expect(await store().prunedAmong(POST, ['guid:1'])).toEqual(['guid:1'])
    })
  })
}
