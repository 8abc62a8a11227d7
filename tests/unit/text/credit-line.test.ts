import { describe, expect, it } from 'vitest'
import { alsoReportedBy, creditDate, creditLine, isSameName, ownershipWords, SOURCE_LABEL } from '../../../src/text/index.ts'

const published = new Date('2016-09-20T23:30:00Z')

describe('creditLine', () => {
  it.each([
    ['en', 'AFP and Reuters, via Morning Post, by Jane Roe, September 20, 2016'],
    ['tr', 'AFP ve Reuters, Morning Post aracılığıyla, haber: Jane Roe, 20 Eylül 2016'],
    ['ar', 'AFP وReuters، عبر Morning Post، بقلم Jane Roe، 20 سبتمبر 2016'],
    ['de', 'AFP und Reuters, via Morning Post, von Jane Roe, 20. September 2016'],
    ['fr', 'AFP et Reuters, via Morning Post, par Jane Roe, 20 septembre 2016'],
  ])('in %s', (language, line) => {
    expect(creditLine({ outlet: 'Morning Post', agency: ['AFP', 'Reuters'], authors: ['Jane Roe'], published, language })).toBe(
      line,
    )
  })

  it.each([
    [{ outlet: 'Morning Post' }, 'Morning Post'],
    [{ outlet: 'Anadolu Agency', agency: ['AA'] }, 'Anadolu Agency'],
    [{ outlet: 'Reuters', agency: ['Reuters'], authors: ['Reuters'] }, 'Reuters'],
    [{ outlet: '', agency: ['AP'] }, 'AP'],
    [{ outlet: '' }, ''],
  ])('of %j is %j', (parts, line) => {
    expect(creditLine(parts)).toBe(line)
  })
})

describe('creditDate', () => {
  it.each([
    ['fa', '۳۰ شهریور ۱۳۹۵'],
    ['ru', '20 сентября 2016 г.'],
    ['ku', '20ê îlona 2016an'],
    ['he', '20 בספטמבר 2016'],
    ['xx', '2016-09-20'],
    ['no such tag', '2016-09-20'],
    [undefined, '2016-09-20'],
  ])('in %s', (language, date) => {
    expect(creditDate(published, language)).toBe(date)
  })
})

describe('alsoReportedBy', () => {
  it.each([
    [[], 'en', ''],
    [['A'], 'en', 'Also reported by A'],
    [['A', 'B', 'C'], 'tr', 'Şuralarda da yayımlandı: A, B ve C'],
  ])('of %j in %s is %j', (outlets, language, line) => {
    expect(alsoReportedBy(outlets, language)).toBe(line)
  })
})

describe('ownershipWords', () => {
  it('are neutral, in the reader’s language', () => {
    expect(ownershipWords('state', 'en')).toBe('state media')
    expect(ownershipWords('public', 'tr')).toBe('kamu yayıncısı')
    expect(ownershipWords('think-tank', 'ar')).toBe('مركز أبحاث')
  })
})

describe('isSameName', () => {
  it.each([
    ['Morning Post', 'MORNING  POST', true],
    ['AA', 'Anadolu Ajansı', true],
    ['AP', 'AFP', false],
    ['', 'AP', false],
  ])('%j and %j: %j', (one, other, same) => {
    expect(isSameName(one, other)).toBe(same)
  })
})

describe('SOURCE_LABEL', () => {
  it('is the line that the bulletins print', () => {
    expect(SOURCE_LABEL).toBe('Kaynak/Source:')
  })
})
