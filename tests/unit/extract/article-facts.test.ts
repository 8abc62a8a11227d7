import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../src/extract/index.ts'
import { newsPage, paragraphs, REPORT } from '../../helpers/news-page.ts'

const url = 'https://times.example.org/water/gates-early'
const jsonLd = (value: object): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const article = (parts: Parameters<typeof newsPage>[0]): ReturnType<typeof extractArticle> =>
  extractArticle({ url, html: newsPage(parts) })
const authorsOf = (parts: Parameters<typeof newsPage>[0]): readonly (string | undefined)[] =>
  article(parts).authors.map((author) => author.name)

describe('extractArticle: authors', () => {
  it.each([
    ['a name', 'Mira Halabi', ['Mira Halabi']],
    [
      'persons',
      [
        { '@type': 'Person', name: 'Mira Halabi' },
        { '@type': 'Person', name: 'Jon Roe' },
      ],
      ['Mira Halabi', 'Jon Roe'],
    ],
    ['two in one text', 'Von Mira Halabi und Jon Roe', ['Mira Halabi', 'Jon Roe']],
    ['a person and a desk', 'Mira Halabi, Example Times', ['Mira Halabi']],
    ['an organisation', { '@type': 'Organization', name: 'Example Times' }, []],
    ['an agency', 'Reuters', []],
    ['an address', 'https://facebook.example/times', []],
    ['an entity', 'Ren&eacute; Roe', ['René Roe']],
    ['a title of office', 'Mira Halabi, Senior Reporter', ['Mira Halabi']],
    ['an office and its place', 'Mira Halabi, Sr. Director of Waterways, River Lines', ['Mira Halabi']],
    ['an office of two things', 'Mira Halabi, Head of Water and Land Reports', ['Mira Halabi']],
    ['persons with offices', 'Mira Halabi, staff writer, and Jon Roe, fellow at the River Institute', ['Mira Halabi', 'Jon Roe']],
    ['a list with "and"', 'Mira Halabi, Jon Roe, and Ada Poe', ['Mira Halabi', 'Jon Roe', 'Ada Poe']],
    ['whom they write for', 'Mira Halabi for the Harim Post', ['Mira Halabi']],
    ['a mark for a note', 'Mira Halabi*', ['Mira Halabi']],
    ['who looked it over', 'Written by Mira Halabi Fact-checked by Jon Roe', ['Mira Halabi']],
    ['a user’s name', 'mira.halabi', []],
  ])('reads JSON-LD: %s', (_, author, names) => {
    expect(authorsOf({ head: jsonLd({ '@type': 'NewsArticle', headline: 'x', author }) })).toEqual(names)
  })

  it('follows a reference to a person elsewhere in the graph', () => {
    const graph = [
      { '@type': 'NewsArticle', headline: 'x', author: { '@id': '#mira' } },
      { '@type': 'Person', '@id': '#mira', name: 'Mira Halabi' },
    ]
    expect(authorsOf({ head: jsonLd({ '@graph': graph }) })).toEqual(['Mira Halabi'])
  })

  it.each([
    ['meta', { head: '<meta name="author" content="Mira Halabi">' }],
    ['rel=author', { header: '<p>By <a rel="author" href="/a/mira">Mira Halabi</a></p>' }],
    ['itemprop', { header: '<div itemprop="author"><span>Written by</span><span itemprop="name">Mira Halabi</span></div>' }],
    ['a byline', { header: '<div class="article-byline"><span>By</span><b>Mira Halabi</b></div>' }],
    ['a line', { header: '<p>By Mira Halabi</p>' }],
    ['a link to an author’s page', { header: '<p><a href="/authors/mira-halabi">Mira Halabi</a></p>' }],
    ['a Turkish line', { header: '<p>Haber: Mira Halabi</p>', lang: 'tr' }],
    ['a label that is called a caption', { header: '<p class="caption">Author</p><p>Mira Halabi</p>' }],
    ['a name beside an office', { header: '<p>Mira Halabi | Senior Writer | 3 May 2024</p>' }],
    ['a name marked as the author’s', { header: '<div class="post-author"><h4>Mira Halabi</h4><p>Water engineer</p></div>' }],
    [
      'a marked name behind a date',
      { header: '<div class="date-author"><span>May 3, 2024</span><span>Mira Halabi</span></div>' },
    ],
    ['a line below the text', { after: '<p>This article was written by Mira Halabi, Head of Water Reports</p>' }],
    [
      'a line above, whoever entered it',
      { head: '<meta name="author" content="Jon Roe">', header: '<h3>By <a href="/mira">Mira Halabi</a>, Columnist</h3>' },
    ],
    ['an Arabic line', { header: '<p>بقلم</p><p>ميرا الحلبي</p>', lang: 'ar' }],
  ])('finds the author in %s', (_, parts) => {
    expect(authorsOf(parts)).toEqual([expect.stringMatching(/^(?:Mira Halabi|ميرا الحلبي)$/)])
  })

  it('names no one when the page does not', () => {
    expect(authorsOf({})).toEqual([])
  })

  it.each([
    ['a place beside a date', { header: '<p>Middle East | 3 May 2024</p>' }],
    ['the editor', { header: '<p>Edited by</p><div class="post-author"><h4>Jon Roe</h4></div>' }],
    ['the author of another article', { after: '<div class="related"><p>Written by Jon Roe</p></div>' }],
    ['a desk', { header: '<div class="author">The Example Times Team</div>' }],
  ])('does not take %s for the author', (_, parts) => {
    expect(authorsOf(parts)).toEqual([])
  })
})

