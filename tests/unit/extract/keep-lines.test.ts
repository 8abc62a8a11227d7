import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../src/extract/index.ts'
import { newsPage, paragraphs, REPORT } from '../../helpers/news-page.ts'

const url = 'https://times.example.org/water/gates-early'
const linesOf = (html: string): readonly string[] => extractArticle({ url, html }).text.split('\n')
const between = (line: string): string => newsPage({ body: paragraphs([...REPORT.slice(0, 2), line, ...REPORT.slice(2)]) })

describe('extractArticle: lines that are not of the article', () => {
  it.each([
    ['en', 'Read more: The valley that ran dry'],
    ['en', 'Advertisement'],
    ['en', 'Photo: Jon Roe'],
    ['en', 'Sign up for our newsletter and never miss a story.'],
    ['en', 'Follow us on Facebook and Instagram'],
    ['de', 'Lesen Sie auch: Das Tal, das austrocknete'],
    ['de', 'Anzeige'],
    ['es', 'Lea también: El valle seco'],
    ['pt', 'Leia também: O vale seco'],
    ['it', 'Leggi anche: La valle asciutta'],
    ['fr', 'À lire aussi : La vallée à sec'],
    ['ru', 'Читайте также: Долина без воды'],
    ['tr', 'İlgili haberler'],
    ['tr', 'Haberin devamı için tıklayın'],
    ['ar', 'اقرأ أيضا: الوادي الذي جف'],
    ['fa', 'بیشتر بخوانید: دره خشک'],
    ['he', 'קראו גם: העמק שהתייבש'],
    ['pl', 'Czytaj także: Sucha dolina'],
    ['ku', 'Her wiha bixwîne: Geliyê ziwa'],
    ['nl', 'Lees ook: Het droge dal'],
  ])('drops a call or a label (%s): %s', (_, line) => {
    expect(linesOf(between(line))).toEqual(REPORT)
  })

  it.each([
    'Posted to the north of the country, the engineers had to work without the maps that were lost in the flood.',
    'Watch towers stand along the channel, but nobody has manned them since the spring of last year, villagers say.',
    'Related costs will be paid by the ministry, the speaker added.',
    'Photo evidence was handed to the council before it voted.',
    'https://council.example.org/minutes/12',
    'Zêdetir ji sed kesî beşdarî civînê bûn û li ser avê axivîn.',
    'انضم إلى الاجتماع ممثلون عن إحدى عشرة قرية من ريف المدينة.',
  ])('keeps a sentence that only begins like one: %s', (line) => {
    expect(linesOf(between(line))).toEqual([...REPORT.slice(0, 2), line, ...REPORT.slice(2)])
  })

  it('drops the headline’s copy, the byline and the date above the text', () => {
    const body = paragraphs(['Council opens the gates early', 'By Mira Halabi', '12 May 2026', ...REPORT])
    expect(linesOf(newsPage({ body }))).toEqual(REPORT)
  })

  it('drops a line that is only a link to another article of the site, and keeps one that leads elsewhere', () => {
    const links =
      '<p><a href="/other">The valley that ran dry in one summer</a></p><p><a href="https://council.example.net/m">The minutes of the meeting</a></p>'
    const body = `${paragraphs(REPORT.slice(0, 2))}${links}${paragraphs(REPORT.slice(2))}`
    expect(linesOf(newsPage({ body }))).toEqual([...REPORT.slice(0, 2), 'The minutes of the meeting', ...REPORT.slice(2)])
  })

  it('stops at a mark of the end', () => {
    const body = `${paragraphs(REPORT)}<h3>Related articles</h3><p>The valley that ran dry in one summer, and what became of it.</p>`
    expect(linesOf(newsPage({ body }))).toEqual(REPORT)
  })

  it('drops teaser cards, also those that carry a text', () => {
    const card = (n: number): string =>
      `<div class="item"><h4><a href="/story-${n}">Another story of this outlet, number ${n}</a></h4><p>${n}. A summary of the other story, long enough to be taken for a paragraph of this one by mistake.</p></div>`
    const html = newsPage({ body: `${paragraphs(REPORT)}${[1, 2, 3, 4].map(card).join('')}` })
    expect(linesOf(html)).toEqual(REPORT)
  })

  it('drops the line about the author at the end', () => {
    const html = newsPage({
      head: '<meta name="author" content="Mira Halabi">',
      body: paragraphs([...REPORT, 'Mira Halabi is the water correspondent of Example Times.']),
    })
    expect(linesOf(html)).toEqual(REPORT)
  })

  it('keeps the rule of an agency between sections', () => {
    expect(linesOf(between('___'))).toEqual([...REPORT.slice(0, 2), '___', ...REPORT.slice(2)])
  })
})
