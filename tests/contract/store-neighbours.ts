import { describe, expect, it } from 'vitest'
import type { Item, NeighbourQuery } from '../../src/model/index.ts'
import { makeItem } from '../helpers/make-item.ts'
import { ALL_TIME, freshStore, keepItems, type MakeHome, placed } from './store-home.ts'

const NOTHING: NeighbourQuery = { bands: [], urlKey: 'nowhere.example/', ...ALL_TIME }

export function neighboursContract(makeHome: MakeHome): void {
  describe('neighbours', () => {
    const { store } = freshStore(makeHome)
    const ids = async (query: Partial<NeighbourQuery>) =>
      (await store().neighbours({ ...NOTHING, ...query })).map((found) => found.item.id)
    const stand = async (...marked: readonly (readonly [Item, readonly string[]])[]) => {
      await keepItems(
        store(),
        marked.map(([item]) => item),
      )
      await store().place(marked.map(([item, bands]) => placed(item, { bands })))
    }
    const [a, b, c] = [makeItem({ id: 1 }), makeItem({ id: 2 }), makeItem({ id: 3 })]

    it('finds items that share a band, with their stories', async () => {
      await stand([a, ['x', 'y']], [b, ['z']])
      expect(await store().neighbours({ ...NOTHING, bands: ['y'] })).toEqual([{ item: a, storyId: a.id }])
    })
    it('finds the item at the same address, though nothing else is alike', async () => {
      await stand([a, []], [b, []])
      expect(await ids({ urlKey: b.urlKey })).toEqual([b.id])
    })
    it('names each item once, the likest first', async () => {
      await stand([a, ['x']], [b, ['x', 'y', 'z']], [c, ['x', 'y']])
      expect(await ids({ bands: ['x', 'y', 'z', 'z'] })).toEqual([b.id, c.id, a.id])
      expect(await ids({ bands: ['x', 'y', 'z'], urlKey: a.urlKey })).toEqual([a.id, b.id, c.id])
    })
    it('knows only items that have a place', async () => {
      await keepItems(store(), [a])
      expect(await ids({ urlKey: a.urlKey })).toEqual([])
    })
    it.each([
      ['2026-11-24T09:30:00.000Z', '2026-11-24T09:30:00.000Z', 1],
      ['2026-11-24T09:30:00.001Z', '2027-01-01T00:00:00.000Z', 0],
      ['2026-01-01T00:00:00.000Z', '2026-11-24T09:29:59.999Z', 0],
      ['2027-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 0],
    ])('asked from %s to %s for an item of 09:30, finds %i', async (from, to, count) => {
      await stand([a, ['x']])
      const span = { from: new Date(from), to: new Date(to) }
      expect(await ids({ bands: ['x'], ...span })).toHaveLength(count)
      expect(await ids({ urlKey: a.urlKey, ...span })).toHaveLength(count)
    })
    it('finds items years apart in one question', async () => {
      const old = makeItem({ id: 4, published: new Date('1991-05-01T00:00:00Z') })
      await stand([old, ['x']], [a, ['x']])
      expect((await ids({ bands: ['x'] })).toSorted()).toEqual([a.id, old.id])
    })
    it('follows an item that was given another date', async () => {
      await stand([a, ['x']])
      await keepItems(store(), [{ ...a, published: new Date('2020-01-01T00:00:00Z') }])
      const span = { from: new Date('2019-12-31T00:00:00Z'), to: new Date('2020-01-02T00:00:00Z') }
      expect(await ids({ bands: ['x'], ...span })).toEqual([a.id])
      expect(await ids({ bands: ['x'], from: span.to })).toEqual([])
    })
    it('forgets the bands of an item that was placed anew', async () => {
      await stand([a, ['x']])
      await store().place([placed(a, { bands: ['y'] })])
      expect(await ids({ bands: ['x'] })).toEqual([])
      expect(await ids({ bands: ['y'] })).toEqual([a.id])
    })
    it('gives 200 at most, however many are alike', async () => {
      await stand(...Array.from({ length: 700 }, (_, n) => [makeItem({ id: n + 1 }), ['x', `own-${n % 2}`]] as const))
      expect(await ids({ bands: ['x', 'own-0'] })).toHaveLength(200)
    })
  })
}
