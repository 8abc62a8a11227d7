import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Loopback, serve } from '../../helpers/loopback.ts'
import { openFetch, urlOf } from '../../helpers/open-fetch.ts'

const allowPrivate = ['127.0.0.0/8']
const DAY = 86_400_000

function siteWith(robots: string | Uint8Array, status = 200): Promise<Loopback> {
  return serve((request, response) => {
    if (request.url === '/robots.txt')
      response.writeHead(status, { Location: '/robots.txt', 'Content-Type': 'text/plain' }).end(robots)
    else response.end('<html>page</html>')
  })
}

async function readPage(site: Loopback, path: string, purpose: 'article' | 'feed' | 'discovery' = 'article') {
  await using fetching = openFetch({ allowPrivate })
  return await fetching.fetch({ url: urlOf(`${site.url}${path}`), purpose })
}

describe('robots.txt, for article pages', () => {
  it.each([
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow: /private', '/a', true],
    ['User-agent: *\nDisallow: /private', '/private/a', false],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /\nUser-agent: kaynak\nDisallow:', '/a', true],
    ['User-agent: kaynak\nAllow: /', '/a', true],
    ['User-agent: KAYNAK/1.0\nDisallow: /', '/a', false],
    ['User-agent: otherbot\nUser-agent: kaynak\nDisallow: /', '/a', false],
    ['User-agent: otherbot\nDisallow: /', '/a', true],
    ['User-agent: kaynakbot\nDisallow: /', '/a', true],
    ['User-agent: kaynak\nDisallow: /x\n\nUser-agent: kaynak\nDisallow: /a', '/a', false],
    ['User-agent: *\nDisallow: /\nAllow: /a', '/a', true],
    ['User-agent: *\nDisallow: /*?print', '/a?print=1', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x', true],
    ['User-agent: *\nDisallow: /%C3%BC', '/\u00fc', false],
    ['\ufeffUser-agent: *\r\nDisallow: / # all of it\r\n', '/a', false],
    ['user-agent : *\n disallow : /a', '/a', false],
    ['Sitemap: /s.xml\n\u0000rubbish\nDisallow: /', '/a', true],
    ['<html><body>Not found</body></html>', '/a', true],
    ['', '/a', true],
  ])('%j lets %s be read: %s', async (robots, path, isAllowed) => {
    await using site = await siteWith(robots)
    const result = await readPage(site, path)
    if (isAllowed) expect(result).toMatchObject({ kind: 'ok' })
    else expect(result).toEqual({ kind: 'failed', trouble: 'robots', message: 'its robots.txt asks not to read this page' })
    expect(site.requests[0]).toMatchObject({ path: '/robots.txt', headers: { accept: 'text/plain, */*;q=0.1' } })
  })

  it.each([
    [404, 'ok'],
    [403, 'ok'],
    [410, 'ok'],
    [429, 'failed'],
    [500, 'failed'],
    [503, 'failed'],
    [301, 'ok'],
    [204, 'failed'],
  ])('with status %d means %s', async (status, kind) => {
    await using site = await siteWith('User-agent: *\nDisallow: /', status)
    expect(await readPage(site, '/a')).toMatchObject(kind === 'ok' ? { kind } : { kind, trouble: 'robots' })
  })

  it('that cannot be had means not now', async () => {
    await using site = await serve((request, response) =>
      request.url === '/robots.txt' ? request.socket.destroy() : response.end('page'),
    )
    expect(await readPage(site, '/a')).toEqual({
      kind: 'failed',
      trouble: 'robots',
      message: 'its robots.txt cannot be read now, so its pages wait: the connection was closed without an answer',
    })
  })

  it('is not asked for feeds and discovery', async () => {
    await using site = await siteWith('User-agent: *\nDisallow: /')
    expect(await readPage(site, '/feed', 'feed')).toMatchObject({ kind: 'ok' })
    expect(await readPage(site, '/', 'discovery')).toMatchObject({ kind: 'ok' })
    expect(site.requests.map(({ path }) => path)).toEqual(['/feed', '/'])
  })

  it('is asked of each host that a page redirects to', async () => {
    await using target = await siteWith('User-agent: *\nDisallow: /')
    await using relay = await serve((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end()
      else response.writeHead(302, { Location: `${target.url}/a` }).end()
    })
    expect(await readPage(relay, '/a')).toMatchObject({ kind: 'failed', trouble: 'robots' })
    expect(target.requests.map(({ path }) => path)).toEqual(['/robots.txt'])
  })

  it('is asked once for many pages, and again after a day', async () => {
    await using site = await siteWith('User-agent: *\nDisallow: /x')
    let now = new Date('2026-11-23T12:00:00Z').getTime()
    await using fetching = openFetch({ allowPrivate, clock: { now: () => new Date(now) } })
    const read = () => fetching.fetch({ url: urlOf(`${site.url}/a`), purpose: 'article' })
    const asked = () => site.requests.filter(({ path }) => path === '/robots.txt').length
    await Promise.all([read(), read(), read()])
    now += DAY - 1_000
    await read()
    expect(asked()).toBe(1)
    now += 2_000
    await read()
    expect(asked()).toBe(2)
    now -= 30 * DAY // a clock that went back
    await read()
    expect(asked()).toBe(3)
  })

  it('that failed is left in peace for a quarter of an hour', async () => {
    await using site = await siteWith('', 500)
    let now = new Date('2026-11-23T12:00:00Z').getTime()
    await using fetching = openFetch({ allowPrivate, clock: { now: () => new Date(now) } })
    const read = () => fetching.fetch({ url: urlOf(`${site.url}/a`), purpose: 'article' })
    await read()
    await read()
    expect(site.requests).toHaveLength(1)
    now += 16 * 60_000
    await read()
    expect(site.requests).toHaveLength(2)
  })

  it('may wish for a pause between pages', async () => {
    await using site = await siteWith('User-agent: *\nCrawl-delay: 0.2')
    await using fetching = openFetch({ allowPrivate })
    const urls = ['/a', '/b', '/c'].map((path) => urlOf(`${site.url}${path}`))
    await Promise.all(urls.map((url) => fetching.fetch({ url, purpose: 'article' })))
    const [, first, second, third] = site.requests.map(({ atMs }) => atMs)
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(100)
    expect((third ?? 0) - (second ?? 0)).toBeGreaterThan(100)
  })

  it('is read for its first 500 KB', async () => {
    const filler = `# ${'x'.repeat(97)}\n`.repeat(6_000)
    await using site = await siteWith(`User-agent: *\nDisallow: /a\n${filler}Disallow: /b\n`)
    expect(await readPage(site, '/a')).toMatchObject({ trouble: 'robots' })
    expect(await readPage(site, '/b')).toMatchObject({ kind: 'ok' })
  })

  it.each<[string, string | Uint8Array]>([
    ['a bomb', gzipSync(Buffer.alloc(100_000_000))],
    ['thousands of agents and rules', `${'User-agent: kaynak\n'.repeat(13_000)}${'Disallow: /b\n'.repeat(18_000)}`],
    ['patterns of nothing but wildcards', `User-agent: *\n${`Disallow: /${'*a'.repeat(400)}$\n`.repeat(600)}`],
    ['one endless pattern', `User-agent: *\nDisallow: /${'*'.repeat(400_000)}$`],
    ['one endless line', 'x'.repeat(500_000)],
    ['nothing but colons', ':'.repeat(500_000)],
    ['nothing but line ends', '\r\n'.repeat(250_000)],
  ])('does no harm when it is %s', async (_name, robots) => {
    await using site = await siteWith(robots)
    expect(await readPage(site, `/${'a'.repeat(1_900)}`)).toHaveProperty('kind')
  })
})
