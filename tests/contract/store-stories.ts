import { describe, expect, it } from 'vitest'
import type { Item } from '../../src/model/index.ts'
import { aSourceId, makeItem } from '../helpers/make-item.ts'
import { freshStore, keepItems, type MakeHome, placed } from './store-home.ts'

const EVER = new Date('1990-01-01T00:00:00Z')

/** An item dated so many minutes after nine. */
function at(minute: number, id: number): Item {
  return makeItem({ id, published: new Date(Date.UTC(2026, 10, 24, 9, minute)) })
}

export function storiesContract(makeHome: MakeHome): void {
  describe('unplaced', () => {
    const { store } = freshStore(makeHome)

    it('gives items without a story by date, then by id', async () => {
      await keepItems(store(), [at(5, 3), at(5, 2), at(1, 9)])
      expect((await store().unplaced(10)).map((item) => item.id)).toEqual([at(1, 9).id, at(5, 2).id, at(5, 3).id])
    })
    it('counts an item without a date, or with one in the future, from its first sight', async () => {
      const firstSeen = new Date('2026-11-24T09:30:00Z')
      const { published: _none, ...undated } = makeItem({ id: 1, firstSeen })
      await keepItems(store(), [
        undated,
        at(29, 2),
        makeItem({ id: 3, firstSeen, published: new Date('2036-01-01T00:00:00Z') }),
        at(31, 4),
      ])
      expect((await store().unplaced(10)).map((item) => item.id)).toEqual([2, 1, 3, 4].map((id) => makeItem({ id }).id))
    })
    it('gives no more than it is asked for', async () => {
      await keepItems(store(), [at(1, 1), at(2, 2), at(3, 3)])
      expect(await store().unplaced(2)).toHaveLength(2)
      expect(await store().unplaced(0)).toEqual([])
    })
    it('leaves out what has a place, also after it was changed', async () => {
      await keepItems(store(), [at(1, 1), at(2, 2)])
      await store().place([placed(at(1, 1))])
      await keepItems(store(), [{ ...at(9, 1), title: 'Corrected' }])
      expect((await store().unplaced(10)).map((item) => item.id)).toEqual([at(2, 2).id])
    })
  })

  describe('place', () => {
    const { store } = freshStore(makeHome)

    it('makes one story of an item and its copies, in order of publication', async () => {
      const [lead, early, late] = [at(1, 5), at(2, 9), at(3, 1)]
      await keepItems(store(), [late, lead, early])
      await store().place([placed(lead), placed(late, { in: lead }), placed(early, { in: lead })])
      expect(await store().stories({ limit: 10, since: EVER })).toEqual([{ id: lead.id, lead, copies: [early, late] }])
    })
    it('shows the item that is placed as the lead, and keeps the story under its id', async () => {
      const [first, original] = [at(1, 1), at(2, 2)]
      await keepItems(store(), [first, original])
      await store().place([placed(first)])
      await store().place([
        placed(original, { in: first, as: { kind: 'lead' } }),
        placed(first, { in: first, as: { kind: 'copy', of: original.id, similarity: 1, evidence: 'credits it' } }),
      ])
      expect(await store().stories({ limit: 10, since: EVER })).toEqual([{ id: first.id, lead: original, copies: [first] }])
    })
    it('takes an item out of one story into another, and leaves no empty story behind', async () => {
      const [a, b] = [at(1, 1), at(2, 2)]
      await keepItems(store(), [a, b])
      await store().place([placed(a), placed(b)])
      await store().place([placed(b, { in: a })])
      expect(await store().stories({ limit: 10, since: EVER })).toEqual([{ id: a.id, lead: a, copies: [b] }])
      expect((await store().counts()).stories).toBe(1)
    })
    it('may be said twice', async () => {
      await keepItems(store(), [at(1, 1)])
      await store().place([placed(at(1, 1), { bands: ['b'] })])
      await store().place([placed(at(1, 1), { bands: ['b'] })])
      expect(await store().counts()).toEqual({ items: 1, stories: 1, decisions: 0 })
    })
    it('passes over an item that is not there', async () => {
      await keepItems(store(), [at(1, 1)])
      await store().place([placed(at(2, 2)), placed(at(1, 1))])
      expect(await store().stories({ limit: 10, since: EVER })).toHaveLength(1)
    })
    it('places a flood of copies into one story', async () => {
      const items = Array.from({ length: 3_000 }, (_, n) => makeItem({ id: n + 1 }))
      const [lead] = items
      await keepItems(store(), items)
      await store().place(
        items.map((item) => (item === lead || lead === undefined ? placed(item) : placed(item, { in: lead, bands: ['same'] }))),
      )
      const [story] = await store().stories({ limit: 1, since: EVER })
      expect(story?.copies).toHaveLength(3)
      for (const one of [items[1], items.at(-1)])
        expect(await store().placement(one?.id ?? makeItem().id)).toMatchObject({ storyId: story?.id })
    })
  })

  describe('stories', () => {
    const { store } = freshStore(makeHome)

    it('gives the newest first, and of one moment the lesser id first', async () => {
      const items = [at(1, 4), at(3, 3), at(3, 2), at(2, 1)]
      await keepItems(store(), items)
      await store().place(items.map((item) => placed(item)))
      expect((await store().stories({ limit: 10, since: EVER })).map((story) => story.lead)).toEqual([
        at(3, 2),
        at(3, 3),
        at(2, 1),
        at(1, 4),
      ])
      expect((await store().stories({ limit: 2, since: EVER })).map((story) => story.lead)).toEqual([at(3, 2), at(3, 3)])
    })
    it('gives no more than it is asked for of each source that leads', async () => {
      const others = [7, 8].map((id) => makeItem({ ...at(0, id), carrier: { sourceId: aSourceId('evening-post') } }))
      await keepItems(store(), [at(1, 1), at(2, 2), at(3, 3), ...others])
      await store().place([at(1, 1), at(2, 2), at(3, 3), ...others].map((item) => placed(item)))
      const leads = async (limit: number, perSource: number) =>
        (await store().stories({ limit, since: EVER, perSource })).map((story) => story.lead.id)
      expect(await leads(9, 1)).toEqual([3, 7].map((id) => makeItem({ id }).id))
      expect(await leads(3, 2)).toEqual([3, 2, 7].map((id) => makeItem({ id }).id))
      expect(await leads(9, 0)).toEqual([])
    })
    it('finds what others brought behind a flood, and ranks equal moments by id', async () => {
      const flood = Array.from({ length: 1_100 }, (_, n) => at(100, n + 100))
      const other = (source: string, minute: number, id: number) =>
        makeItem({ ...at(minute, id), carrier: { sourceId: aSourceId(source) } })
      const others = [
        other('a-post', 1, 9),
        other('b-post', 5, 4),
        other('b-post', 5, 3),
        other('b-post', 2, 2),
        other('c-post', 1, 8),
        other('d-post', 0, 1),
      ]
      await keepItems(store(), [...flood, ...others])
      await store().place([...flood, ...others].map((item) => placed(item)))
      const numbers = async (query: { readonly limit: number; readonly perSource: number; readonly since?: Date }) =>
        (await store().stories({ since: EVER, ...query })).map(({ id }) => Number.parseInt(id.slice(-12), 16))
      expect(await numbers({ limit: 9, perSource: 1 })).toEqual([100, 3, 8, 9, 1])
      expect(await numbers({ limit: 4, perSource: 1 })).toEqual([100, 3, 8, 9])
      expect(await numbers({ limit: 6, perSource: 2 })).toEqual([100, 101, 3, 4, 8, 9])
      expect(await numbers({ limit: 9, perSource: 3, since: new Date(Date.UTC(2026, 10, 24, 9, 1)) })).toEqual([
        100, 101, 102, 3, 4, 2, 8, 9,
      ])
    })
    it('counts a story for whoever leads it now', async () => {
      const [first, original] = [at(3, 1), makeItem({ ...at(2, 2), carrier: { sourceId: aSourceId('evening-post') } })]
      const flood = Array.from({ length: 1_100 }, (_, n) => at(100, n + 100))
      await keepItems(store(), [first, original, ...flood])
      await store().place([placed(first), ...flood.map((item) => placed(item))])
      const leads = async () => (await store().stories({ limit: 9, since: EVER, perSource: 1 })).map(({ lead }) => lead.id)
      expect(await leads()).toEqual([at(100, 100).id])
      await store().place([
        placed(original, { in: first, as: { kind: 'lead' } }),
        placed(first, { in: first, as: { kind: 'copy', of: original.id, similarity: 1, evidence: 'credits it' } }),
      ])
      expect(await leads()).toEqual([at(100, 100).id, original.id])
      await store().follow({
        withdrawn: [{ itemId: original.id, at: new Date('2026-11-24T11:00:00Z'), by: 'source', reason: 'gone' }],
      })
      expect(await leads()).toEqual([at(100, 100).id])
    })
    it('shows of a text that a source repeats the earliest three copies, and those of every other source', async () => {
      const lead = at(0, 1)
      const same = [5, 4, 3, 2].map((id) => at(id, id))
      const other = makeItem({ ...at(9, 9), carrier: { sourceId: aSourceId('evening-post') } })
      await keepItems(store(), [lead, ...same, other])
      await store().place([placed(lead), ...[...same, other].map((item) => placed(item, { in: lead }))])
      const [story] = await store().stories({ limit: 1, since: EVER })
      expect(story?.copies.map((copy) => copy.id)).toEqual([2, 3, 4, 9].map((id) => makeItem({ id }).id))
      expect((await store().storiesSeenIn('2026-11'))[0]?.copies).toHaveLength(4)
    })
    it('lets no date in the future pin a story to the top', async () => {
      const future = makeItem({ id: 1, published: new Date('2099-01-01T00:00:00Z'), firstSeen: new Date('2026-11-24T09:00:00Z') })
      await keepItems(store(), [future, at(1, 2)])
      await store().place([placed(future), placed(at(1, 2))])
      expect((await store().stories({ limit: 1, since: EVER }))[0]?.lead.id).toBe(at(1, 2).id)
    })
    it.each([
      [8, 1],
      [9, 1],
      [10, 0],
    ])('asked for what is dated since minute %i of a story of minute 9, gives %i', async (minute, count) => {
      await keepItems(store(), [at(9, 1)])
      await store().place([placed(at(9, 1))])
      expect(await store().stories({ limit: 10, since: new Date(Date.UTC(2026, 10, 24, 9, minute)) })).toHaveLength(count)
    })
    it('takes any limit, and a bound that is before all dates', async () => {
      await keepItems(store(), [at(1, 1)])
      await store().place([placed(at(1, 1))])
      expect(await store().stories({ limit: Number.MAX_SAFE_INTEGER, since: new Date(Number.NaN) })).toHaveLength(1)
      expect(await store().stories({ limit: -1, since: EVER })).toEqual([])
    })
    it('keeps the place of an item that is replaced, and shows its new words', async () => {
      const [lead, copy] = [at(1, 1), at(2, 2)]
      await keepItems(store(), [lead, copy])
      await store().place([placed(lead), placed(copy, { in: lead })])
      const corrected = { ...lead, title: 'Corrected' }
      await keepItems(store(), [corrected])
      expect(await store().stories({ limit: 10, since: EVER })).toEqual([{ id: lead.id, lead: corrected, copies: [copy] }])
    })
    it('follows the date of its lead', async () => {
      await keepItems(store(), [at(1, 1), at(2, 2)])
      await store().place([placed(at(1, 1)), placed(at(2, 2))])
      await keepItems(store(), [at(3, 1)])
      expect((await store().stories({ limit: 10, since: EVER })).map((story) => story.lead)).toEqual([at(3, 1), at(2, 2)])
    })
    it('leaves out items that have no place yet', async () => {
      await keepItems(store(), [at(1, 1)])
      expect(await store().stories({ limit: 10, since: EVER })).toEqual([])
    })
  })
}
