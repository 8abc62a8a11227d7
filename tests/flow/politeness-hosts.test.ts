import { describe, expect, it } from 'vitest'
import { feedOf, guest, HOUR, idOf, sourceAt, steady } from '../helpers/guest.ts'
import { newsPage, paragraphs } from '../helpers/news-page.ts'
import type { Said, WatchedHost } from '../helpers/watched-host.ts'

const WORDS = Array.from({ length: 12 }, (_, at) => `Sentence ${at} tells what happened in Aleppo in northern Syria on Monday.`)
const article = (): Said => ({
  body: newsPage({ headline: 'Aleppo', body: paragraphs([WORDS.join(' '), WORDS.toReversed().join(' ')]) }),
  headers: { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'seen=1; Path=/' },
})

/** Six feeds of one host, each with an article of that host whose page is always read. */
async function crowd(robots?: Said, fetch: object = {}) {
  const paths = Array.from({ length: 6 }, (_, at) => `/${at}.xml`)
  const one = await guest({
    sources: ([host]) =>
      paths.map((path) => ({ id: `s${idOf(path)}`, name: path, url: `${host?.origin}${path}?from=config`, article: 'always' })),
    more: { fetch: { perHost: 2, gapMs: 0, allowPrivate: ['127.0.0.0/8'], ...fetch } },
  })
  for (const [at, path] of paths.entries()) {
    const link = `${one.host.origin}/article/${at}?id=${at}`
    one.host.teach(`${path}?from=config`, () => ({
      body: feedOf([`Aleppo story ${at}`], { link }),
      headers: { 'set-cookie': 'a=b; Path=/', etag: `"${at}"` },
      lateMs: 15,
    }))
    one.host.teach(`/article/${at}?id=${at}`, () => ({ ...article(), lateMs: 15 }))
  }
  if (robots !== undefined) one.host.teach('/robots.txt', () => robots)
  return one
}

const pagesOf = (host: WatchedHost): readonly string[] =>
  host.heard().flatMap(({ path }) => (path.startsWith('/article/') ? [path] : []))

describe('a host that many feeds and pages share', () => {
  it('meets two requests at once and no more, feeds and pages together', async () => {
    await using one = await crowd()
    await one.visit(0)
    expect(pagesOf(one.host)).toHaveLength(6)
    expect(one.host.peak()).toBe(2)
  })

  it('has a pause between two requests, feeds and pages together', async () => {
    await using one = await crowd(undefined, { gapMs: 80 })
    await one.visit(0)
    const starts = one.host.heard().map(({ startMs }) => startMs)
    for (const [at, start] of starts.slice(1).entries()) expect(start - (starts[at] ?? 0)).toBeGreaterThan(40) // a start may be a little late, and the next one on time
    expect(starts.length).toBeGreaterThanOrEqual(13)
  })

  it('has the longer pause that its robots.txt wishes', async () => {
    await using one = await crowd({ body: 'User-agent: *\nCrawl-delay: 0.2' })
    await one.visit(0)
    const starts = one.host.heard().flatMap(({ path, startMs }) => (path.startsWith('/article/') ? [startMs] : []))
    expect(starts).toHaveLength(6)
    for (const [at, start] of starts.slice(1).entries()) expect(start - (starts[at] ?? 0)).toBeGreaterThan(100)
  })
})

describe('robots.txt', () => {
  it('is asked for once, however many pages there are, and never for feeds alone', async () => {
    await using one = await crowd()
    await one.visit(0)
    expect(one.host.heard('/robots.txt')).toHaveLength(1)
    await using other = await guest({ sources: sourceAt('/a.xml') })
    other.host.teach('/a.xml', steady())
    await other.visit(0)
    expect(other.host.heard('/robots.txt')).toHaveLength(0)
  })

  it.each<[string, Said, number]>([
    ['none: all pages are read', { status: 404 }, 6],
    ['one that is forbidden to us: all pages are read', { status: 403 }, 6],
    ['one that allows us what it forbids to all', { body: 'User-agent: *\nDisallow: /\n\nUser-agent: kaynak\nAllow: /' }, 6],
    [
      'one that forbids us what it allows to all',
      { body: 'User-agent: KAYNAK\nDisallow: /article\n\nUser-agent: *\nAllow: /' },
      0,
    ],
    ['one that forbids all', { body: '\ufeffuser-agent:*\ndisallow:/' }, 0],
    ['one that forbids one page', { body: 'User-agent: *\nDisallow: /article/3' }, 5],
    ['one that forbids pages with a query', { body: 'User-agent: *\nDisallow: /*?' }, 0],
    ['one that allows one of the forbidden', { body: 'User-agent: *\nDisallow: /article/\nAllow: /article/2?id=2$' }, 1],
    ['trouble: pages wait', { status: 500 }, 0],
    ['unavailability: pages wait', { status: 503 }, 0],
    ['a refusal: pages wait', { status: 429, headers: { 'retry-after': '60' } }, 0],
    ['a page instead: it forbids nothing', { body: '<!doctype html><title>Home</title><p>Disallow: /' }, 6],
  ])('is kept for pages: %s', async (_what, robots, pages) => {
    await using one = await crowd(robots)
    await one.visit(0)
    expect(pagesOf(one.host)).toHaveLength(pages)
    expect(one.host.heard().filter(({ path }) => path.includes('.xml'))).toHaveLength(6)
  })
})

describe('what a guest tells of itself', () => {
  const KNOWN = ['host', 'user-agent', 'accept', 'accept-encoding', 'if-none-match', 'if-modified-since', 'connection']

  it('is one name, in every request, and nothing that it was not asked for', async () => {
    await using one = await crowd()
    await one.visit(0)
    await one.visit(2 * HOUR)
    const heard = one.host.heard()
    expect(new Set(heard.map(({ headers }) => headers['user-agent'])).size).toBe(1)
    for (const { headers } of heard) expect(KNOWN).toEqual(expect.arrayContaining(Object.keys(headers)))
    expect(heard.every(({ headers }) => headers['accept-encoding']?.includes('gzip'))).toBe(true)
  })

  it('adds nothing to an address', async () => {
    await using one = await crowd()
    await one.visit(0)
    const paths = new Set(one.host.heard().map(({ path }) => path))
    const known = ['/robots.txt', '/.well-known/tdmrep.json']
    for (const path of paths)
      expect(known.includes(path) || /^\/(\d\.xml\?from=config|article\/(\d)\?id=\2)$/.test(path), path).toBe(true)
  })

  it('brings no cookie back to the host that a redirect leads to', async () => {
    await using one = await guest({ hosts: 2, sources: sourceAt('/a.xml') })
    const [first, second] = one.hosts
    first?.teach('/a.xml', () => ({ status: 302, headers: { location: `${second?.origin}/b.xml`, 'set-cookie': 'id=1' } }))
    second?.teach('/b.xml', steady({ 'set-cookie': 'id=2' }))
    await one.visit(0)
    await one.visit(2 * HOUR)
    for (const { headers } of [...(first?.heard() ?? []), ...(second?.heard() ?? [])])
      expect([headers['cookie'], headers['referer'], headers['authorization'], headers['origin']]).toEqual(
        Array(4).fill(undefined),
      )
  })
})
