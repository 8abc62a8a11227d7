import { describe, expect, it } from 'vitest'
import { retryAfter } from '../../../src/fetch/index.ts'

const now = new Date('2026-11-23T12:00:00Z')

describe('retryAfter', () => {
  it.each([
    ['120', '2026-11-23T12:02:00Z'],
    [' 86400 ', '2026-11-24T12:00:00Z'],
    ['Mon, 23 Nov 2026 12:05:00 GMT', '2026-11-23T12:05:00Z'],
    ['Monday, 23-Nov-26 12:05:00 GMT', '2026-11-23T12:05:00Z'],
    ['Mon Nov 23 12:05:00 2026', '2026-11-23T12:05:00Z'],
    ['Mon, 23 Nov 2026 15:05:00 +0300', '2026-11-23T12:05:00Z'],
  ])('waits until the moment that %j names', (field, at) => {
    expect(retryAfter(field, now)).toEqual({ kind: 'until', at: new Date(at), capped: false })
  })

  it.each([
    [undefined],
    [''],
    ['0'],
    ['-5'],
    ['soon'],
    ['1.5'],
    ['1e9'],
    ['Mon, 23 Nov 2026 11:59:59 GMT'],
    ['2026-11-24'],
    ['Thu, 32 Foo 2026 99:99:99 GMT'],
    ['x'.repeat(100_000)],
  ])('asks for no pause when the field is %j', (field) => {
    expect(retryAfter(field, now)).toEqual({ kind: 'none' })
  })

  it.each([['9'.repeat(20)], ['9'.repeat(400)], ['Fri, 01 Jan 2100 00:00:00 GMT']])(
    'cuts the pause of %j to a week and says so',
    (field) => {
      expect(retryAfter(field, now)).toEqual({ kind: 'until', at: new Date('2026-11-30T12:00:00Z'), capped: true })
    },
  )

  it('keeps to the cap that the caller sets', () => {
    expect(retryAfter('7200', now, 60_000)).toEqual({ kind: 'until', at: new Date('2026-11-23T12:01:00Z'), capped: true })
  })
})
