import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../src/text/index.ts'

const DAY = 86_400_000

describe('parseDate: the solar Hijri year', () => {
  it('agrees with the Persian calendar of ICU on every day of 88 years', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    })
    const wrong: string[] = []
    for (let at = Date.UTC(1970, 2, 21); at < Date.UTC(2050, 0, 1); at += DAY) {
      const parts = new Map(format.formatToParts(at).map((part) => [part.type, part.value]))
      const text = `${parts.get('year')}/${parts.get('month')}/${parts.get('day')}`
      if (parseDate(text, { language: 'fa' })?.getTime() !== at) wrong.push(text)
    }
    expect(wrong).toEqual([])
  })

  it.each([
    ['یکشنبه ۱۳ اردیبهشت ۱۴۰۵ - ۱۲:۳۰', undefined, '2026-05-03T12:30:00.000Z'],
    ['۱۳ اردیبهشت ماه ۱۴۰۵', undefined, '2026-05-03T00:00:00.000Z'],
    ['۱۳ ثور ۱۴۰۵', 'ps', '2026-05-03T00:00:00.000Z'],
    ['13ی گوڵانی 2726', 'ckb', '2026-05-03T00:00:00.000Z'],
    ['۱۳/۰۲/۱۴۰۵', 'fa', '2026-05-03T00:00:00.000Z'],
    ['۱۳ اردیبهشت ۱۴۰۵ - ۳ مه ۲۰۲۶', 'fa', '2026-05-03T00:00:00.000Z'],
    ['۳ مئی ۲۰۲۶', 'ur', '2026-05-03T00:00:00.000Z'],
  ])('reads %s', (text, language, moment) => {
    expect(parseDate(text, language === undefined ? {} : { language })?.toISOString()).toBe(moment)
  })

  it.each([
    ['۳۰ اسفند ۱۴۰۰', 'fa'],
    ['۳۲ تیر ۱۴۰۵', 'fa'],
    ['1405/02/13', 'en'],
    ['12 رجب 1447', 'ar'],
  ])('finds no date in %s: there is no such day, or no telling which', (text, language) => {
    expect(parseDate(text, { language })).toBeUndefined()
  })
})

describe('parseDate: months of Kurdistan and the Levant', () => {
  it.each([
    ['٢ی کانوونی دووەمی ٢٠٢٦', '2026-01-02'],
    ['٣ی ئایاری ٢٠٢٦', '2026-05-03'],
    ['3 Kanûna Pêşîn 2025', '2025-12-03'],
    ['12 تشرين ثاني 2025', '2025-11-12'],
    ['4 كانون الثاني/يناير 2026', '2026-01-04'],
    ['3 Μαΐου 2026', '2026-05-03'],
    ['৩ মে ২০২৬', '2026-05-03'],
  ])('reads %s', (text, day) => {
    expect(parseDate(text)?.toISOString().slice(0, 10)).toBe(day)
  })
})
