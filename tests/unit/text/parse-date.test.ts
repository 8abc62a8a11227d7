import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../src/text/index.ts'

describe('parseDate', () => {
  it.each([
    ['Thu, 20 Aug 2026 09:30:00 GMT', '2026-08-20T09:30:00Z'],
    ['20 Aug 2026 09:30:00 +0300', '2026-08-20T06:30:00Z'],
    ['Thu,20 Aug 26 09:30 EDT', '2026-08-20T13:30:00Z'],
    ['5 Aug 26 09:30 GMT', '2026-08-05T09:30:00Z'],
    ['Thu Aug 20 09:30:00 2026', '2026-08-20T09:30:00Z'],
    ['Thu Aug 20 2026 09:30:00 GMT+0300 (Moscow Standard Time)', '2026-08-20T06:30:00Z'],
    ['August 20th, 2026 9:30 PM', '2026-08-20T21:30:00Z'],
    ['Sun, 06 Nov 1994 24:00:00 GMT', '1994-11-07T00:00:00Z'],
    ['20-Aug-2026 09:30 BST', '2026-08-20T08:30:00Z'],
  ])('reads %j as mail writes it', (text, instant) => {
    expect(parseDate(text)).toEqual(new Date(instant))
  })

  it.each([
    ['2026-08-20', '2026-08-20T00:00:00Z'],
    ['2026-08', '2026-08-01T00:00:00Z'],
    ['2026-232', '2026-08-20T00:00:00Z'],
    ['20260820T093000Z', '2026-08-20T09:30:00Z'],
    ['2026-08-20 09:30:00 +03:00', '2026-08-20T06:30:00Z'],
    ['2026-08-20T09:30:00.123456+03', '2026-08-20T06:30:00.123Z'],
    ['2026/08/20 09:30', '2026-08-20T09:30:00Z'],
    ['1787218200', '2026-08-20T09:30:00Z'],
  ])('reads %j as ISO 8601 and its relatives', (text, instant) => {
    expect(parseDate(text)).toEqual(new Date(instant))
  })

  it.each([
    ['20 Ağustos 2026 Perşembe 09:30', '2026-08-20T09:30:00Z'],
    ['٢٠ آب ٢٠٢٦', '2026-08-20T00:00:00Z'],
    ['20 تشرين الثاني 2026 - 09:30', '2026-11-20T09:30:00Z'],
    ['الخميس 20 أغسطس 2026، 9:30 م', '2026-08-20T21:30:00Z'],
    ['20 августа 2026, 09:30 МСК', '2026-08-20T06:30:00Z'],
    ['ven., 06 févr. 2026 09:30:00 +0100', '2026-02-06T08:30:00Z'],
    ['mar, 10 mar 2026 09:30:00 +0100', '2026-03-10T08:30:00Z'],
    ['Di, 10 Mär 2026 09:30:00 +0100', '2026-03-10T08:30:00Z'],
    ['Sexta-feira, 6 de fevereiro de 2026', '2026-02-06T00:00:00Z'],
    ['20 באוגוסט 2026', '2026-08-20T00:00:00Z'],
    ['2026年8月20日 下午9:30', '2026-08-20T21:30:00Z'],
    ['۲۰ اوت ۲۰۲۶', '2026-08-20T00:00:00Z'],
    ['20.08.2026 09.30', '2026-08-20T09:30:00Z'],
  ])('reads %j in its own words', (text, instant) => {
    expect(parseDate(text)).toEqual(new Date(instant))
  })

  it.each([
    'Fri, 31 Feb 2026 10:00:00 GMT',
    '2026-13-45T00:00:00Z',
    '20 Aug 2026 25:00',
    '20 August',
    'yesterday',
    '0000-00-00',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '1 Feb 3247',
    '',
    '9'.repeat(500),
  ])('finds no date in %j', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })

  it('leaves a date that could mean two days unread, until a language decides', () => {
    expect(parseDate('03/04/2026')).toBeUndefined()
    expect(parseDate('03/04/2026', { language: 'fr' })).toEqual(new Date('2026-04-03T00:00:00Z'))
    expect(parseDate('03/04/2026', { language: 'en-US' })).toEqual(new Date('2026-03-04T00:00:00Z'))
  })

  it('takes the zone of a date without one from the source, never from the machine', () => {
    expect(parseDate('20 Aug 2026 09:30')).toEqual(new Date('2026-08-20T09:30:00Z'))
    expect(parseDate('20 Aug 2026 09:30', { defaultZone: 'Europe/Istanbul' })).toEqual(new Date('2026-08-20T06:30:00Z'))
    expect(parseDate('20 Jan 2026 09:30', { defaultZone: '-05:00' })).toEqual(new Date('2026-01-20T14:30:00Z'))
    expect(parseDate('20 Jan 2026 09:30', { defaultZone: 'Nowhere/Else' })).toEqual(new Date('2026-01-20T09:30:00Z'))
  })

  it('refuses what lies more than two days ahead of the clock', () => {
    const now = new Date('2026-08-20T09:30:00Z')
    expect(parseDate('2026-08-22T09:00:00Z', { now })).toEqual(new Date('2026-08-22T09:00:00Z'))
    expect(parseDate('2026-08-22T10:00:00Z', { now })).toBeUndefined()
  })
})
