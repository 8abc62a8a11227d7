import { describe, expect, it } from 'vitest'
import { canonicalUrl, siteOf, unwrapUrl, urlKey } from '../../../src/text/index.ts'

describe('canonicalUrl', () => {
  it.each([
    ['https://paper.example/a?utm_source=x&id=7&fbclid=1', 'https://paper.example/a?id=7'],
    ['https://paper.example/a?at_medium=RSS&at_campaign=K', 'https://paper.example/a'],
    ['https://paper.example/a?CMP=Share&xtor=RSS-1&maca=en-rss&traffic_source=rss', 'https://paper.example/a'],
    ['https://paper.example/index.php?p=12&story=2&page=3&s=aid', 'https://paper.example/index.php?p=12&story=2&page=3&s=aid'],
    ['https://paper.example/a?b=2&a=1', 'https://paper.example/a?b=2&a=1'],
    ['https://paper.example/a?wt_mc=rss.red&seite=all', 'https://paper.example/a?seite=all'],
    ['https://paper.example/a?ref=paper.example', 'https://paper.example/a'],
    ['https://paper.example/a?ref=https%3A%2F%2Fwww.paper.example%2F', 'https://paper.example/a'],
    ['https://paper.example/a?ref=chapter2', 'https://paper.example/a?ref=chapter2'],
    ['https://paper.example/a?outputType=amp&id=3', 'https://paper.example/a?id=3'],
    ['https://paper.example/a?amp', 'https://paper.example/a'],
    ['https://paper.example/a?', 'https://paper.example/a'],
    ['HTTP://Paper.Example:80/x/../%7Ejane/%41%2Dz', 'http://paper.example/~jane/A-z'],
    ['https://paper.example/a#:~:text=aid', 'https://paper.example/a'],
    ['https://paper.example/a#comments', 'https://paper.example/a'],
    ['https://paper.example/#!/story/1', 'https://paper.example/#!/story/1'],
    ['https://paper.example//a//b', 'https://paper.example//a//b'],
    ['https://amp.paper.example/a', 'https://www.paper.example/a'],
    ['https://m.paper.example/a', 'https://m.paper.example/a'],
    ['https://www.paper.example/a/amp/', 'https://www.paper.example/a/'],
    ['https://www.paper.example/amp/a', 'https://www.paper.example/a'],
    ['https://www.paper.example/a.amp.html', 'https://www.paper.example/a.html'],
    ['https://www.paper.example/lamp', 'https://www.paper.example/lamp'],
  ])('%s is shown as %s', (url, shown) => {
    expect(canonicalUrl(url)).toBe(shown)
  })

  it.each([
    ['http://paper.example/a', 'https://paper.example/a', 'https://paper.example/a'],
    ['https://m.paper.example/a', 'https://www.paper.example/a?utm_source=x', 'https://www.paper.example/a'],
    ['https://www.paper.example/x/a.html?p=1', '/a.html', 'https://www.paper.example/a.html'],
    ['https://paper.example/a', 'https://paper.example/', 'https://paper.example/a'],
    ['https://paper.example/a', 'https://paper.example/en/', 'https://paper.example/a'],
    ['https://paper.example/a', 'https://other.example/a', 'https://paper.example/a'],
    ['https://jane.blogspot.com/a', 'https://max.blogspot.com/a', 'https://jane.blogspot.com/a'],
    ['https://paper.example/a', 'javascript:void(0)', 'https://paper.example/a'],
  ])('%s with the canonical %s is shown as %s', (url, canonical, shown) => {
    expect(canonicalUrl(url, { canonical })).toBe(shown)
  })

  it('drops a ref that names the feed’s host', () => {
    expect(canonicalUrl('https://paper.example/a?ref=feeds.wire.example', { sites: ['https://feeds.wire.example/rss'] })).toBe(
      'https://paper.example/a',
    )
  })

  it.each(['', 'no address', 'ftp://paper.example/a', 'https://jane:secret@paper.example/a'])('has no form for %j', (url) => {
    expect(canonicalUrl(url)).toBeUndefined()
  })
})

