import { describe, expect, it } from 'vitest'
import { checkSelector, discoverFeeds, parseEntries, read } from '../../../src/parse/index.ts'
import { bytes } from './documents.ts'

const page = `<!doctype html><html lang="tr"><head><title>Haberler</title></head><body><div class="list">
  <article class="item"><h2><a href="/1">Görüşmeler <b>başladı</b></a></h2><time datetime="2026-08-20T09:30:00+03:00">dün</time><p class="sum">Kısa &amp; öz</p></article>
  <article class="item"><h2><a href="/2">İkinci</a></h2><span class="when">20 Ağustos 2026</span></article>
  <article class="item"><h2><a href="/1">Yine birinci</a></h2></article>
  <article class="item"><h2>Bağlantısız</h2></article></div></body></html>`

describe('read of a listing', () => {
  it('finds items, their links, titles, dates and summaries', async () => {
    const select = { item: '.item', title: 'h2', date: 'time, .when', summary: '.sum' }
    const reading = read(bytes(page), { url: 'https://haber.example/' }, { kind: 'listing', select })
    if (reading.kind !== 'document') throw new Error('expected a document')
    expect(reading.feed).toMatchObject({ format: 'listing', title: 'Haberler', language: 'tr' })
    expect(await parseEntries(reading, reading.slips)).toEqual([
      {
        url: 'https://haber.example/1',
        title: 'Görüşmeler başladı',
        summary: 'Kısa &amp; öz',
        authors: [],
        published: new Date('2026-08-20T06:30:00Z'),
        categories: [],
        enclosures: [],
      },
      {
        url: 'https://haber.example/2',
        title: 'İkinci',
        authors: [],
        published: new Date('2026-08-20T00:00:00Z'),
        categories: [],
        enclosures: [],
      },
    ])
  })

  it.each([
    [{ item: '.nothing' }, 'no-items'],
    [{ item: '.item[' }, 'selector'],
    [{ item: '.item', date: ':unheard-of(x)' }, 'selector'],
  ])('says why %j finds nothing', (select, code) => {
    expect(read(bytes(page), {}, { kind: 'listing', select })).toMatchObject({ kind: 'unreadable', code })
  })
})

describe('checkSelector', () => {
  it.each(['article', '.a > b:first-child', 'a[href^="/x"]', 'h2, h3'])('accepts %j', (css) => {
    expect(checkSelector(css)).toBeUndefined()
  })
  it.each(['', 'a[', 'a:not(', ':unheard-of', 'a >>> b{'])('says what is wrong with %j', (css) => {
    expect(checkSelector(css)).toContain('expected a CSS selector')
  })
})

describe('discoverFeeds', () => {
  it('names those for machines first, then those for people, then guesses', () => {
    const html = `<base href="https://a.example/sub/"><link rel="stylesheet" href="x.css"><link rel="alternate" hreflang="en" href="/en">
      <link rel="alternate" type="application/atom+xml" href="atom" title="All news"><link rel="feed" href="/feed.json" type="application/feed+json">
      <a href="/about">About</a><a href="https://b.example/rss">RSS</a><a href="javascript:void(0)">RSS</a><a href="/feedback">Feedback</a>`
    const found = discoverFeeds(html, 'https://a.example/')
    expect(found.filter(({ how }) => how !== 'guess')).toEqual([
      { url: 'https://a.example/sub/atom', title: 'All news', type: 'application/atom+xml', how: 'link' },
      { url: 'https://a.example/feed.json', type: 'application/feed+json', how: 'link' },
      { url: 'https://b.example/rss', title: 'RSS', how: 'anchor' },
    ])
    expect(found.at(-1)?.how).toBe('guess')
    expect(new Set(found.map(({ url }) => url)).size).toBe(found.length)
  })
})
