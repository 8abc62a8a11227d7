import { describe, expect, it } from 'vitest'
import type { FeedPace, SourceState } from '../../../src/model/index.ts'
import { makeSource } from '../../helpers/make-source.ts'
import { DAY, failed, HOUR, later, MINUTE, NOON, next, notModified, read, waitMs } from './pace-story.ts'

describe('nextState after a good answer', () => {
  it('waits for an hour by default, to the millisecond, whatever the jitter', () => {
    expect(waitMs(next(undefined, read(), { jitter: 0.99 }))).toBe(HOUR)
  })
  it.each([5 * MINUTE, 3 * HOUR, 40 * DAY])('waits for the operator’s %i ms', (everyMs) => {
    expect(waitMs(next(undefined, read(), { source: makeSource({ everyMs }) }))).toBe(everyMs)
  })

  it.each([
    [1 * HOUR, 1 * HOUR],
    [8 * HOUR, 1 * HOUR],
    [24 * HOUR, 3 * HOUR],
    [48 * HOUR, 6 * HOUR],
    [400 * DAY, 6 * HOUR],
  ])('asks a source that has been quiet for %i ms again after %i ms', (quiet, wait) => {
    const state = next(undefined, read())
    expect(waitMs(next(state, notModified(), { now: later(quiet) }), later(quiet))).toBe(wait)
  })
  it('is back at an hour as soon as there is news', () => {
    const quiet = next(next(undefined, read()), notModified(), { now: later(5 * DAY) })
    expect(waitMs(next(quiet, read(), { now: later(6 * DAY) }), later(6 * DAY))).toBe(HOUR)
  })
  it('counts a document that differs and says nothing new as quiet', () => {
    const state = next(next(undefined, read()), read({}, { isNews: false }), { now: later(2 * DAY) })
    expect(state.lastChange).toEqual(NOON)
    expect(waitMs(state, later(2 * DAY))).toBe(6 * HOUR)
  })
  it('spreads by a tenth what it slowed down by itself', () => {
    const state = next(undefined, read())
    const wait = waitMs(next(state, notModified(), { now: later(2 * DAY), jitter: 0.5 }), later(2 * DAY))
    expect(wait).toBe(6 * HOUR * 1.05)
  })

  const slower: readonly (readonly [string, Partial<FeedPace>, { maxAgeMs?: number; expires?: Date }, number])[] = [
    ['ttl of 3 h', { ttlMinutes: 180 }, {}, 3 * HOUR],
    ['ttl of 5 min', { ttlMinutes: 5 }, {}, HOUR],
    ['ttl of a year', { ttlMinutes: 525_600 }, {}, DAY],
    ['ttl that is no number', { ttlMinutes: Number.NaN }, {}, HOUR],
    ['negative ttl', { ttlMinutes: -60 }, {}, HOUR],
    ['sy:update of 12 h', { updateEveryMs: 12 * HOUR }, {}, 12 * HOUR],
    ['sy:update of a month', { updateEveryMs: 30 * DAY }, {}, DAY],
    ['max-age of 2 h', {}, { maxAgeMs: 2 * HOUR }, 2 * HOUR],
    ['max-age of 0', {}, { maxAgeMs: 0 }, HOUR],
    ['max-age beyond all numbers', {}, { maxAgeMs: Number.POSITIVE_INFINITY }, HOUR],
    ['max-age of a year', {}, { maxAgeMs: 365 * DAY }, DAY],
    ['Expires in 4 h', {}, { expires: later(4 * HOUR) }, 4 * HOUR],
    ['Expires in the past', {}, { expires: new Date(0) }, HOUR],
    ['Expires that is no date', {}, { expires: new Date(Number.NaN) }, HOUR],
    ['several, of which the slowest counts', { ttlMinutes: 120, updateEveryMs: 5 * HOUR }, { maxAgeMs: 3 * HOUR }, 5 * HOUR],
  ]
  it.each(slower)('follows a %s', (_hint, pace, freshness, wait) => {
    expect(waitMs(next(undefined, read({ freshness }, { feed: { pace } })))).toBe(wait)
  })
  it('never asks sooner than `every` for a hint that is shorter', () => {
    expect(
      waitMs(next(undefined, read({}, { feed: { pace: { ttlMinutes: 120 } } }), { source: makeSource({ everyMs: 2 * DAY }) })),
    ).toBe(2 * DAY)
  })
  it('remembers the feed’s pace through a 304, and forgets it with the document that drops it', () => {
    const slow = next(undefined, read({}, { feed: { pace: { ttlMinutes: 300 } } }))
    const still = next(slow, notModified(), { now: later(5 * HOUR) })
    expect(waitMs(still, later(5 * HOUR))).toBe(5 * HOUR)
    expect(waitMs(next(still, read(), { now: later(10 * HOUR) }), later(10 * HOUR))).toBe(HOUR)
  })

  it.each<[string, FeedPace, string]>([
    ['an hour that is skipped', { skipHours: [13] }, '2026-11-24T14:00:00Z'],
    ['several in a row', { skipHours: [13, 14, 15, 16] }, '2026-11-24T17:00:00Z'],
    ['the rest of a day', { skipDays: [2] }, '2026-11-25T00:00:00Z'],
    ['an hour that is not skipped', { skipHours: [14], skipDays: [3] }, '2026-11-24T13:00:00Z'],
    ['several days', { skipDays: [2, 3, 4] }, '2026-11-27T00:00:00Z'],
    ['a day when it asks to skip all', { skipHours: Array.from({ length: 24 }, (_, hour) => hour) }, '2026-11-25T13:00:00Z'],
    ['numbers that name no hour', { skipHours: [24, -1, Number.NaN] }, '2026-11-24T13:00:00Z'],
  ])('leaves out %s', (_what, pace, due) => {
    expect(next(undefined, read({}, { feed: { pace } })).nextDue).toEqual(new Date(due))
  })
})

