import { describe, expect, it } from 'vitest'
import type { StateRow, Store } from '../../src/model/index.ts'
import { anAddress, aSourceId, makeItem } from '../helpers/make-item.ts'
import {
  ALL_TIME,
  freshStore,
  keepItems,
  type MakeHome,
  makeChange,
  makeDecision,
  makeState,
  POST,
  placed,
} from './store-home.ts'

const AT = new Date('2026-11-24T12:00:00Z')
const OTHER = aSourceId('evening-herald')
const EVER = { limit: 100, since: new Date(0) }

/** Every row of a state. */
export async function rowsOf(store: Store): Promise<readonly StateRow[]> {
  const rows: StateRow[] = []
  for await (const row of store.dump()) rows.push(row)
  return rows
}

export async function* given(rows: readonly StateRow[]): AsyncIterable<StateRow> {
  yield* rows
}

/** A state with something of every kind in it. */
export async function furnish(store: Store): Promise<void> {
  const items = [5, 3, 4, 1, 2].map((id) => makeItem({ id, text: `Text ${id}: nul \0, half a letter \ud83d, \u2028.` }))
  const [lead, copy, gone, missed] = items
  if (lead === undefined || copy === undefined || gone === undefined || missed === undefined) throw new Error('there are five')
  await store.commit([
    makeChange({
      state: { bodyHash: 'x', failures: 2, nextDue: AT },
      items,
      seen: new Map([
        ['guid:z', 'print'],
        ['__proto__', 'guid:a'],
      ]),
      decisions: [1, 2, 3].map((n) => makeDecision({ entryKey: `guid:${n}`, at: new Date(AT.getTime() + (n % 2)) })),
    }),
    makeChange({ state: { sourceId: OTHER }, decisions: [makeDecision({ sourceId: OTHER })] }),
  ])
  await store.place([
    placed(lead, { bands: ['b', 'a'] }),
    placed(copy, { in: lead, bands: ['a'] }),
    placed(missed),
    placed(gone, { in: lead }),
  ])
  await store.follow({
    withdrawn: [{ itemId: gone.id, at: AT, by: 'operator', reason: 'wrong name' }],
    absent: [{ itemId: missed.id, since: AT, due: AT, checks: 1, missing: { since: AT, times: 1 } }],
  })
}

