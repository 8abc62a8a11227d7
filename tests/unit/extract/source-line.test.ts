import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../src/extract/index.ts'
import { newsPage, paragraphs, REPORT } from '../../helpers/news-page.ts'

const url = 'https://bulletin.example.org/en/item/7'
const torn = 'while carrying out repairs near the dam; the work was halted when the villages informed the'

/** A bulletin: item in capitals, two dates, the outlet, the body, a sentence torn over a table, the source at the foot. */
const bulletin = (foot: string): string =>
  newsPage({
    headline: 'COUNCIL OPENS THE GATES EARLY',
    header: '<p>- 21.09.2026</p><p>Example Times, September 20, 2026</p>',
    body: `${paragraphs(REPORT)}<table><tr>${torn
      .split(' ')
      .map((word) => `<td>${word}</td>`)
      .join('')}</tr></table><p>council of the apparent mistake.</p>${foot}`,
  })

describe('extractArticle: a bulletin’s foot', () => {
  it.each([
    ['words', '<p>Kaynak/Source: <a href="https://times.example.com/world/gates">Example Times</a></p>'],
    [
      'nothing',
      '<p>Kaynak/Source:</p><p><a href="https://times.example.com/world/gates">https://times.example.com/world/gates</a></p>',
    ],
    ['a link below', '<p>Kaynak/Source:</p><p><a href="https://times.example.com/world/gates">Example Times</a></p>'],
    ['a German label', '<p>Quelle: <a href="https://times.example.com/world/gates">Example Times</a></p>'],
    ['an Arabic label', '<p>المصدر: <a href="https://times.example.com/world/gates">Example Times</a></p>'],
  ])('keeps the source’s address as visible text: %s', (_, foot) => {
    const { text, html } = extractArticle({ url, html: bulletin(foot) })
    expect(text).toContain('https://times.example.com/world/gates')
    expect(html).toContain('href="https://times.example.com/world/gates"')
  })

  it('reads a sentence that is torn over a table in order, and says that the text is damaged', () => {
    const { text, truncated } = extractArticle({ url, html: bulletin('<p>Kaynak/Source:</p>') })
    expect(text.split('\n')).toContain(torn)
    expect(truncated).toBe(true)
  })

  it('does not take the bulletin’s foot for an end that may be cut off', () => {
    const { text } = extractArticle({ url, html: bulletin('<p>Kaynak/Source: https://times.example.com/world/gates</p>') })
    expect(text.split('\n').at(-1)).toBe('Kaynak/Source: https://times.example.com/world/gates')
  })
})
