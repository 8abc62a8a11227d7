import { describe, expect, it } from 'vitest'
import type { Decision } from '../../src/model/index.ts'
import { anAddress, aSourceId } from '../helpers/make-item.ts'
import { freshStore, type MakeHome, makeChange, makeDecision } from './store-home.ts'

const OTHER = aSourceId('evening-herald')

export function decisionsContract(makeHome: MakeHome): void {
  describe('decisions', () => {
    const { store } = freshStore(makeHome)
    const decide = (...decisions: readonly Decision[]) => store().commit([makeChange({ decisions })])
    const kept = makeDecision({ entryKey: 'guid:1', at: new Date(1_000), url: anAddress('https://www.morning-post.example/1') })
    const dropped = makeDecision({
      entryKey: 'guid:2',
      at: new Date(2_000),
      title: 'İdlib’de kışa hazırlık',
      verdict: { relevant: false, band: 'no', score: 1, threshold: 4, reasons: [], nearest: 'one more term' },
    })

    it('gives back every field, newest first', async () => {
      await decide(kept, dropped)
      expect(await store().decisions({ limit: 10 })).toEqual([dropped, kept])
    })
    it('keeps the latest decision on an entry only', async () => {
      await decide(kept)
      await decide({ ...kept, at: new Date(3_000), title: 'Changed' })
      expect((await store().decisions({ limit: 10 })).map((decision) => decision.title)).toEqual(['Changed'])
      expect((await store().counts()).decisions).toBe(1)
    })
    it('tells two sources with one entry key apart', async () => {
      await decide(kept, { ...kept, sourceId: OTHER })
      expect(await store().decisions({ limit: 10, sourceId: OTHER })).toEqual([{ ...kept, sourceId: OTHER }])
      expect(await store().decisions({ limit: 10 })).toHaveLength(2)
    })
    it.each([
      ['an address', 'https://www.morning-post.example/1', 'guid:1'],
      ['an address in another spelling', 'HTTPS://WWW.morning-post.example:443/1', 'guid:1'],
      ['a part of a title', 'reopens in deir', 'guid:1'],
      ['a part of a title in another case and without marks', 'IDLIB', 'guid:2'],
      ['an entry key', 'guid:2', 'guid:2'],
    ])('finds a decision by %s', async (_kind, about, entryKey) => {
      await decide(kept, dropped)
      expect((await store().decisions({ limit: 10, about })).map((decision) => decision.entryKey)).toEqual([entryKey])
    })
    it.each(['%', '_', "'", '"', 'https://www.morning-post.example/', 'reopens%deir'])(
      'finds nothing about %j',
      async (about) => {
        await decide(kept, dropped)
        expect(await store().decisions({ limit: 10, about })).toEqual([])
      },
    )
    it('tells kept from dropped', async () => {
      await decide(kept, dropped)
      expect(await store().decisions({ limit: 10, kept: true })).toEqual([kept])
      expect(await store().decisions({ limit: 10, kept: false })).toEqual([dropped])
    })
    it('gives no more than it is asked for', async () => {
      await decide(kept, dropped)
      expect(await store().decisions({ limit: 1 })).toEqual([dropped])
    })
    it('keeps the newest 500 of each source, whatever the others do', async () => {
      await decide({ ...kept, sourceId: OTHER, at: new Date(0) })
      const many = Array.from({ length: 501 }, (_, n) => makeDecision({ entryKey: `guid:${n}`, at: new Date(10_000 + n) }))
      await decide(...many)
      expect((await store().counts()).decisions).toBe(501)
      const left = await store().decisions({ limit: 1_000 })
      expect(left.map((decision) => decision.entryKey)).not.toContain('guid:0')
      expect(left.at(-1)?.sourceId).toBe(OTHER)
    })
  })
}