export function dumpContract(makeHome: MakeHome): void {
  describe('dump and load', () => {
    const { store, again } = freshStore(makeHome)
    const target = freshStore(makeHome)

    async function moved(): Promise<readonly StateRow[]> {
      const rows = await rowsOf(store())
      await target.store().load(given(rows))
      return rows
    }

    it('give nothing of an empty state, and take it', async () => {
      expect(await moved()).toEqual([])
      expect(await target.store().counts()).toEqual({ items: 0, stories: 0, decisions: 0 })
    })
    it('give the same rows again of the state that was filled with them', async () => {
      await furnish(store())
      const rows = await moved()
      expect(rows.map(({ kind }) => kind)).toEqual([
        ...['source', 'source', 'item', 'item', 'item', 'item', 'item', 'story', 'story'],
        ...['decision', 'decision', 'decision', 'decision'],
      ])
      expect(await rowsOf(target.store())).toEqual(rows)
      expect(JSON.stringify(await rowsOf(target.store()))).toBe(JSON.stringify(rows))
    })
    it('leave a state that answers every question as the first one does', async () => {
      await furnish(store())
      await moved()
      const answers = async (one: Store) => ({
        states: await one.sourceStates(),
        seen: await one.seen(POST),
        found: await one.find(POST, makeItem({ id: 3 }).identities),
        unplaced: await one.unplaced(9),
        near: await one.neighbours({ bands: ['a', 'b'], urlKey: makeItem({ id: 3 }).urlKey, ...ALL_TIME }),
        stories: await one.stories(EVER),
        months: await one.months(),
        seenIn: await one.storiesSeenIn('2026-11'),
        placement: await one.placement(makeItem({ id: 3 }).id),
        withdrawals: await one.withdrawals(EVER),
        retracted: await one.isRetracted(POST, 'fingerprint-4'),
        absences: await one.absences({ due: AT, limit: 9 }),
        decisions: await one.decisions({ limit: 9 }),
        counts: await one.counts(),
      })
      const [before, after] = [await answers(store()), await answers(target.store())]
      expect(after).toEqual(before)
      expect(before.near).toHaveLength(2)
      expect(before.retracted).toBe(true)
    })
    it('keep a name with the item that had it first', async () => {
      const [a, b] = [makeItem({ id: 1, identities: ['guid:a'] }), makeItem({ id: 2, identities: ['guid:b'] })]
      await keepItems(store(), [a, b])
      await keepItems(store(), [
        { ...a, identities: ['guid:a', 'guid:b'] },
        { ...b, identities: [] },
      ])
      await moved()
      expect((await target.store().find(POST, ['guid:b']))?.id).toBe(b.id)
      expect((await target.store().find(POST, ['guid:a']))?.id).toBe(a.id)
    })
    it('keep the moment when a story began, though its first item has left it', async () => {
      const [early, late] = [
        makeItem({ id: 1, firstSeen: new Date('2026-09-30T10:00:00Z') }),
        makeItem({ id: 2, firstSeen: new Date('2026-10-02T10:00:00Z') }),
      ]
      await keepItems(store(), [early, late])
      await store().place([placed(early), placed(late, { in: early })])
      await store().follow({ withdrawn: [{ itemId: early.id, at: AT, by: 'operator' }] })
      await moved()
      expect(await target.store().months()).toEqual(['2026-09'])
    })
    it('keep the words that an operator withdrew, though the item says others now', async () => {
      await keepItems(store(), [makeItem()])
      await store().follow({ withdrawn: [{ itemId: makeItem().id, at: AT, by: 'operator' }] })
      await keepItems(store(), [makeItem({ fingerprint: 'changed' })])
      await moved()
      expect(await target.store().isRetracted(POST, 'fingerprint-1')).toBe(true)
    })
    it('are not disturbed by what another process writes meanwhile', async () => {
      await furnish(store())
      const whole = await rowsOf(store())
      const seen: StateRow[] = []
      const writer = await again()
      for await (const row of store().dump()) {
        if (seen.length === 0) await keepItems(writer, [makeItem({ id: 77 })])
        seen.push(row)
      }
      expect(seen).toEqual(whole)
      expect((await store().counts()).items).toBe(6)
    })
    it('may be left in the middle', async () => {
      await furnish(store())
      for await (const row of store().dump()) if (row.kind === 'item') break
      await keepItems(store(), [makeItem({ id: 9 })])
      expect((await store().counts()).items).toBe(6)
    })
    it('store nothing when the rows end in an error', async () => {
      await furnish(store())
      const rows = await rowsOf(store())
      async function* broken(): AsyncIterable<StateRow> {
        yield* rows.slice(0, -1)
        throw new Error('line 7')
      }
      await expect(target.store().load(broken())).rejects.toThrow('line 7')
      expect(await rowsOf(target.store())).toEqual([])
      await target.store().load(given(rows))
      expect(await rowsOf(target.store())).toEqual(rows)
    })
    it.each([
      ['an item', (one: Store) => keepItems(one, [makeItem({ id: 9 })])],
      ['a source', (one: Store) => one.commit([makeChange()])],
    ])('refuse a state that holds %s', async (_what, fill) => {
      await fill(target.store())
      const before = await rowsOf(target.store())
      const load = target.store().load(given([{ kind: 'source', state: makeState() }]))
      await expect(load).rejects.toMatchObject({
        code: 'STATE_UNUSABLE',
        message: expect.stringMatching(/expected an empty state/),
      })
      expect(await rowsOf(target.store())).toEqual(before)
    })
    it('carry a thousand names of pruned items', async () => {
      const identities = Array.from({ length: 1_000 }, (_, n) => `guid:${n}`)
      const old = makeItem({ id: 1, identities, published: new Date(0), firstSeen: new Date(0) })
      await keepItems(store(), [old, makeItem({ id: 2, url: anAddress('https://www.morning-post.example/2') })])
      await store().place([placed(old)])
      await store().prune({ before: AT, keep: new Set() })
      const rows = await moved()
      expect(rows.filter(({ kind }) => kind === 'pruned').length).toBeGreaterThan(1)
      expect(await rowsOf(target.store())).toEqual(rows)
      expect(await target.store().prunedAmong(POST, ['guid:x', 'guid:999', 'guid:0'])).toEqual(['guid:999', 'guid:0'])
    })
  })
}
