import { describe, expect, it } from 'vitest'
import { freshness } from '../../../src/fetch/index.ts'

const now = new Date('2026-11-23T12:00:00Z')
const YEAR_MS = 365 * 86_400_000

describe('freshness', () => {
  it.each([
    ['max-age=600', 600_000],
    ['public, MAX-AGE="600"', 600_000],
    ['max-age=0', 0],
    ['no-cache', 0],
    ['max-age=600, no-store', 0],
    [`max-age=${'9'.repeat(18)}`, YEAR_MS],
  ])('reads Cache-Control %j as %d milliseconds', (field, maxAgeMs) => {
    expect(freshness({ 'cache-control': field }, now)).toEqual({ maxAgeMs })
  })

  it('takes off the time that the answer has spent in a cache', () => {
    expect(freshness({ 'cache-control': 'max-age=600', age: '200' }, now)).toEqual({ maxAgeMs: 400_000 })
    expect(freshness({ 'cache-control': 'max-age=600', age: '2000' }, now)).toEqual({ maxAgeMs: 0 })
  })

  it('prefers max-age to Expires', () => {
    const fields = { 'cache-control': 'max-age=60', expires: 'Tue, 24 Nov 2026 12:00:00 GMT' }
    expect(freshness(fields, now)).toEqual({ maxAgeMs: 60_000 })
  })

  it('measures Expires by the clock of the server', () => {
    const fields = { expires: 'Wed, 01 Jan 2020 01:00:00 GMT', date: 'Wed, 01 Jan 2020 00:00:00 GMT' }
    expect(freshness(fields, now)).toEqual({ expires: new Date('2026-11-23T13:00:00Z') })
  })

  it('holds Expires to a year ahead', () => {
    expect(freshness({ expires: 'Fri, 31 Dec 2999 00:00:00 GMT' }, now)).toEqual({ expires: new Date(now.getTime() + YEAR_MS) })
  })

  it.each([
    [{}],
    [{ expires: '0' }],
    [{ expires: '-1' }],
    [{ expires: 'Sun, 22 Nov 2026 12:00:00 GMT' }],
    [{ 'cache-control': 'max-age=-1' }],
    [{ 'cache-control': 'max-age=abc, private' }],
    [{ 'cache-control': ','.repeat(10_000) }],
  ])('knows nothing from %j', (fields) => {
    expect(freshness(fields, now)).toEqual({})
  })
})
