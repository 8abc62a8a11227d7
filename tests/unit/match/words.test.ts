import { describe, expect, it } from 'vitest'
import { judged } from './lighthouse-topic.ts'

const named = (title: string, language: string) => judged({ title, language }).score > 0

describe('terms in a sentence', () => {
  it.each([
    ['en', 'Two lighthouses'],
    ['en', 'LIGHTHOUSE lit'],
    ['en', "The lighthouse's lamp"],
    ['en', 'Ligh\u200bthouse lit'],
    ['en', 'Light\u00adhouse lit'],
    ['en', 'ｌｉｇｈｔｈｏｕｓｅ lit'],
    ['en', 'lіghthоuse with two Cyrillic letters'],
    ['en', 'Skerry more'],
    ['tr', 'Fenerin ışığı'],
    ['tr', "Fener'de gece"],
    ['tr', 'FENERLER yandı'],
    ['tr', 'fenerlerimizden biri'],
    ['ar', 'المنارة القديمة'],
    ['ar', 'وبالمنارة ضوء'],
    ['ar', 'للمنارات زوار'],
    ['ar', 'المَنَارَةُ'],
    ['he', 'ובמגדלור'],
    ['he', 'המגדלור הישן'],
    ['ru', 'У маяка'],
    ['ru', 'Маяками острова'],
    ['de', 'Des Leuchtturms'],
    ['de', 'Leuchtturm-Wärter'],
    ['de', 'Die Leuchttürme'],
    ['ja', '古い灯台を見る'],
  ])('finds the term in %s: %s', (language, title) => {
    expect(named(title, language)).toBe(true)
  })

  it.each([
    ['en', 'A house of light'],
    ['en', 'Greenlighthousekeeping'],
    ['tr', 'Fenerbahçe kazandı'],
    ['ar', 'منارتنا'],
    ['ru', 'Маяковский читает'],
    ['en', 'The bekçi sleeps beside the sea'],
  ])('finds none in %s: %s', (language, title) => {
    expect(named(title, language)).toBe(false)
  })

  it('lets a short word of one language sleep in another, and an English one be met everywhere', () => {
    expect(named('Fener', 'de')).toBe(false)
    expect(named('Skerryvore im Sturm', 'de')).toBe(true)
  })

  it('asks for capitals and marks where the term says so', () => {
    const score = (title: string) => judged({ title, language: 'en' }).score
    expect([score('Ship sees LHS'), score('Ship sees lhs')]).toEqual([2.5, 0])
  })

  it('believes the script before the declared language', () => {
    expect(judged({ title: 'Маяками острова', language: 'en' }).score).toBe(3)
  })
})
