import { describe, expect, it } from 'vitest'
import { type Loopback, serve } from '../../helpers/loopback.ts'
import { fetchOnce, textOf } from '../../helpers/open-fetch.ts'

/** `/301/302/x` answers 301 to `/302/x`, and so on; any other path is a document. */
function chain(): Promise<Loopback> {
  return serve((request, response) => {
    const [, status, rest] = /^\/(30\d)(\/.*)$/.exec(request.url ?? '') ?? []
    if (status === undefined || rest === undefined) response.end('<rss/>')
    else response.writeHead(Number(status), { Location: rest }).end('<rss>not this</rss>')
  })
}

/** One answer with exactly this Location, as bytes. */
function sending(location: string, status = 302): Promise<Loopback> {
  return serve((request, response) => {
    if (request.url === '/') response.writeHead(status, ['Location', location]).end()
    else response.end(request.url)
  })
}

describe('the redirects of a fetch', () => {
  it.each([
    ['/301/x', '/x'],
    ['/308/x', '/x'],
    ['/301/308/301/x', '/x'],
    ['/301/302/x', '/302/x'],
    ['/302/301/x', undefined],
    ['/302/x', undefined],
    ['/303/x', undefined],
    ['/307/301/x', undefined],
    ['/x', undefined],
  ])('of %s have moved it to %s', async (path, movedTo) => {
    await using site = await chain()
    const result = await fetchOnce(`${site.url}${path}`)
    expect(result).toMatchObject({ kind: 'ok', url: `${site.url}/x` })
    expect(result.kind === 'ok' && result.movedTo).toBe(movedTo === undefined ? undefined : `${site.url}${movedTo}`)
  })

  it('are followed five times and no more', async () => {
    await using site = await chain()
    expect(await fetchOnce(`${site.url}${'/302'.repeat(5)}/x`)).toMatchObject({ kind: 'ok' })
    expect(await fetchOnce(`${site.url}${'/302'.repeat(6)}/x`)).toMatchObject({ kind: 'failed', trouble: 'redirects' })
    expect(site.requests).toHaveLength(6 + 6)
  })

  it.each([['/'], ['/#other'], [''.padEnd(1, '.')]])('to itself (%j) end at once', async (location) => {
    await using site = await sending(location)
    expect(await fetchOnce(site.url)).toMatchObject({ kind: 'failed', trouble: 'redirects' })
    expect(site.requests).toHaveLength(1)
  })

  it.each([
    ['next', '/next'],
    ['?page=2', '/?page=2'],
    ['//HOST/x', '/x'],
    ['/a b', '/a%20b'],
    ['/\u00c3\u00bc', '/%C3%BC'],
    ['/\u00fc', '/%FC'],
    ['/x#fragment', '/x'],
    ['  /x  ', '/x'],
    ['/../../x', '/x'],
    ['\\x', '/x'],
  ])('lead from / by %j to %s', async (location, path) => {
    await using site = await sending(location)
    const target = location.replace('HOST', `127.0.0.1:${site.port}`)
    await using relay = await sending(target === location ? location : target)
    const from = target === location ? site : relay
    expect(textOf(await fetchOnce(from.url)).toUpperCase()).toBe(path.toUpperCase())
  })

  it.each([
    [''],
    [' '],
    ['http://'],
    ['http://[::1'],
    ['http://a b/'],
    ['http://user:secret@127.0.0.1/'],
    ['file:///etc/passwd'],
    ['ftp://127.0.0.1/x'],
    ['gopher://127.0.0.1/x'],
    ['javascript:alert(1)'],
    ['data:text/xml,<rss/>'],
    ['mailto:x@example.com'],
    ['http://127.0.0.1:99999/'],
    [`/${'x'.repeat(5_000)}`],
    ['http://%00/'],
  ])('to %j are an error in one line', async (location) => {
    await using site = await sending(location)
    const result = await fetchOnce(site.url)
    expect(result).toMatchObject({
      kind: 'failed',
      trouble: 'bad-redirect',
      status: 302,
      message: expect.stringMatching(/^[ -~]{10,90}$/),
    })
    expect(site.requests).toHaveLength(1)
  })

  it('without a Location are an error', async () => {
    await using site = await serve((_request, response) => response.writeHead(301).end())
    expect(await fetchOnce(site.url)).toMatchObject({ kind: 'failed', trouble: 'bad-redirect', status: 301 })
  })

  it.each([[300], [304], [305], [306], [399]])('are not followed when the status is %d', async (status) => {
    await using site = await sending('/x', status)
    expect(await fetchOnce(site.url)).toMatchObject({ kind: 'failed', trouble: 'http-status', status })
    expect(site.requests).toHaveLength(1)
  })

  it('leave the body of the redirect unread', async () => {
    await using site = await serve((request, response) => {
      if (request.url === '/x') response.end('<rss/>')
      else response.writeHead(302, { Location: '/x' }).write('<rss/>') // and never ends
    })
    expect(await fetchOnce(site.url)).toMatchObject({ kind: 'ok' })
    expect(await site.settled()).toBe(0)
  })
})
