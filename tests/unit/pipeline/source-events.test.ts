import { describe, expect, it } from 'vitest'
import type { SourceState } from '../../../src/model/index.ts'
import { anAddress } from '../../helpers/make-item.ts'
import { makeSource } from '../../helpers/make-source.ts'
import { DAY, failed, HOUR, later, next, notModified, read } from './pace-story.ts'

type Outcome = ReturnType<typeof read> | ReturnType<typeof failed>

/** The state after these outcomes, each so many milliseconds after noon. */
function passed(...turns: readonly (readonly [ms: number, outcome: Outcome])[]): SourceState | undefined {
  return turns.reduce<SourceState | undefined>((state, [ms, outcome]) => next(state, outcome, { now: later(ms) }), undefined)
}

const told = (state: SourceState | undefined) => (state?.events ?? []).map(({ kind, at }) => [kind, at])
const GOOD = read()
const SAME = notModified()

describe('the events of a source', () => {
  it('are none while it is well, and none for a failure that passes', () => {
    const state = passed([0, GOOD], [HOUR, failed()], [2 * HOUR, failed()], [3 * HOUR, failed()], [9 * HOUR, GOOD])
    expect(state).not.toHaveProperty('events')
    expect(state).not.toHaveProperty('failingSince')
  })
  it('tell once that it cannot be read for a day, and once that it can again', () => {
    const dead = passed([0, GOOD], [HOUR, failed()], [3 * HOUR, failed()], [25 * HOUR, failed()], [50 * HOUR, failed()])
    expect(dead?.failingSince).toEqual(later(HOUR))
    expect(told(dead)).toEqual([['failing', later(25 * HOUR)]])
    expect(dead?.events?.[0]?.words).toBe('failed 3 times in a row: no answer: timeout')
    const back = next(next(dead, GOOD, { now: later(4 * DAY) }), SAME, { now: later(5 * DAY) })
    expect(told(back)).toEqual([
      ['failing', later(25 * HOUR)],
      ['recovered', later(4 * DAY)],
    ])
    expect(back.events?.[1]?.words).toBe('can be read again')
  })
  it('tell of a source that was never read', () => {
    expect(told(passed([0, failed()], [2 * HOUR, failed()], [DAY, failed()]))).toEqual([['failing', later(DAY)]])
  })
  it('tell at once that it is gone for ever', () => {
    const state = passed([0, GOOD], [HOUR, failed('gone')], [DAY, failed('gone')], [2 * DAY, failed()], [4 * DAY, failed()])
    expect(told(state)).toEqual([['gone', later(HOUR)]])
  })
  it('tell of a second death after a recovery', () => {
    const once = [
      [0, failed('gone')],
      [HOUR, GOOD],
      [2 * HOUR, failed('gone')],
    ] as const
    expect(told(passed(...once)).map(([kind]) => kind)).toEqual(['gone', 'recovered', 'gone'])
  })
  it('tell that it fell silent after a month, and that it speaks again', () => {
    const silent = passed([0, GOOD], [29 * DAY, SAME], [31 * DAY, SAME], [32 * DAY, SAME])
    expect(told(silent)).toEqual([['silent', later(31 * DAY)]])
    const back = next(silent, GOOD, { now: later(40 * DAY) })
    expect(told(back)).toEqual([
      ['silent', later(31 * DAY)],
      ['recovered', later(40 * DAY)],
    ])
    expect(told(next(next(back, SAME, { now: later(50 * DAY) }), SAME, { now: later(71 * DAY) }))).toHaveLength(3)
  })
  it('tell of a document that stays empty, not of one that was empty once', () => {
    const empty = read({}, { entries: 0 })
    const still = read({}, { entries: 0, isNews: false })
    expect(told(passed([0, GOOD], [HOUR, empty], [2 * HOUR, GOOD]))).toEqual([])
    expect(told(passed([0, GOOD], [HOUR, empty], [26 * HOUR, still], [27 * HOUR, still], [28 * HOUR, GOOD]))).toEqual([
      ['silent', later(26 * HOUR)],
      ['recovered', later(28 * HOUR)],
    ])
  })
  it('tell that it has moved once the new address has proved itself', () => {
    const movedTo = anAddress('https://new.morning-post.example/world.xml')
    const state = passed([0, read({ movedTo })], [DAY, read({ movedTo })], [2 * DAY, read({ movedTo })], [3 * DAY, read()])
    expect(told(state)).toEqual([['moved', later(2 * DAY)]])
    expect(state?.events?.[0]?.words).toMatch(/^moved for good to https:\/\/new\.morning-post\.example\/world\.xml/)
  })
  it('tell once of a flood', () => {
    const flood = read({}, { warnings: ['12,000 new entries were left out: one source may bring 1,000 a day'] })
    const state = passed([0, GOOD], [HOUR, flood], [2 * HOUR, flood], [3 * HOUR, SAME], [4 * HOUR, GOOD], [5 * HOUR, flood])
    expect(told(state)).toEqual([
      ['flooded', later(HOUR)],
      ['flooded', later(5 * HOUR)],
    ])
  })
  it('are kept when the address changes, ten at most, and never from the future', () => {
    const turns = Array.from({ length: 14 }, (_, n) => [n * HOUR, n % 2 === 0 ? failed('gone') : GOOD] as const)
    const state = passed(...turns)
    expect(state?.events).toHaveLength(10)
    const elsewhere = next(state, GOOD, { now: later(20 * HOUR), source: makeSource({ url: 'https://elsewhere.example/feed' }) })
    expect(elsewhere.events).toEqual(state?.events)
    expect(next(state, GOOD, { now: later(HOUR) }).events?.every(({ at }) => at <= later(HOUR)) ?? true).toBe(true)
  })
  it('are left alone by a reading that was cancelled', () => {
    const state = passed([0, failed('gone')])
    expect(next(state, failed('cancelled'), { now: later(DAY) })).toEqual(state)
  })
})
