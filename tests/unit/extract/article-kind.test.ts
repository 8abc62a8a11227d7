import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../src/extract/index.ts'
import { newsPage, paragraphs, REPORT } from '../../helpers/news-page.ts'

const url = 'https://times.example.org/water/gates-early'
const locked = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","isAccessibleForFree":"False"}</script>'
const live = '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"x"}</script>'
const picture = '<figure><img src="/p.jpg"><figcaption>The dam at noon</figcaption></figure>'

describe('extractArticle: kind', () => {
  it.each([
    ['article', url, newsPage()],
    ['live-blog', url, newsPage({ head: live })],
    ['live-blog', 'https://times.example.org/news/liveblog/2026/5/12/gates', newsPage()],
    [
      'live-blog',
      url,
      newsPage({
        head: '<script type="application/ld+json">[{"@type":"NewsArticle","headline":"x","author":"y","datePublished":"2026-05-12"},{"@type":"LiveBlogPosting","liveBlogUpdate":[]}]</script>',
      }),
    ],
    ['live-blog', 'https://times.example.org/en-direct/gates', newsPage()],
    ['article', 'https://times.example.org/photos/gates', newsPage()],
    [
      'gallery',
      'https://times.example.org/foto-galeri/baraj-4711',
      newsPage({ body: `<p>${REPORT[0]}</p>${picture.repeat(4)}` }),
    ],
    [
      'gallery',
      'https://times.example.org/%D8%B5%D9%88%D8%B1/4711',
      newsPage({ body: `<p>${REPORT[0]}</p>${picture.repeat(4)}` }),
    ],
    ['paywall-stub', url, newsPage({ body: paragraphs([...REPORT.slice(0, 2), 'Det här är för prenumeranter.']), lang: 'sv' })],
    [
      'gallery',
      url,
      newsPage({ body: `<p>The dam in pictures, seen from the village above it on a clear day.</p>${picture.repeat(9)}` }),
    ],
    ['paywall-stub', url, newsPage({ head: locked, body: paragraphs(REPORT.slice(0, 1)) })],
    ['paywall-stub', url, newsPage({ body: paragraphs([...REPORT.slice(0, 2), 'Subscribe to continue reading.']) })],
    [
      'paywall-stub',
      url,
      newsPage({ body: paragraphs([...REPORT.slice(0, 2), 'Okumaya devam etmek için: abone olarak devam edin.']) }),
    ],
    [
      'consent-wall',
      url,
      '<html><body><h1>Before you go on</h1><p>We and our 812 partners use cookies and process your data with your consent.</p><button>Accept</button></body></html>',
    ],
    ['none', url, ''],
  ])('is %s', (kind, address, html) => {
    expect(extractArticle({ url: address, html }).kind).toBe(kind)
  })
})

describe('extractArticle: truncated', () => {
  it.each([
    ['a stub', newsPage({ head: locked, body: paragraphs(REPORT.slice(0, 1)) })],
    [
      'dots of omission',
      newsPage({ body: paragraphs([...REPORT, 'The ministry has not yet said who will pay for the repairs of the…']) }),
    ],
    ['[…]', newsPage({ body: paragraphs([...REPORT, 'The ministry has not yet said who will pay for it […]']) })],
    [
      'the middle of a sentence',
      newsPage({
        body: paragraphs([
          ...REPORT,
          'The ministry has not yet said who will pay for the repairs of the channel and the northern',
        ]),
      }),
    ],
  ])('is said of a text that ends in %s', (_, html) => {
    expect(extractArticle({ url, html }).truncated).toBe(true)
  })

  it.each([
    ['a stop', REPORT],
    [
      'a quotation',
      [...REPORT, '“We will see,” the speaker said, and left the hall: “there is nothing more to say about it today.”'],
    ],
    [
      'an Arabic line without a stop',
      [...REPORT, 'قال المجلس إن مياه السد ستوزع على القرى ابتداء من الشهر المقبل كما كان متفقا عليه وإن الأعمال مستمرة'],
    ],
  ])('is not said of a text that ends in %s', (_, lines) => {
    expect(extractArticle({ url, html: newsPage({ body: paragraphs(lines) }) }).truncated).toBe(false)
  })
})

describe('extractArticle: other opinions', () => {
  const stated = (body: string, free = true): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'x', isAccessibleForFree: free, articleBody: body })}</script>`

  it('takes the page’s JSON-LD text when the markup holds clearly less', () => {
    const html = newsPage({ head: stated(REPORT.join('\n\n')), body: paragraphs(REPORT.slice(0, 1)) })
    expect(extractArticle({ url, html }).text.split('\n')).toEqual(REPORT)
  })

  it('does not take a text that the page keeps for subscribers', () => {
    const html = newsPage({ head: stated(REPORT.join('\n\n'), false), body: paragraphs(REPORT.slice(0, 1)) })
    expect(extractArticle({ url, html })).toMatchObject({ kind: 'paywall-stub', text: REPORT[0], truncated: true })
  })

  it('never prefers a teaser to the text', () => {
    expect(extractArticle({ url, html: newsPage({ head: stated('The council met.') }) }).text.split('\n')).toEqual(REPORT)
  })

  it('survives pages on which Readability fails', () => {
    const html =
      '<html><body><frameset><p>Few words, and no article at all, on a page that is hardly one.</p></frameset></body></html>'
    expect(() => extractArticle({ url, html })).not.toThrow()
  })
})
