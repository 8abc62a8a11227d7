import { describe, expect, it } from 'vitest'
import type { SourceState } from '../../../src/model/index.ts'
import { dueSources, isDue } from '../../../src/pipeline/pace.ts'
import { anAddress } from '../../helpers/make-item.ts'
import { makeSource } from '../../helpers/make-source.ts'
import { DAY, failed, HOUR, later, MINUTE, NOON, next, read } from './pace-story.ts'

const source = makeSource()
const good = next(undefined, read())

describe('isDue', () => {
  it('asks a source that was never asked', () => {
    expect(isDue(source, undefined, NOON)).toBe(true)
  })
  it.each([
    [0, false],
    [1 * MINUTE, false],
    [59 * MINUTE, false],
    [60 * MINUTE - 5_000, true],
    [60 * MINUTE, true],
    [10 * 365 * DAY, true],
  ])('asks an hourly source %i ms after it was read: %s', (ms, due) => {
    expect(isDue(source, good, later(ms))).toBe(due)
  })
  it('lets an hourly cron job find an hourly source at every turn, though it starts now late, now early', () => {
    let state: SourceState | undefined
    for (const [hour, lateMs] of [900, 4_000, 200, 0, 9_000, 100].entries()) {
      const now = later(hour * HOUR + lateMs)
      expect(isDue(source, state, now)).toBe(true)
      state = next(state, read(), { now, jitter: 0.99 })
    }
  })
  it('asks at any time when forced', () => {
    expect(isDue(source, good, NOON, { force: true })).toBe(true)
  })
  it('never asks what is switched off', () => {
    expect(isDue(makeSource({ enabled: false }), undefined, NOON, { force: true })).toBe(false)
  })
  it('asks at once when feeds.json names another address', () => {
    expect(isDue(makeSource({ url: 'https://www.morning-post.example/new.xml' }), good, NOON)).toBe(true)
  })

  describe('of a source that is gone', () => {
    const gone = next(good, failed('gone'))
    it('does not ask again, however long it waits', () => {
      expect(isDue(source, gone, later(3_650 * DAY))).toBe(false)
    })
    it('asks when forced, and goes on when the source is back', () => {
      expect(isDue(source, gone, NOON, { force: true })).toBe(true)
      const back = next(gone, read())
      expect(back).not.toHaveProperty('trouble')
      expect(isDue(source, back, later(HOUR))).toBe(true)
    })
    it('asks when feeds.json names another address', () => {
      expect(isDue(makeSource({ url: 'https://elsewhere.example/feed' }), gone, NOON)).toBe(true)
    })
  })

  describe('with a clock that jumped', () => {
    const ahead = new Date('2036-11-24T12:00:00Z')
    it('asks a source that was last read ten years from now', () => {
      expect(isDue(source, next(undefined, read(), { now: ahead }), NOON)).toBe(true)
    })
    it('asks a source that failed ten years from now', () => {
      expect(isDue(source, next(undefined, failed(), { now: ahead }), NOON)).toBe(true)
    })
    it('asks a source whose due time is out of reach', () => {
      expect(isDue(source, { ...good, nextDue: later(9 * DAY) }, NOON)).toBe(true)
    })
    it('keeps a wait of seven days', () => {
      const waiting = next(good, failed('rate-limited', later(7 * DAY)))
      expect(isDue(source, waiting, later(6 * DAY))).toBe(false)
      expect(isDue(source, waiting, later(7 * DAY))).toBe(true)
    })
    it('keeps an interval of the operator that is longer than a week', () => {
      const monthly = makeSource({ everyMs: 30 * DAY })
      const state = next(undefined, read(), { source: monthly })
      expect(isDue(monthly, state, later(29 * DAY))).toBe(false)
      expect(isDue(monthly, state, later(30 * DAY))).toBe(true)
    })
    it('leaves no date in the future behind', () => {
      const wrong = next(undefined, read({ movedTo: anAddress('https://new.example/') }), { now: ahead })
      const right = next(wrong, failed())
      for (const date of [right.lastAttempt, right.lastSuccess, right.lastChange, right.lastFull, right.moved?.since])
        expect(date === undefined || date <= NOON).toBe(true)
      expect(right.nextDue).toEqual(later(HOUR))
    })
  })
})

describe('dueSources', () => {
  it('gives the sources that are due, in their order', () => {
    const [a, b, c] = [makeSource({ id: 'a' }), makeSource({ id: 'b' }), makeSource({ id: 'c', enabled: false })]
    const states = new Map([[a.id, next(undefined, read(), { source: a })]])
    expect(dueSources([c, b, a], states, { now: NOON })).toEqual([b])
    expect(dueSources([c, b, a], states, { now: NOON, force: true })).toEqual([b, a])
  })
})
