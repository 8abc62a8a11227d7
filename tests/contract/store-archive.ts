import { describe, expect, it } from 'vitest'
import { makeItem } from '../helpers/make-item.ts'
import { freshStore, keepItems, type MakeHome, placed } from './store-home.ts'

function seen(id: number, firstSeen: string, published = firstSeen) {
  return makeItem({ id, firstSeen: new Date(firstSeen), published: new Date(published) })
}

export function archiveContract(makeHome: MakeHome): void {
  describe('months and storiesSeenIn', () => {
    const { store } = freshStore(makeHome)

    it('know nothing of an empty store', async () => {
      expect(await store().months()).toEqual([])
      expect(await store().storiesSeenIn('2026-11')).toEqual([])
    })
    it('file a story under the month that saw it first, whatever its date, and skip months that saw none', async () => {
      const items = [
        seen(1, '2026-08-31T23:59:59.999Z'),
        seen(2, '2026-09-01T00:00:00Z', '2026-02-01T00:00:00Z'),
        seen(3, '2026-11-30T12:00:00Z'),
      ]
      await keepItems(store(), items)
      await store().place(items.map((item) => placed(item)))
      expect(await store().months()).toEqual(['2026-08', '2026-09', '2026-11'])
      expect((await store().storiesSeenIn('2026-09')).map((story) => story.id)).toEqual([items[1]?.id])
    })
    it('leave a story in its month when a copy arrives later or its lead changes', async () => {
      const first = seen(1, '2026-09-10T00:00:00Z')
      const late = seen(2, '2026-10-02T00:00:00Z')
      await keepItems(store(), [first, late])
      await store().place([placed(first)])
      await store().place([placed(late, { in: first, as: { kind: 'lead' } })])
      expect(await store().months()).toEqual(['2026-09'])
      expect(await store().storiesSeenIn('2026-09')).toMatchObject([
        { id: first.id, lead: { id: late.id }, copies: [{ id: first.id }] },
      ])
    })
  })

  describe('placement', () => {
    const { store } = freshStore(makeHome)

    it('tells the story of an item and why it is there', async () => {
      const [first, copy, alone] = [
        seen(1, '2026-09-10T00:00:00Z'),
        seen(2, '2026-09-11T00:00:00Z'),
        seen(3, '2026-09-12T00:00:00Z'),
      ]
      await keepItems(store(), [first, copy, alone])
      const relation = { kind: 'copy', of: first.id, similarity: 0.5, evidence: 'same words' } as const
      await store().place([placed(first), placed(copy, { in: first, as: relation })])
      expect(await store().placement(copy.id)).toEqual({ storyId: first.id, relation })
      expect(await store().placement(alone.id)).toBeUndefined()
    })
  })
}