describe('nextState after a failure', () => {
  it('waits 1 h, doubling to 24', () => {
    let state: SourceState | undefined
    const waits: (number | undefined)[] = []
    for (let turn = 0; turn < 8; turn++) {
      state = next(state, failed())
      waits.push(waitMs(state))
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24, 24].map((hours) => hours * HOUR))
    expect(state?.failures).toBe(8)
  })
  it('does not overflow after years of failures', () => {
    expect(waitMs(next({ ...next(undefined, failed()), failures: 100_000 }, failed()))).toBe(DAY)
  })
  it.each([
    [0, HOUR],
    [0.5, 1.05 * HOUR],
    [0.999, 1.0999 * HOUR],
    [7, 1.1 * HOUR],
    [-1, HOUR],
  ])('spreads by jitter %d to %d ms', (jitter, wait) => {
    expect(waitMs(next(undefined, failed(), { jitter }))).toBeCloseTo(wait, -1)
  })
  it('waits for `every` where that is longer', () => {
    expect(waitMs(next(undefined, failed(), { source: makeSource({ everyMs: 10 * DAY }) }))).toBe(10 * DAY)
  })
  it('starts anew after a good answer', () => {
    const state = next(next(next(undefined, failed()), failed()), notModified())
    expect(state.failures).toBe(0)
    expect(state).not.toHaveProperty('trouble')
    expect(waitMs(state)).toBe(HOUR)
  })
  it.each([
    [2 * MINUTE, HOUR],
    [5 * HOUR, 5 * HOUR],
    [3 * DAY, 3 * DAY],
    [7 * DAY, 7 * DAY],
    [400 * DAY, 7 * DAY],
    [-5 * DAY, HOUR],
  ])('asked to come back in %i ms, waits for %i ms', (ms, wait) => {
    expect(waitMs(next(undefined, failed('rate-limited', later(ms))))).toBe(wait)
  })
})
