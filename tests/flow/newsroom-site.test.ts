import { request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Site, serveSite } from '../../examples/newsroom/site-server.ts'

const directory = fileURLToPath(new URL('../../examples/newsroom/site', import.meta.url))

describe('serveSite', () => {
  let site: Site
  beforeAll(async () => {
    site = await serveSite([{ prefix: '/', directory, standIn: '127.0.0.1:8765' }], 0)
  })
  afterAll(() => site.close())

  it.each([
    ['/harbour-courier/rss.xml', 'application/xml; charset=utf-8'],
    ['/al-jisr/rss.xml', 'application/xml; charset=windows-1256'],
    ['/al-jisr/souq-homs.html', 'text/html; charset=windows-1256'],
    ['/vestnik-naberezhnoy/news.xml', 'application/xml; charset=windows-1251'],
    ['/rihtim-haber/feed.json', 'application/json; charset=utf-8'],
    ['/elbufer-zeitung/', 'text/html; charset=utf-8'],
  ])('sends %s as %s', async (path, type) => {
    const answer = await fetch(site.origin + path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
  })

  it('sends a windows-1256 feed in the bytes of that encoding', async () => {
    const bytes = await (await fetch(`${site.origin}/al-jisr/rss.xml`)).arrayBuffer()
    expect(new TextDecoder('windows-1256').decode(bytes)).toContain('سوق الخضار في حمص')
    expect(new TextDecoder('utf-8').decode(bytes)).not.toContain('حمص')
  })

  it('names its own port wherever the files name the one they were written for', async () => {
    const text = await (await fetch(`${site.origin}/harbour-courier/rss.xml`)).text()
    expect(text).toContain(`<link>${site.origin}/harbour-courier/</link>`)
    expect(text).not.toContain(':8765')
  })

  it('answers 304 without a body to whoever has the version already', async () => {
    const first = await fetch(`${site.origin}/meridian-post/atom.xml`)
    const etag = first.headers.get('etag') ?? ''
    const since = first.headers.get('last-modified') ?? ''
    for (const headers of [{ 'If-None-Match': etag }, { 'If-Modified-Since': since }]) {
      const again = await fetch(`${site.origin}/meridian-post/atom.xml`, { headers })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    expect((await fetch(`${site.origin}/meridian-post/atom.xml`, { headers: { 'If-None-Match': '"another"' } })).status).toBe(200)
  })

  it.each([
    '/../feeds.json',
    '/%2e%2e/feeds.json',
    '/..%2ffeeds.json',
    '/..%5cfeeds.json',
    '/.git/config',
    '/%00',
    '/%zz',
    '/harbour-courier',
  ])('answers 404 to %s', async (path) => {
    expect(await statusOf(site.port, path)).toBe(404)
  })

  it('takes a free port when the wished one is in use', async () => {
    const other = await serveSite([{ prefix: '/', directory }], site.port)
    expect(other.port).not.toBe(site.port)
    await other.close()
  })
})

/** The path goes out as it stands: `fetch` would resolve the dots itself. */
function statusOf(port: number, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode))
    })
    call.once('error', reject).end()
  })
}
