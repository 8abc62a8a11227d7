import { describe, expect, it } from 'vitest'
import { agencyMentions, agencyNamed, agencyOfSite } from '../../../src/text/index.ts'

describe('agencyNamed', () => {
  it.each([
    ['AP', 'AP'],
    ['The Associated Press', 'AP'],
    ['A.P.', 'AP'],
    ['dpa', 'DPA'],
    ['Reuters Staff', 'Reuters'],
    ['Anadolu Ajansı', 'AA'],
    ['IHA', 'İHA'],
    ['UN News Centre', 'UN News'],
    ['РИА Новости', 'RIA Novosti'],
    ['أ.ف.ب', 'AFP'],
    ['وكالة الأنباء الألمانية', 'DPA'],
    ['新华社', 'Xinhua'],
  ])('%s is %s', (text, name) => {
    expect(agencyNamed(text)?.name).toBe(name)
  })

  it.each(['ap', 'Ap', 'aa', 'Yahoo News', 'SDF', 'The AP of India', ''])('%j is none', (text) => {
    expect(agencyNamed(text)).toBeUndefined()
  })
})

describe('agencyMentions', () => {
  it('finds whole words only, the longest name at each place', () => {
    const text = 'AFP’ye göre Anadolu Ajansı, SANAYI ve APPLE'
    expect(agencyMentions(text).map(({ agency, start, end }) => [agency.name, text.slice(start, end)])).toEqual([
      ['AFP', 'AFP'],
      ['AA', 'Anadolu Ajansı'],
    ])
  })

  it('tells a sure name from one that is also a common word, and a joined preposition', () => {
    const [city, joined] = ['Petra opened', 'قال لرويترز'].map((text) => agencyMentions(text)[0])
    expect(city?.isSure).toBe(false)
    expect(joined).toMatchObject({ agency: { name: 'Reuters' }, isJoined: true })
  })
})

describe('agencyOfSite', () => {
  it.each([
    ['https://www.aa.com.tr/en/a', 'AA'],
    ['https://news.un.org/en/story/1', 'UN News'],
    ['https://paper.example/a', undefined],
  ])('of %s is %s', (url, name) => {
    expect(agencyOfSite(url)?.name).toBe(name)
  })
})