describe('extractArticle: dates', () => {
  const day = (parts: Parameters<typeof newsPage>[0]): string | undefined => article(parts).published?.toISOString()

  it.each([
    [
      'JSON-LD',
      { head: jsonLd({ '@type': 'NewsArticle', headline: 'x', datePublished: '2026-05-12T08:30:00+03:00' }) },
      '2026-05-12T05:30:00.000Z',
    ],
    ['meta', { head: '<meta property="article:published_time" content="2026-05-12T05:30:00Z">' }, '2026-05-12T05:30:00.000Z'],
    ['itemprop', { header: '<span itemprop="datePublished" content="2026-05-12">May</span>' }, '2026-05-12T00:00:00.000Z'],
    ['a time element', { header: '<time datetime="2026-05-12T05:30:00Z">12 May</time>' }, '2026-05-12T05:30:00.000Z'],
    ['a line', { header: '<p>Harim, 12 May 2026</p>' }, '2026-05-12T00:00:00.000Z'],
    ['a line below the text', { after: '<p>Posted on 12 May 2026</p>' }, '2026-05-12T00:00:00.000Z'],
    ['a Turkish line', { header: '<p>12 Mayıs 2026 Salı</p>', lang: 'tr' }, '2026-05-12T00:00:00.000Z'],
  ])('reads %s', (_, parts, moment) => {
    expect(day(parts)).toBe(moment)
  })

  it('takes a line that says "updated" for a change and not for the publication', () => {
    expect(article({ header: '<p>Updated: 14 May 2026</p><p>Published: 12 May 2026</p>' })).toMatchObject({
      published: new Date('2026-05-12'),
      updated: new Date('2026-05-14'),
    })
    expect(article({ header: '<p>Last updated</p><p>14 May 2026</p>' })).not.toHaveProperty('published')
  })

  it('takes no date from a caption, from the text or from another article', () => {
    const parts = {
      header: '<figure><img src="/a.jpg"><figcaption>The old dam, 3 June 2011</figcaption></figure>',
      body: paragraphs([...REPORT, 'The dam was opened on 5 July 1986.']),
      after:
        '<p>12 May 2026</p><ul><li>Posted on 1 January 2025</li></ul><aside><time datetime="2025-01-01">1 January 2025</time></aside>',
    }
    expect(article(parts)).not.toHaveProperty('published')
  })

  it.each([
    ['/2026/05/12/gates', '2026-05-12T00:00:00.000Z'],
    ['/news/2026-5-2-gates', '2026-05-02T00:00:00.000Z'],
    ['/story/20260512-gates', '2026-05-12T00:00:00.000Z'],
    ['/fa/1405/02/22/gates', '2026-05-12T00:00:00.000Z'],
    ['/2026/05/gates', undefined],
    ['/2026/13/12/gates', undefined],
    ['/id/20261231999/gates', undefined],
  ])('reads the day in the path %s when nothing else states one', (path, moment) => {
    const page = { url: `https://times.example.org${path}`, html: newsPage({ lang: path.startsWith('/fa/') ? 'fa' : 'en' }) }
    expect(extractArticle(page).published?.toISOString()).toBe(moment)
    const stated = newsPage({ head: '<meta property="article:published_time" content="2026-01-01T05:30:00Z">' })
    expect(extractArticle({ ...page, html: stated }).published?.toISOString()).toBe('2026-01-01T05:30:00.000Z')
  })

  it('does not believe a change before the publication', () => {
    const stated = { '@type': 'NewsArticle', headline: 'x', datePublished: '2026-05-12', dateModified: '2026-05-01' }
    expect(article({ head: jsonLd(stated) })).not.toHaveProperty('updated')
  })
})

describe('extractArticle: the other facts', () => {
  it('takes the title without the outlet’s name, and the headline that the page shows', () => {
    expect(article({ head: '<meta property="og:title" content="Council opens the gates early - Example Times">' }).title).toBe(
      'Council opens the gates early',
    )
  })

  it.each([
    ['https://times.example.org/2026/gates', 'https://times.example.org/2026/gates'],
    ['/2026/gates', 'https://times.example.org/2026/gates'],
    ['https://www.example.org/gates', 'https://www.example.org/gates'],
    ['https://stranger.example.com/gates', undefined],
    ['https://times.example.org/', undefined],
    ['javascript:x()', undefined],
  ])('believes the canonical address %s as %s', (href, canonical) => {
    expect(article({ head: `<link rel="canonical" href="${href}">` }).canonicalUrl).toBe(canonical)
  })

  it.each([
    ['tr', REPORT, 'tr'],
    ['en_GB', REPORT, 'en-GB'],
    [
      'en',
      REPORT.map(() => 'قال المجلس إن مياه السد ستوزع على القرى ابتداء من الشهر المقبل كما كان متفقا عليه، وإن الأعمال مستمرة.'),
      undefined,
    ],
  ])('reads the language %s, unless the letters contradict it', (lang, lines, language) => {
    expect(article({ lang, body: paragraphs(lines) }).language).toBe(language)
  })

  it('has site, section and picture with its credit', () => {
    const image = { '@type': 'ImageObject', url: 'https://times.example.org/dam.jpg', creditText: 'River Pictures' }
    expect(article({ head: jsonLd({ '@type': 'NewsArticle', headline: 'x', articleSection: 'Water', image }) })).toMatchObject({
      siteName: 'Example Times',
      section: 'Water',
      image: { url: 'https://times.example.org/dam.jpg', credit: 'River Pictures' },
    })
  })

  it('reads broken JSON-LD where it is plain how to mend it', () => {
    const head = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a\nb","author":"Mira Halabi",}</script>'
    expect(authorsOf({ head })).toEqual(['Mira Halabi'])
  })
})
