import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../src/extract/index.ts'
import { newsPage } from '../../helpers/news-page.ts'

const url = 'https://times.example.org/water/gates-early'

/** Lines under a headline that look like bylines and are none. */
const LINES: readonly (readonly [lang: string, header: string])[] = [
  ['en', '<p>By using this site, you accept our terms</p>'],
  ['en', '<p>By Wednesday, 300 people had fled</p>'],
  ['en', '<p>Attack by River Guards kills five</p>'],
  ['en', '<p>All of our content is written by humans, not robots. Learn More</p>'],
  ['en', '<ul><li><a href="/tag/halabi">Mira Halabi</a></li></ul>'],
  ['en', '<h2>Mira Halabi</h2>'],
  ['en', '<p>The minister, Mira Halabi, met Jon Roe in Harim</p>'],
  ['en', '<p>Harim, Syria</p>'],
  ['en', '<p>Source: Mira Halabi</p>'],
  ['en', '<p>Costs (By Project Type)</p>'],
  ['de', '<p>Von der Leyen besucht Damaskus</p>'],
  ['de', '<p>Interview: Die Lage in Aleppo</p>'],
  ['es', '<p>Por primera vez en años</p>'],
  ['fr', '<p>Par ailleurs, le conseil</p>'],
  ['it', '<p>Di Maio in Siria</p>'],
  ['tr', '<p>Suriye Demokratik Güçleri</p>'],
  ['ar', '<p>الجيش السوري</p>'],
  ['ar', '<p>تقرير: الجيش السوري يتقدم في حلب</p>'],
  ['ar', '<p>أحمد الحسن يلتقي وزير الخارجية</p>'],
]

describe('extractArticle: lines that are no bylines', () => {
  it.each(LINES)('names nobody in %s: %s', (lang, header) => {
    expect(extractArticle({ url, html: newsPage({ lang, header }) }).authors).toEqual([])
  })

  it('takes nobody from a sentence about a person below the text', () => {
    const after = '<p>Ahmad Hassan is a farmer in Harim who lost his land.</p>'
    expect(extractArticle({ url, html: newsPage({ after }) }).authors).toEqual([])
  })
})
