import { describe, expect, it } from 'vitest'
import type { SourceState } from '../../src/model/index.ts'
import { anAddress, aSourceId, makeItem } from '../helpers/make-item.ts'
import { freshStore, keepItems, type MakeHome, makeChange, makeDecision, POST } from './store-home.ts'

const OTHER = aSourceId('evening-herald')

export function commitContract(makeHome: MakeHome): void {
  describe('commit', () => {
    const { store, again } = freshStore(makeHome)

    it('gives back every field of an item as it was', async () => {
      const item = makeItem({
        html: '<p>Line\u2028one</p>',
        title: 'قافلة مساعدات تصل إلى حلب \u{1f69a}',
        textFrom: 'page',
        revisions: [{ at: new Date('2026-11-24T12:34:56.789Z'), changed: ['title', 'addition'], title: 'Before' }],
        rights: { reserved: true, noExcerpt: false, maxExcerptChars: 200, licence: anAddress('https://licence.example/') },
        text: 'Nul \0, half a letter \ud83d, a separator \u2028 and a quote "\\".',
        language: 'ar',
        categories: ['__proto__', 'constructor', ''],
        enclosures: [
          { url: anAddress('https://media.example/a.mp3'), type: 'audio/mpeg', length: 9_007_199_254_740_991 },
          { url: anAddress('https://media.example/b') },
        ],
        image: anAddress('https://media.example/p.jpg'),
        published: new Date(-62_135_596_800_000),
        updated: new Date('2026-11-24T12:34:56.789Z'),
        credit: {
          agency: ['Reuters'],
          authors: ['A. Writer'],
          dateline: { place: 'ALEPPO', date: '24 Nov' },
          source: { name: 'Wire', url: anAddress('https://wire.example/') },
          licence: 'CC BY 4.0',
          evidence: [{ part: 'agency', value: 'Reuters', from: 'text', rule: 'dateline-with-agency' }],
        },
        verdict: {
          score: 0.1 + 0.2,
          reasons: [{ term: 'Aleppo', lang: '*', field: 'article', weight: -1, note: 'gate' }],
          nearest: 'a place',
        },
      })
      await keepItems(store(), [item])
      expect(await store().item(item.id)).toEqual(item)
    })

    it('gives back every field of a state as it was', async () => {
      const state: SourceState = {
        sourceId: POST,
        url: anAddress('https://www.morning-post.example/world.xml'),
        validators: { etag: 'W/"\u00e9\\"', lastModified: 'yesterday, roughly' },
        bodyHash: 'h',
        feedTitle: 'World',
        feedFormat: 'rss2.0',
        pace: { ttlMinutes: 90, skipHours: [0, 1], skipDays: [6], updateEveryMs: 7_200_000 },
        lastAttempt: new Date(1),
        lastSuccess: new Date(2),
        lastChange: new Date(3),
        lastFull: new Date(4),
        nextDue: new Date(5),
        failures: 3,
        trouble: { code: 'http-status', message: 'answered 500', final: false },
        warnings: ['a bare ampersand'],
        entries: 40,
        moved: { to: anAddress('https://www.morning-post.example/new.xml'), since: new Date(6), passes: 2 },
      }
      await store().commit([makeChange({ state })])
      expect(await store().sourceStates()).toEqual(new Map([[POST, state]]))
    })

    it('replaces a state whole: what the new one leaves out is gone', async () => {
      await store().commit([makeChange({ state: { bodyHash: 'h', failures: 2 } })])
      await store().commit([makeChange()])
      const state = (await store().sourceStates()).get(POST)
      expect(state).not.toHaveProperty('bodyHash')
      expect(state?.failures).toBe(0)
    })

    it('keeps what it stored for whoever opens it next', async () => {
      const item = makeItem()
      await keepItems(store(), [item])
      await store().close()
      expect(await (await again()).item(item.id)).toEqual(item)
    })

    it('replaces an item with a known id, and does not count it twice', async () => {
      await keepItems(store(), [makeItem({ title: 'Old' })])
      await keepItems(store(), [makeItem({ title: 'New' })])
      expect((await store().item(makeItem().id))?.title).toBe('New')
      expect((await store().counts()).items).toBe(1)
    })

    it('leaves nothing behind when it throws midway', async () => {
      await store().commit([makeChange({ state: { bodyHash: 'before' }, seen: new Map([['k', 'before']]) })])
      const good = makeChange({
        state: { bodyHash: 'after' },
        items: [makeItem()],
        seen: new Map([['k', 'after']]),
        decisions: [makeDecision()],
      })
      const bad = makeChange({ items: [makeItem({ id: 2 }), makeItem({ id: 3, firstSeen: new Date(Number.NaN) })] })
      await expect(store().commit([good, bad])).rejects.toThrow()
      expect((await store().sourceStates()).get(POST)?.bodyHash).toBe('before')
      expect(await store().seen(POST)).toEqual(new Map([['k', 'before']]))
      expect(await store().counts()).toEqual({ items: 0, stories: 0, decisions: 0 })
      expect(await store().find(POST, makeItem().identities)).toBeUndefined()
    })

    it('works again after it threw', async () => {
      await expect(keepItems(store(), [makeItem({ firstSeen: new Date(Number.NaN) })])).rejects.toThrow()
      await keepItems(store(), [makeItem()])
      expect((await store().counts()).items).toBe(1)
    })

    it('stores a reading that began with what is stored still', async () => {
      await store().commit([makeChange({ state: { lastAttempt: new Date(1) }, basis: 'never-attempted' })])
      await store().commit([makeChange({ state: { lastAttempt: new Date(2) }, items: [makeItem()], basis: new Date(1) })])
      expect((await store().sourceStates()).get(POST)?.lastAttempt).toEqual(new Date(2))
      expect((await store().counts()).items).toBe(1)
    })

    it.each(['never-attempted', new Date(1)] as const)(
      'stores nothing of a reading that began with %s and was overtaken',
      async (basis) => {
        await store().commit([makeChange({ state: { lastAttempt: new Date(2) }, seen: new Map([['k', 'theirs']]) })])
        const late = makeChange({
          state: { lastAttempt: new Date(3) },
          items: [makeItem()],
          seen: new Map([['k', 'late']]),
          decisions: [makeDecision()],
          basis,
        })
        const other = makeChange({ state: { sourceId: OTHER, lastAttempt: new Date(3) }, basis: 'never-attempted' })
        await store().commit([late, other])
        expect((await store().sourceStates()).get(POST)?.lastAttempt).toEqual(new Date(2))
        expect(await store().seen(POST)).toEqual(new Map([['k', 'theirs']]))
        expect(await store().counts()).toEqual({ items: 0, stories: 0, decisions: 0 })
        expect((await store().sourceStates()).get(OTHER)?.lastAttempt).toEqual(new Date(3))
      },
    )

    it('gives the states of the sources that are asked for', async () => {
      await store().commit([makeChange(), makeChange({ state: { sourceId: OTHER } })])
      expect([...(await store().sourceStates([OTHER, aSourceId('unheard-of')])).keys()]).toEqual([OTHER])
      expect(await store().sourceStates([])).toEqual(new Map())
    })

    it('takes an empty list of changes', async () => {
      await store().commit([])
      expect(await store().sourceStates()).toEqual(new Map())
    })

    it('takes 10,000 items at once and finds the last of them', async () => {
      const items = Array.from({ length: 10_000 }, (_, n) => makeItem({ id: n + 1 }))
      await keepItems(store(), items)
      const last = makeItem({ id: 10_000 })
      expect(await store().find(POST, last.identities)).toEqual(last)
      expect((await store().counts()).items).toBe(10_000)
    })
  })

  describe('seen', () => {
    const { store } = freshStore(makeHome)
    const strange = new Map([
      ['guid:1', 'a'],
      ['__proto__', 'b'],
      ['half \ud800', 'c'],
      ['', 'd'],
      ['line\u2028nul\0', 'e'],
    ])

    it('knows nothing of a source that was never read', async () => {
      expect(await store().seen(POST)).toEqual(new Map())
    })
    it('gives back any key a stranger may choose', async () => {
      await store().commit([makeChange({ seen: strange })])
      expect(await store().seen(POST)).toEqual(strange)
    })
    it('replaces all that was known of the source, and of no other', async () => {
      await store().commit([
        makeChange({ seen: strange }),
        makeChange({ state: { sourceId: OTHER }, seen: new Map([['x', 'y']]) }),
      ])
      await store().commit([makeChange({ seen: new Map([['guid:2', 'f']]) })])
      expect(await store().seen(POST)).toEqual(new Map([['guid:2', 'f']]))
      expect(await store().seen(OTHER)).toEqual(new Map([['x', 'y']]))
    })
    it('stays as it is when a change brings none', async () => {
      await store().commit([makeChange({ seen: strange })])
      await store().commit([makeChange()])
      expect(await store().seen(POST)).toEqual(strange)
    })
  })

  describe('find', () => {
    const { store } = freshStore(makeHome)

    it.each(['guid:1', 'url:a', 'half \ud800', '__proto__'])('finds an item by its identity %j', async (identity) => {
      await keepItems(store(), [makeItem({ identities: ['guid:1', 'url:a', 'half \ud800', '__proto__'] })])
      expect((await store().find(POST, ['guid:0', identity]))?.id).toBe(makeItem().id)
    })
    it('tells names apart that differ in half a letter only', async () => {
      await keepItems(store(), [makeItem({ identities: ['half \ud800'] })])
      expect(await store().find(POST, ['half \ud801'])).toBeUndefined()
    })
    it('takes the first identity that is known', async () => {
      await keepItems(store(), [makeItem({ id: 1, identities: ['guid:1'] }), makeItem({ id: 2, identities: ['guid:2'] })])
      expect((await store().find(POST, ['guid:2', 'guid:1']))?.id).toBe(makeItem({ id: 2 }).id)
    })
    it('finds nothing by the identity of another source', async () => {
      await keepItems(store(), [makeItem({ identities: ['guid:1'] })])
      expect(await store().find(OTHER, ['guid:1'])).toBeUndefined()
    })
    it('lets two sources use one identity, each for its own item', async () => {
      const mine = makeItem({ id: 1, identities: ['guid:1'] })
      const theirs = makeItem({ id: 2, identities: ['guid:1'], carrier: { sourceId: OTHER } })
      await keepItems(store(), [mine, theirs])
      expect((await store().find(POST, ['guid:1']))?.id).toBe(mine.id)
      expect((await store().find(OTHER, ['guid:1']))?.id).toBe(theirs.id)
    })
    it('leaves an identity with the item that had it first', async () => {
      await keepItems(store(), [makeItem({ id: 1, identities: ['guid:1'] })])
      await keepItems(store(), [makeItem({ id: 2, identities: ['guid:1', 'guid:2'] })])
      expect((await store().find(POST, ['guid:1']))?.id).toBe(makeItem({ id: 1 }).id)
      expect((await store().find(POST, ['guid:2']))?.id).toBe(makeItem({ id: 2 }).id)
    })
    it('finds an item by what it was called once', async () => {
      await keepItems(store(), [makeItem({ identities: ['guid:old'] })])
      await keepItems(store(), [makeItem({ identities: ['guid:new'] })])
      expect((await store().find(POST, ['guid:old']))?.identities).toEqual(['guid:new'])
    })
    it('finds nothing by no identity', async () => {
      expect(await store().find(POST, [])).toBeUndefined()
    })
  })
}
