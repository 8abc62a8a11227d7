import { describe, expect, it } from 'vitest'
import { serve } from '../../helpers/loopback.ts'
import { fetchOnce } from '../../helpers/open-fetch.ts'

const DATE = 'Sun, 06 Nov 1994 08:49:37 GMT'

describe('the validators of a fetch', () => {
  it.each([
    ['"plain"'],
    ['W/"weak"'],
    ['unquoted'],
    ['"with, comma and ""quotes"'],
    ['"bytes \u00e9\u00ff\u0080"'],
    ['*'],
    [`"${'e'.repeat(2_000)}"`],
  ])('come from the answer and go back byte for byte: %j', async (etag) => {
    await using site = await serve((request, response) => {
      if (request.headers['if-none-match'] === etag) response.writeHead(304)
      else response.setHeader('ETag', etag).setHeader('Last-Modified', 'not even a date')
      response.end(response.statusCode === 304 ? undefined : Buffer.from('<rss/>')) // a string would make node:http write its head as UTF-8
    })
    const first = await fetchOnce(site.url)
    const validators = { etag, lastModified: 'not even a date' }
    expect(first).toMatchObject({ kind: 'ok', validators })
    expect(await fetchOnce(site.url, { validators })).toEqual({ kind: 'not-modified', validators, freshness: {} })
    expect(site.requests[1]?.headers).toMatchObject({ 'if-none-match': etag, 'if-modified-since': 'not even a date' })
  })

  it.each([
    [undefined],
    [{}],
    [{ etag: '' }],
    [{ etag: 'broken\r\nX-Injected: 1' }],
    [{ lastModified: `"${'e'.repeat(5_000)}"` }],
  ])('are not sent when they are %j', async (validators) => {
    await using site = await serve((_request, response) => response.end('<rss/>'))
    expect(await fetchOnce(site.url, validators === undefined ? {} : { validators })).toMatchObject({
      kind: 'ok',
      validators: {},
    })
    expect(site.requests[0]?.headers).not.toHaveProperty('if-none-match')
    expect(site.requests[0]?.headers).not.toHaveProperty('if-modified-since')
    expect(site.requests[0]?.headers).not.toHaveProperty('x-injected')
  })

  it('are renewed by a 304, which leaves alone what it does not send', async () => {
    await using site = await serve((_request, response) =>
      response.writeHead(304, { 'Last-Modified': DATE, 'Cache-Control': 'max-age=60' }).end(),
    )
    expect(await fetchOnce(site.url, { validators: { etag: '"a"', lastModified: 'before' } })).toEqual({
      kind: 'not-modified',
      validators: { etag: '"a"', lastModified: DATE },
      freshness: { maxAgeMs: 60_000 },
    })
  })

  it('must have been sent for a 304 to mean anything', async () => {
    await using site = await serve((_request, response) => response.writeHead(304).end())
    expect(await fetchOnce(site.url)).toMatchObject({ kind: 'failed', trouble: 'http-status', status: 304 })
  })

  it('are sent to the place that a redirect leads to', async () => {
    await using site = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { Location: '/new' }).end()
      else response.writeHead(304).end()
    })
    const result = await fetchOnce(`${site.url}/old`, { validators: { etag: '"a"' } })
    expect(result).toMatchObject({ kind: 'not-modified', movedTo: `${site.url}/new` })
    expect(site.requests.map(({ headers }) => headers['if-none-match'])).toEqual(['"a"', '"a"'])
  })
})

describe('the request of a fetch', () => {
  it('says who asks and nothing more', async () => {
    await using site = await serve((_request, response) => response.setHeader('Set-Cookie', 'a=b').end('<rss/>'))
    await fetchOnce(`${site.url}/feed?x=1#part`)
    await fetchOnce(`${site.url}/feed?x=1`)
    for (const request of site.requests) {
      const names = request.rawHeaders.filter((_name, at) => at % 2 === 0)
      expect(names).toEqual(['Host', 'User-Agent', 'Accept', 'Accept-Encoding', 'Connection'])
      expect(request).toMatchObject({
        method: 'GET',
        path: '/feed?x=1',
        headers: { 'user-agent': 'kaynak/0 (+https://kaynak.example/)' },
      })
    }
  })
})
