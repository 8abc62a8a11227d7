import { describe, expect, it } from 'vitest'
import type { Absence, Item, Store, Withdrawal } from '../../src/model/index.ts'
import { makeItem } from '../helpers/make-item.ts'
import { ALL_TIME, freshStore, keepItems, type MakeHome, makeChange, POST, placed } from './store-home.ts'

const AT = new Date('2026-11-24T12:00:00Z')
const EVER = { limit: 10, since: new Date(0) }

function withdrawal(item: Item, parts: Partial<Withdrawal> = {}): Withdrawal {
  return { itemId: item.id, at: AT, by: 'operator', reason: 'wrong name', ...parts }
}

function absence(item: Item, parts: Partial<Absence> = {}): Absence {
  return { itemId: item.id, since: AT, due: AT, checks: 0, ...parts }
}

async function storyOfTwo(store: Store): Promise<readonly [Item, Item]> {
  const pair = [makeItem({ id: 1 }), makeItem({ id: 2 })] as const
  await keepItems(store, pair)
  await store.place([placed(pair[0], { bands: ['a'] }), placed(pair[1], { in: pair[0], bands: ['a'] })])
  return pair
}

export function aftermathContract(makeHome: MakeHome): void {
  describe('follow', () => {
    const { store, again } = freshStore(makeHome)

    it('takes a withdrawn item out of its story, which goes on with the others', async () => {
      const [lead, copy] = await storyOfTwo(store())
      await store().follow({ withdrawn: [withdrawal(lead)] })
      expect(await store().stories(EVER)).toEqual([{ id: lead.id, lead: copy, copies: [] }])
      expect(await store().placement(lead.id)).toBeUndefined()
      expect(await store().withdrawal(lead.id)).toEqual({
        withdrawal: withdrawal(lead),
        item: lead,
        storyId: lead.id,
        goesOn: true,
      })
    })
    it('ends a story with its last item, in the window, its month and the counts', async () => {
      const [lead, copy] = await storyOfTwo(store())
      await store().follow({ withdrawn: [withdrawal(copy), withdrawal(lead, { at: new Date(AT.getTime() + 1) })] })
      expect(await store().stories(EVER)).toEqual([])
      expect(await store().months()).toEqual([])
      expect(await store().counts()).toMatchObject({ items: 2, stories: 0 })
      expect((await store().withdrawals(EVER)).map(({ item, storyId, goesOn }) => [item.id, storyId, goesOn])).toEqual([
        [lead.id, lead.id, false],
        [copy.id, lead.id, false],
      ])
    })
    it('gives a withdrawn item no new story and no neighbours', async () => {
      const [lead] = await storyOfTwo(store())
      await store().follow({ withdrawn: [withdrawal(lead)] })
      expect(await store().unplaced(10)).toEqual([])
      await store().place([placed(lead)])
      expect(await store().placement(lead.id)).toBeUndefined()
      const near = await store().neighbours({ bands: ['a'], urlKey: lead.urlKey, ...ALL_TIME })
      expect(near.map(({ item }) => item.id)).toEqual([makeItem({ id: 2 }).id])
    })
    it('keeps a withdrawal when its source changes the item, and for whoever opens the state next', async () => {
      const [lead] = await storyOfTwo(store())
      await store().follow({ withdrawn: [withdrawal(lead)] })
      await keepItems(store(), [makeItem({ id: 1, title: 'Changed' })])
      await store().close()
      expect(await (await again()).withdrawal(lead.id)).toMatchObject({
        withdrawal: withdrawal(lead),
        item: { title: 'Changed' },
      })
    })
    it("never puts a source's withdrawal in the place of an operator's, but an operator's in that of a source's", async () => {
      const [lead, copy] = await storyOfTwo(store())
      const gone = { by: 'source', evidence: 'gone' } as const
      await store().follow({ withdrawn: [withdrawal(lead), withdrawal(copy, gone)] })
      await store().follow({ withdrawn: [withdrawal(lead, gone), withdrawal(copy)] })
      expect((await store().withdrawal(lead.id))?.withdrawal.by).toBe('operator')
      expect(await store().withdrawal(copy.id)).toMatchObject({ withdrawal: { by: 'operator' }, storyId: lead.id })
    })
    it('restores an item as it is given, to wait for a story again', async () => {
      const [lead] = await storyOfTwo(store())
      await store().follow({ withdrawn: [withdrawal(lead)] })
      const back = { ...lead, updated: AT }
      await store().follow({ restored: [back] })
      expect(await store().withdrawal(lead.id)).toBeUndefined()
      expect(await store().unplaced(10)).toEqual([back])
    })
    it('restores nothing that was not withdrawn, and withdraws nothing that it does not know', async () => {
      const [lead] = await storyOfTwo(store())
      await store().follow({
        restored: [{ ...lead, title: 'Other' }],
        withdrawn: [withdrawal(makeItem({ id: 9 }))],
        absent: [absence(makeItem({ id: 9 }))],
      })
      expect(await store().item(lead.id)).toEqual(lead)
      expect(await store().withdrawals(EVER)).toEqual([])
      expect(await store().absences({ due: AT, limit: 9 })).toEqual([])
    })
    it('is done in the same transaction as the reading that brought it', async () => {
      const [lead] = await storyOfTwo(store())
      const bad = makeItem({ id: 3, firstSeen: new Date(Number.NaN) })
      const aftermath = { withdrawn: [withdrawal(lead)] }
      await expect(store().commit([makeChange({ aftermath }), makeChange({ items: [bad] })])).rejects.toThrow()
      expect(await store().withdrawal(lead.id)).toBeUndefined()
      await store().commit([makeChange({ aftermath })])
      expect(await store().withdrawal(lead.id)).toBeDefined()
    })
  })

  describe('withdrawals', () => {
    const { store } = freshStore(makeHome)

    it('come newest first, since a moment and up to a limit', async () => {
      const items = [1, 2, 3].map((id) => makeItem({ id }))
      await keepItems(store(), items)
      const later = (item: Item, at: number) => withdrawal(item, { at: new Date(AT.getTime() + at) })
      await store().follow({ withdrawn: items.map((item, n) => later(item, n)) })
      const since = new Date(AT.getTime() + 1)
      expect((await store().withdrawals({ limit: 9, since })).map(({ item }) => item.id)).toEqual([items[2]?.id, items[1]?.id])
      expect((await store().withdrawals({ limit: 1, since: AT })).map(({ item }) => item.id)).toEqual([items[2]?.id])
    })
    it('tell nothing of a story for an item that never had one', async () => {
      await keepItems(store(), [makeItem()])
      await store().follow({ withdrawn: [withdrawal(makeItem())] })
      const found = await store().withdrawal(makeItem().id)
      expect(found).not.toHaveProperty('storyId')
      expect(found?.goesOn).toBe(false)
    })
  })

  describe('isRetracted', () => {
    const { store } = freshStore(makeHome)

    it("knows the words that an operator withdrew, not those of a source's withdrawal nor of another source", async () => {
      const [one, two] = [makeItem({ id: 1, fingerprint: 'one' }), makeItem({ id: 2, fingerprint: 'two' })]
      const other = makeItem({ id: 3, fingerprint: 'three', carrier: { sourceId: 'evening-herald' } })
      await keepItems(store(), [one, two, other])
      await store().follow({
        withdrawn: [withdrawal(one), withdrawal(two, { by: 'source', evidence: 'missing' }), withdrawal(other)],
      })
      expect(await Promise.all(['one', 'two', 'three'].map((print) => store().isRetracted(POST, print)))).toEqual([
        true,
        false,
        false,
      ])
    })
  })

  describe('itemsAt', () => {
    const { store } = freshStore(makeHome)

    it('finds what stands at an address, and what was withdrawn there', async () => {
      const items = [1, 2, 3, 4].map((id) => makeItem({ id, urlKey: id === 4 ? 'other' : 'here' }))
      await keepItems(store(), items)
      await store().place(items.map((item) => placed(item)))
      await store().follow({ withdrawn: items.slice(1, 2).map((item) => withdrawal(item)) })
      expect((await store().itemsAt('here')).map(({ id }) => id)).toEqual(items.slice(0, 3).map(({ id }) => id))
      expect(await store().itemsAt('nowhere')).toEqual([])
    })
  })

  describe('absences', () => {
    const { store } = freshStore(makeHome)

    it('come when they are due, the longest due first, until they are settled', async () => {
      const items = [1, 2, 3].map((id) => makeItem({ id }))
      await keepItems(store(), items)
      const due = (item: Item, at: number) =>
        absence(item, { due: new Date(AT.getTime() + at), missing: { since: AT, times: 2 } })
      const all = items.map((item, n) => due(item, -n))
      await store().follow({ absent: all })
      const found = await store().absences({ due: new Date(AT.getTime() - 1), limit: 9 })
      expect(found).toEqual([2, 1].map((n) => ({ absence: all[n], item: items[n] })))
      await store().follow({ absent: items.slice(2).map((item) => due(item, 5)), settled: items.slice(1, 2).map(({ id }) => id) })
      expect((await store().absences({ due: AT, limit: 9 })).map(({ item }) => item.id)).toEqual([items[0]?.id])
    })
    it('end with a withdrawal, and begin no more after it', async () => {
      await keepItems(store(), [makeItem()])
      await store().follow({ absent: [absence(makeItem())] })
      await store().follow({ withdrawn: [withdrawal(makeItem())] })
      await store().follow({ absent: [absence(makeItem())] })
      expect(await store().absences({ due: AT, limit: 9 })).toEqual([])
    })
  })
}
