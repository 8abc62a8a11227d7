import { describe, expect, it } from 'vitest'
import type { SourceState } from '../../../src/model/index.ts'
import { type Health, healthWords } from '../../../src/pipeline/pace.ts'
import { anAddress } from '../../helpers/make-item.ts'
import { makeSource } from '../../helpers/make-source.ts'
import { DAY, failed, HOUR, later, MINUTE, next, notModified, read } from './pace-story.ts'

const source = makeSource()
const good = next(undefined, read())
const movedTo = anAddress('https://new.example/feed')

describe('healthWords', () => {
  const cases: readonly (readonly [SourceState | undefined, number, Health['level'], string])[] = [
    [undefined, 0, 'never', 'not asked yet'],
    [next(undefined, failed('cancelled')), 0, 'never', 'not asked yet'],
    [good, 0, 'good', 'read just now, 20 entries; due in 1 h'],
    [good, 20 * MINUTE, 'good', 'read 20 min ago, 20 entries; due in 40 min'],
    [next(undefined, read({}, { entries: 1 })), 3 * HOUR, 'good', 'read 3 h ago, 1 entry; due now'],
    [next(good, failed('timeout')), 10 * MINUTE, 'failing', 'failed once: no answer: timeout; due in 50 min'],
    [next(next(good, failed()), failed('dns')), 0, 'failing', 'failed 2 times in a row: no answer: dns; due in 2 h'],
    [next(good, failed('rate-limited', later(3 * DAY))), 0, 'waiting', 'failed once: no answer: rate-limited; due in 3 d'],
    [next(good, failed('gone')), 0, 'gone', 'no answer: gone; remove it, change its address, or try again with --force'],
    [next(undefined, read({}, { entries: 0 })), 0, 'silent', 'reads well, but holds no entries; due in 1 h'],
    [next(good, notModified(), { now: later(45 * DAY) }), 45 * DAY, 'silent', 'reads well, but nothing new for 45 d; due in 6 h'],
    [
      next(undefined, read({ movedTo })),
      0,
      'good',
      'read just now, 20 entries; due in 1 h; moved for good to https://new.example/feed, as its server says',
    ],
  ]
  it.each(cases)('%#', (state, ms, level, words) => {
    expect(healthWords(source, state, later(ms))).toEqual({ level, words })
  })
  it('asks the operator to write down a move that has been adopted', () => {
    const moved = { to: movedTo, since: later(-2 * DAY), passes: 9 }
    expect(healthWords(source, { ...good, moved }, later(0)).words).toMatch(
      /and is read there: change its address in feeds\.json$/,
    )
  })
  it('says that a source is switched off', () => {
    expect(healthWords(makeSource({ enabled: false }), good, later(0)).level).toBe('waiting')
  })
  it('does not judge a new address by the old one', () => {
    expect(healthWords(makeSource({ url: 'https://elsewhere.example/' }), next(good, failed('gone')), later(0)).level).toBe(
      'never',
    )
  })
})