describe('unwrapUrl', () => {
  it.each([
    ['https://www.google.com/url?rct=j&url=https://paper.example/a%3Fid%3D3&ct=ga', 'https://paper.example/a?id=3'],
    ['http://rd.yahoo.com/news/rss/*http://paper.example/a?b=1', 'http://paper.example/a?b=1'],
    ['https://r.search.yahoo.com/_ylt=A/RV=2/RU=https%3a%2f%2fpaper.example%2fa/RK=2/RS=x', 'https://paper.example/a'],
    ['https://www.google.com/amp/s/paper.example/amp/a', 'https://paper.example/amp/a'],
    ['https://paper-example.cdn.ampproject.org/c/s/paper.example/a', 'https://paper.example/a'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fpaper.example%2Fa&h=x', 'https://paper.example/a'],
    ['https://web.archive.org/web/20160921000000/http://paper.example/a?b=1', 'http://paper.example/a?b=1'],
    ['https://sub--dom-paper-example.translate.goog/a?_x_tr_sl=ar&id=4', 'https://sub-dom.paper.example/a?id=4'],
    ['https://www.bing.com/ck/a?u=a1aHR0cHM6Ly9wYXBlci5leGFtcGxlL2E', 'https://paper.example/a'],
    ['https://hop.example/redirect?to=https%3A%2F%2Fpaper.example%2Fa', 'https://paper.example/a'],
    [
      'https://www.google.com/url?q=https://l.facebook.com/l.php?u=https%253A%252F%252Fpaper.example%252Fa',
      'https://paper.example/a',
    ],
  ])('takes %s apart', (wrapped, url) => {
    expect(unwrapUrl(wrapped)).toEqual({ url, needsResolve: false })
  })

  it.each([
    'https://news.google.com/rss/articles/CBMiX?oc=5',
    'http://feeds.example/~r/paper/~3/abc/',
    'https://t.co/abc',
    'https://bit.ly/abc',
  ])('leaves %s to the network', (url) => {
    expect(unwrapUrl(url)).toEqual({ url, needsResolve: true })
  })

  it('leaves an address alone that only mentions another', () => {
    const url = 'https://paper.example/read?about=https://other.example/a'
    expect(unwrapUrl(url)).toEqual({ url, needsResolve: false })
  })
})

describe('urlKey', () => {
  it.each([
    ['http://www.paper.example/a/', 'https://paper.example/a'],
    ['https://m.paper.example/a', 'https://www.paper.example/a?utm_medium=x'],
    ['https://amp.paper.example/a', 'https://paper.example/a/amp'],
    ['https://paper.example/a?b=2&a=1', 'https://paper.example/a?a=1&b=2#top'],
    ['https://paper.example/%d8%af', 'https://paper.example/%D8%AF'],
    ['https://paper.example/', 'https://paper.example/index.html'],
  ])('is one for %s and %s', (one, other) => {
    expect(urlKey(one)).toBe(urlKey(other))
  })

  it.each([
    ['https://paper.example/a?id=1', 'https://paper.example/a?id=2'],
    ['https://paper.example/a', 'https://paper.example/b'],
    ['https://news.paper.example/a', 'https://sport.paper.example/a'],
  ])('tells %s from %s', (one, other) => {
    expect(urlKey(one)).not.toBe(urlKey(other))
  })
})

describe('siteOf', () => {
  it.each([
    ['https://news.bbc.co.uk/a', 'bbc.co.uk'],
    ['https://jane.blogspot.com/', 'jane.blogspot.com'],
    ['http://127.0.0.1:8080/a', '127.0.0.1'],
    ['www.paper.example', 'paper.example'],
    ['', undefined],
  ])('of %j is %j', (url, site) => {
    expect(siteOf(url)).toBe(site)
  })
})
