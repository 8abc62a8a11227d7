import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../src/extract/index.ts'
import { newsPage } from '../../helpers/news-page.ts'

const url = 'https://times.example.org/water/gates-early'
const news = (value: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'x', ...value })}</script>`

/** Who is named as a person in JSON-LD and is none. */
const NO_PERSONS =
  'AFP|AFP/Reuters|Reuters Staff|Wire Reports|Newswire|Al Jazeera|RT Arabic|BBC Monitoring|Rudaw|Enab Baladi|Web Desk|Guest Author|red|sda|ynet|وكالة الأناضول|الأناضول|سانا|رويترز|فرانس برس|الجزيرة نت|عنب بلدي|محرر|هيئة التحرير|وكالات|خبرگزاری مهر|ایسنا|تسنیم|گروه سیاسی|DHA|Haber Merkezi|ТАСС|РИА Новости|Интерфакс|רויטרס|סוכנויות הידיעות|Agencias|Redacción|Redakcja|新华社|共同通信|@mirahalabi'.split(
    '|',
  )

/** How persons are named in JSON-LD, and whom that means. */
const PERSONS: readonly (readonly [stated: unknown, names: readonly string[]])[] = [
  [{ '@type': 'Person', name: ['Mira Halabi', 'Jon Roe'] }, ['Mira Halabi', 'Jon Roe']],
  [{ '@type': 'Person', givenName: 'Mira', familyName: 'Halabi' }, ['Mira Halabi']],
  [{ '@list': [{ '@type': 'Person', name: 'Mira Halabi' }] }, ['Mira Halabi']],
  ['Mira Halabi | Example Times', ['Mira Halabi']],
  ['Mira Halabi/dpa', ['Mira Halabi']],
  ['Von Mira Halabi und dpa', ['Mira Halabi']],
  ['سارة العلي - بيروت', ['سارة العلي']],
  ['سارة العلي وأحمد الحسن', ['سارة العلي', 'أحمد الحسن']],
  ['سارة العلي وليد حسن', ['سارة العلي وليد حسن']],
  ['Иван Петров, корреспондент', ['Иван Петров']],
  ['李明', ['李明']],
]

describe('extractArticle: who is a person', () => {
  const named = (author: unknown): readonly (string | undefined)[] =>
    extractArticle({ url, html: newsPage({ head: news({ author }) }) }).authors.map(({ name }) => name)

  it.each(NO_PERSONS)('%s is not', (name) => {
    expect(named({ '@type': 'Person', name })).toEqual([])
  })

  it.each(PERSONS)('%j names %j', (stated, names) => {
    expect(named(stated)).toEqual(names)
  })

  it.each([
    ['en', '<p>By Mira Halabi in Beirut and Jon Roe in Amman</p>', ['Mira Halabi', 'Jon Roe']],
    ['en', '<p>Analysis by Mira Halabi</p>', ['Mira Halabi']],
    ['en', '<div class="byline">Mira Halabi <span>Middle East correspondent</span></div>', ['Mira Halabi']],
    ['fr', '<p>Propos recueillis par Mira Halabi</p>', ['Mira Halabi']],
    ['fr', '<p>Par Mira Halabi, correspondante à Beyrouth</p>', ['Mira Halabi']],
    ['de', '<p>Eine Analyse von Mira Halabi, Beirut</p>', ['Mira Halabi']],
    ['de', '<p>Von Mira Halabi, ARD-Studio Kairo</p>', ['Mira Halabi']],
    ['pl', '<p>oprac. Mira Halabi</p>', ['Mira Halabi']],
    ['tr', '<p>Editör: Jon Roe</p>', []],
    ['he', '<span class="byline">מירה חלבי, כתבת</span>', ['מירה חלבי']],
    ['zh', '<p>作者：李明</p>', ['李明']],
  ])('reads a line in %s: %s', (lang, header, names) => {
    expect(extractArticle({ url, html: newsPage({ lang, header }) }).authors.map(({ name }) => name)).toEqual(names)
  })
})
