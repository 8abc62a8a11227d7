import { describe, expect, it } from 'vitest'
import { createCommitter } from '../../../src/fleet/committer.ts'
import type { SourceChange } from '../../../src/model/index.ts'
import { makeChange } from '../../contract/store-home.ts'
import { aSourceId, makeItem } from '../../helpers/make-item.ts'

/** A store that says no as the test wants it to. */
function picky(refuses: (changes: readonly SourceChange[], call: number) => boolean) {
  const groups: string[][] = []
  let calls = 0
  const commit = async (changes: readonly SourceChange[]): Promise<void> => {
    calls += 1
    if (refuses(changes, calls)) throw new Error('no')
    groups.push(changes.map(({ state }) => state.sourceId))
  }
  return { commit, groups, calls: () => calls }
}

const change = (id: string) => makeChange({ state: { sourceId: aSourceId(id) } })

describe('createCommitter', () => {
  it('stores together what comes within moments', async () => {
    const { commit, groups } = picky(() => false)
    const committer = createCommitter(commit, () => undefined)
    await Promise.all([committer.put(change('a')), committer.put(change('b'))])
    expect(groups).toEqual([['a', 'b']])
  })

  it('makes groups of 64 readings at most', async () => {
    const { commit, groups } = picky(() => false)
    const committer = createCommitter(commit, () => undefined)
    await Promise.all(Array.from({ length: 130 }, (_, n) => committer.put(change(`s${n}`))))
    expect(groups.map((group) => group.length)).toEqual([64, 64, 2])
  })

  it('does not wait for others when one brings many items', async () => {
    const { commit, groups } = picky(() => false)
    const committer = createCommitter(commit, () => undefined)
    await committer.put({ ...change('a'), items: Array.from({ length: 500 }, (_, n) => makeItem({ id: n + 1 })) })
    expect(groups).toEqual([['a']])
  })

  it('stores the others when one cannot be stored, and says so to whoever brought it', async () => {
    const { commit, groups } = picky((changes) => changes.some(({ state }) => state.sourceId === 'bad'))
    const told: unknown[] = []
    const committer = createCommitter(commit, (problem) => told.push(problem))
    const endings = await Promise.allSettled(['a', 'bad', 'c'].map((id) => committer.put(change(id))))
    expect(endings.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(groups.flat().toSorted()).toEqual(['a', 'c'])
    expect(told).not.toEqual([])
  })

  it('tries again when nothing can be stored: the database is away', async () => {
    const { commit, groups } = picky((_, call) => call <= 3)
    const committer = createCommitter(commit, () => undefined)
    await Promise.all([committer.put(change('a')), committer.put(change('b'))])
    expect(groups.flat()).toEqual(['a', 'b'])
    await committer.settled()
  })
})
