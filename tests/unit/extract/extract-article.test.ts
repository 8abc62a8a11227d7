import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../src/extract/index.ts'
import { newsPage, paragraphs, REPORT } from '../../helpers/news-page.ts'

const url = 'https://times.example.org/water/gates-early'
const linesOf = (html: string): readonly string[] => extractArticle({ url, html }).text.split('\n')

describe('extractArticle', () => {
  it('keeps the paragraphs, one a line, and nothing of menu and footer', () => {
    expect(linesOf(newsPage())).toEqual(REPORT)
  })

  it('finds a text that stands straight in a div, parted by line breaks', () => {
    expect(linesOf(newsPage({ body: REPORT.join('<br><br>') }))).toEqual(REPORT)
  })

  it('joins a line that was wrapped by hand in the middle of a sentence', () => {
    const wrapped = (REPORT[0] ?? '').replace(' to decide', '<br>to decide')
    expect(linesOf(newsPage({ body: paragraphs([wrapped, ...REPORT.slice(1)]) }))).toEqual(REPORT)
  })

  it('does not glue words over element borders, nor part words that a browser joins', () => {
    const [first = '', ...rest] = REPORT
    const body = `<div>${first}</div><div>${rest[0]}</div><p><b>En</b>gineers <i>warned</i>.</p>${paragraphs(rest.slice(1))}`
    expect(linesOf(newsPage({ body }))).toEqual([first, rest[0], 'Engineers warned.', ...rest.slice(1)])
  })

  it('keeps both halves of an article that the layout has split', () => {
    const body = `<div class="part">${paragraphs(REPORT.slice(0, 2))}</div><div class="banner">Ad</div><div class="part">${paragraphs(REPORT.slice(2))}</div>`
    expect(linesOf(newsPage({ body }))).toEqual(REPORT)
  })

  it('keeps headings, lists and tables of the article in order', () => {
    const body = `${paragraphs(REPORT.slice(0, 2))}<h2>What was decided</h2><ul><li>Gates open in April.</li><li>Fees stay as they are.</li></ul>
      <table><tr><th>Village</th><th>Hours</th></tr><tr><td>Basut</td><td>12</td></tr></table>${paragraphs(REPORT.slice(2))}`
    expect(linesOf(newsPage({ body }))).toEqual([
      ...REPORT.slice(0, 2),
      'What was decided',
      'Gates open in April.',
      'Fees stay as they are.',
      'Village Hours',
      'Basut 12',
      ...REPORT.slice(2),
    ])
  })

  it('reads a page whose parts all carry a suspicious class', () => {
    const body = REPORT.map((line) => `<div class="el-share el-text"><p>${line}</p></div>`).join('')
    expect(linesOf(newsPage({ body }))).toEqual(REPORT)
  })

  it('leaves out what is hidden', () => {
    const body = `${paragraphs(REPORT)}<p hidden>Syria, Syria, Syria: words for machines that no reader of this page will ever see.</p>
      <div style="display: none"><p>More words for machines, and again no reader of this page will see them at all.</p></div>`
    expect(linesOf(newsPage({ body }))).toEqual(REPORT)
  })

  it('leaves out readers’ comments, however many there are', () => {
    const comment =
      '<li><p>I have lived there for thirty years, and nobody ever asked us anything about the water, not once.</p></li>'
    const after = `<section id="comments"><h2>Comments</h2><ul>${comment.repeat(20)}</ul></section>`
    expect(linesOf(newsPage({ after }))).toEqual(REPORT)
  })

  it('gives an empty text and says so where there is no article', () => {
    expect(extractArticle({ url, html: '<html><body><nav><a href="/a">A</a></nav></body></html>' })).toMatchObject({
      kind: 'none',
      text: '',
      html: '',
    })
  })

  it('writes sanitised HTML with absolute links', () => {
    const [first = ''] = REPORT
    const body = `<p onclick="x()">${first} <a href="/reservoir">The plan</a> <a href="javascript:x()">here</a></p>${paragraphs(REPORT.slice(1))}`
    const { html } = extractArticle({ url, html: newsPage({ body }) })
    expect(html).toContain('<a href="https://times.example.org/reservoir">The plan</a>')
    expect(html).not.toMatch(/onclick|javascript/)
  })

  it('answers the same page with the same article', () => {
    expect(extractArticle({ url, html: newsPage() })).toEqual(extractArticle({ url, html: newsPage() }))
  })
})

describe('extractArticle: raw', () => {
  const html = newsPage({
    header:
      '<p class="byline">By Mira Halabi in Harim</p><figure><img src="/a.jpg"><figcaption>The reservoir. Photo: River Pictures</figcaption></figure>',
    body: `${paragraphs(REPORT)}<p>Reporting by Mira Halabi; Editing by Jon Roe</p>`,
  })
  const { raw, text } = extractArticle({ url, html })

  it('has the bylines and captions that the text does not have', () => {
    expect(raw.lead).toContain('By Mira Halabi in Harim')
    expect(raw.lead).toContain('Photo: River Pictures')
    expect(raw.tail).toContain('Reporting by Mira Halabi; Editing by Jon Roe')
    expect(text).not.toMatch(/Mira Halabi|River Pictures/)
  })

  it('has the head’s metadata as markup, within 64 KB', () => {
    expect(raw.head).toContain('<meta property="og:site_name" content="Example Times">')
    const many = newsPage({ head: `<meta name="keywords" content="${'water '.repeat(1_000)}">`.repeat(30) })
    const head = extractArticle({ url, html: many }).raw.head
    expect(head.length).toBeLessThanOrEqual(65_536)
    expect(head).toContain('<title>')
  })
})
