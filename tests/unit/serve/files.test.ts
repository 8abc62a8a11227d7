import { mkdir, rename, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryDirectory } from '../../helpers/temporary-directory.ts'
import { ask, raw, served } from './ask.ts'

const RSS = `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>T</title>${'<item><title>A day</title></item>'.repeat(60)}</channel></rss>`

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryDirectory()
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

describe('startServer: what a file is served as', () => {
  it.each([
    ['feed.xml', RSS, 'application/rss+xml; charset=utf-8'],
    [
      'atom.xml',
      '<?xml version="1.0"?><?xml-stylesheet href="feed.css"?><feed xmlns="http://www.w3.org/2005/Atom"/>',
      'application/atom+xml; charset=utf-8',
    ],
    ['feed.json', '{"version": "https://jsonfeed.org/version/1.1"}', 'application/feed+json; charset=utf-8'],
    ['status.json', '{"title": "T"}', 'application/json'],
    ['sources.opml', '<opml version="2.0"/>', 'text/x-opml; charset=utf-8'],
    ['other.xml', '<urlset/>', 'application/xml; charset=utf-8'],
    ['feed.css', 'rss { display: block }', 'text/css; charset=utf-8'],
    ['a.html', '<!doctype html><title>T</title>', 'text/html; charset=utf-8'],
    ['logo.png', 'png', 'image/png'],
    ['data.bin', 'x', 'application/octet-stream'],
  ])('sends %s with its media type', async (path, text, type) => {
    const server = await served(await folderWith({ [path]: text }))
    const { status, headers, body } = await ask(server, `/${path}`)
    expect({ status, type: headers['content-type'], body: body.toString() }).toEqual({ status: 200, type, body: text })
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('tells a browser a type that it shows, and says that this depends on what is accepted', async () => {
    const server = await served(await folderWith({ 'feed.xml': RSS }))
    const browser = await ask(server, '/feed.xml', {
      headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' },
    })
    const reader = await ask(server, '/feed.xml', { headers: { accept: 'application/rss+xml, text/html;q=0.5, */*;q=0.1' } })
    expect(browser.headers['content-type']).toBe('application/xml; charset=utf-8')
    expect(reader.headers['content-type']).toBe('application/rss+xml; charset=utf-8')
    expect(browser.headers['vary']).toBe('Accept-Encoding, Accept')
    expect(browser.headers['etag']).not.toBe(reader.headers['etag'])
  })

  it('shows index.html for a folder, and leads to the folder where the slash is missing', async () => {
    const server = await served(await folderWith({ 'index.html': 'home', 'bulletin/index.html': 'days' }))
    expect((await ask(server, '/')).body.toString()).toBe('home')
    expect((await ask(server, '/?x=1#y')).body.toString()).toBe('home')
    expect((await ask(server, '/bulletin/')).body.toString()).toBe('days')
    const { status, headers } = await ask(server, '/bulletin')
    expect({ status, location: headers['location'] }).toEqual({ status: 301, location: 'bulletin/' })
  })

  it('says the policy of a page again in the header, and forbids framing; anything else may load nothing', async () => {
    const policy = "default-src 'none'; style-src 'sha256-AAAA='; base-uri 'none'"
    const page = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${policy.replaceAll("'", '&#39;')}"></head></html>`
    const server = await served(
      await folderWith({
        'a.html': page,
        'b.html': '<p>b',
        'c.html': '<meta http-equiv="Content-Security-Policy" content="default-src *\r\nX: y">',
      }),
    )
    expect((await ask(server, '/a.html')).headers['content-security-policy']).toBe(`${policy}; frame-ancestors 'none'`)
    for (const path of ['/b.html', '/c.html', '/nothing'])
      expect((await ask(server, path)).headers['content-security-policy']).toMatch(
        /^default-src 'none'; .*frame-ancestors 'none'$/,
      )
  })

  it.each([
    ['feed.xml', 'public, max-age=300'],
    ['index.html', 'public, max-age=60'],
    ['archive/2026-09.xml', 'public, max-age=86400'],
    ['archive/2026-11.xml', 'public, max-age=300'],
    ['bulletin/2026-11-20.html', 'public, max-age=86400'],
    ['bulletin/2026-11-25.html', 'public, max-age=60'],
  ])('lets %s be used again without asking by %s', async (path, expected) => {
    const server = await served(await folderWith({ [path]: '<rss/>' }))
    expect((await ask(server, `/${path}`)).headers['cache-control']).toBe(expected)
  })
})

describe('startServer: packing', () => {
  it.each([
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['br;q=0.5, gzip', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
    ['gzip;q=0, *;q=0.1', 'br', brotliDecompressSync],
  ])('answers %j in %s', async (field, coding, unpack) => {
    const server = await served(await folderWith({ 'feed.xml': RSS }))
    const { headers, body } = await ask(server, '/feed.xml', { headers: { 'accept-encoding': field } })
    expect(headers['content-encoding']).toBe(coding)
    expect(headers['content-length']).toBe(String(body.length))
    expect(body.length).toBeLessThan(RSS.length / 4)
    expect(unpack(body).toString()).toBe(RSS)
  })

  it.each([undefined, '', 'identity', 'deflate', 'gzip;q=0', 'gzip;q=nonsense', 'gzip;q=0.2, identity;q=0.9'])(
    'leaves a file as it is for %j',
    async (field) => {
      const server = await served(await folderWith({ 'feed.xml': RSS }))
      const { headers, body } = await ask(
        server,
        '/feed.xml',
        field === undefined ? {} : { headers: { 'accept-encoding': field } },
      )
      expect(headers['content-encoding']).toBeUndefined()
      expect(headers['vary']).toContain('Accept-Encoding')
      expect(body.toString()).toBe(RSS)
    },
  )

  it('packs no picture and nothing that is small', async () => {
    const server = await served(await folderWith({ 'a.png': 'x'.repeat(5_000), 'a.css': 'p{}' }))
    for (const path of ['/a.png', '/a.css'])
      expect((await ask(server, path, { headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding']).toBeUndefined()
  })
})

describe('startServer: conditions', () => {
  it('answers 304 to its own tag in each coding, and only in that one', async () => {
    const server = await served(await folderWith({ 'feed.xml': RSS }))
    const tags = []
    for (const coding of ['identity', 'gzip', 'br']) {
      const first = await ask(server, '/feed.xml', { headers: { 'accept-encoding': coding } })
      const etag = String(first.headers['etag'])
      tags.push(etag)
      for (const field of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await ask(server, '/feed.xml', { headers: { 'accept-encoding': coding, 'if-none-match': field } })
        expect(again.status).toBe(304)
        expect(again.body).toHaveLength(0)
        expect(again.headers).toMatchObject({ etag, vary: 'Accept-Encoding, Accept', 'cache-control': 'public, max-age=300' })
      }
    }
    expect(new Set(tags).size).toBe(3)
    expect(tags.every((tag) => /^"[^"]+"$/.test(tag))).toBe(true)
    const other = await ask(server, '/feed.xml', { headers: { 'accept-encoding': 'gzip', 'if-none-match': tags[2] ?? '' } })
    expect(other.status).toBe(200)
  })

  it('answers 304 to its own date, unless a tag says more', async () => {
    const folder = await folderWith({ 'feed.xml': RSS })
    await utimes(join(folder, 'feed.xml'), new Date('2026-11-24T08:00:00.700Z'), new Date('2026-11-24T08:00:00.700Z'))
    const server = await served(folder)
    const first = await ask(server, '/feed.xml')
    expect(first.headers['last-modified']).toBe('Tue, 24 Nov 2026 08:00:00 GMT')
    const since = (date: string, tag?: string) =>
      ask(server, '/feed.xml', { headers: { 'if-modified-since': date, ...(tag === undefined ? {} : { 'if-none-match': tag }) } })
    expect((await since('Tue, 24 Nov 2026 08:00:00 GMT')).status).toBe(304)
    expect((await since('Tue, 24 Nov 2026 07:59:59 GMT')).status).toBe(200)
    expect((await since('yesterday')).status).toBe(200)
    expect((await since('Tue, 24 Nov 2026 08:00:00 GMT', '"other"')).status).toBe(200)
  })

  it('never says that a file is newer than now', async () => {
    const folder = await folderWith({ 'feed.xml': RSS })
    await utimes(join(folder, 'feed.xml'), new Date('2027-01-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z'))
    expect((await ask(await served(folder), '/feed.xml')).headers['last-modified']).toBe('Wed, 25 Nov 2026 12:00:00 GMT')
  })

  it('answers 412 where a client wants a version that is gone', async () => {
    const server = await served(await folderWith({ 'feed.xml': RSS }))
    const etag = String((await ask(server, '/feed.xml')).headers['etag'])
    expect((await ask(server, '/feed.xml', { headers: { 'if-match': etag } })).status).toBe(200)
    expect((await ask(server, '/feed.xml', { headers: { 'if-match': `W/${etag}` } })).status).toBe(412)
    expect((await ask(server, '/feed.xml', { headers: { 'if-unmodified-since': 'Mon, 01 Jan 2024 00:00:00 GMT' } })).status).toBe(
      412,
    )
  })

  it('sends HEAD the header of GET and nothing more', async () => {
    const server = await served(await folderWith({ 'feed.xml': RSS }))
    const { date: _one, ...get } = (await ask(server, '/feed.xml', { headers: { 'accept-encoding': 'gzip' } })).headers
    const head = await ask(server, '/feed.xml', { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } })
    expect(head.headers).toMatchObject(get)
    expect(head.body).toHaveLength(0)
  })
})

describe('startServer: ranges', () => {
  it.each([
    ['bytes=0-3', 206, 'abcd', 'bytes 0-3/10'],
    ['bytes=4-', 206, 'efghij', 'bytes 4-9/10'],
    ['bytes=-3', 206, 'hij', 'bytes 7-9/10'],
    ['bytes=-50', 206, 'abcdefghij', 'bytes 0-9/10'],
    ['bytes=8-99', 206, 'ij', 'bytes 8-9/10'],
    ['bytes=10-', 416, 'the file has 10 bytes\n', 'bytes */10'],
    ['bytes=-0', 416, 'the file has 10 bytes\n', 'bytes */10'],
    ['bytes=5-2', 200, 'abcdefghij', undefined],
    ['bytes=0-1,3-4', 200, 'abcdefghij', undefined],
    ['bytes=-', 200, 'abcdefghij', undefined],
    ['lines=1-2', 200, 'abcdefghij', undefined],
    [`bytes=${'9'.repeat(40)}-`, 200, 'abcdefghij', undefined],
  ])('answers %s with %i', async (range, status, text, place) => {
    const server = await served(await folderWith({ 'a.bin': 'abcdefghij' }))
    const answer = await ask(server, '/a.bin', { headers: { range } })
    expect({ status: answer.status, text: answer.body.toString(), place: answer.headers['content-range'] }).toEqual({
      status,
      text,
      place,
    })
  })

  it('sends the whole where If-Range names another version', async () => {
    const server = await served(await folderWith({ 'a.bin': 'abcdefghij' }))
    const etag = String((await ask(server, '/a.bin')).headers['etag'])
    expect((await ask(server, '/a.bin', { headers: { range: 'bytes=0-1', 'if-range': etag } })).status).toBe(206)
    expect((await ask(server, '/a.bin', { headers: { range: 'bytes=0-1', 'if-range': '"old"' } })).status).toBe(200)
    expect((await ask(server, '/a.bin', { headers: { range: 'bytes=0-1', 'if-range': `W/${etag}` } })).status).toBe(200)
  })

  it('sends a part of what is too large to be held', async () => {
    const folder = await folderWith({ 'large.bin': `${'x'.repeat(17_000_000)}end` })
    const server = await served(folder)
    const part = await ask(server, '/large.bin', { headers: { range: 'bytes=-3' } })
    expect({ status: part.status, text: part.body.toString() }).toEqual({ status: 206, text: 'end' })
    const whole = await ask(server, '/large.bin', { headers: { 'accept-encoding': 'gzip' } })
    expect(whole.body.length).toBe(17_000_003)
    expect((await ask(server, '/large.bin', { headers: { 'if-none-match': String(whole.headers['etag']) } })).status).toBe(304)
    expect((await ask(server, '/large.bin', { method: 'HEAD' })).headers['content-length']).toBe('17000003')
  })
})

describe('startServer: nothing outside the folder', () => {
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/a/%2e%2e/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e/secret.txt',
    '/....//secret.txt',
    '//etc/passwd',
    '/%2fetc/passwd',
    '/%00',
    '/index.html%00.png',
    '/c:/windows/win.ini',
    '/index.html::$DATA',
    '/%c0%ae%c0%ae/secret.txt',
    '/%',
    '/.kaynak-manifest.json',
    '/.git/config',
    '/a/.hidden',
    '/index.html.',
    '/index.html/',
    '/link.txt',
    '/linked/secret.txt',
    '/circle',
    '/pipe',
    'file:///etc/passwd',
    'http://127.0.0.1/../secret.txt',
    '*',
  ])('answers %s with nothing', async (target) => {
    const outside = await folderWith({
      'secret.txt': 'secret',
      'output/index.html': 'home',
      'output/a/.hidden': 'hidden',
      'output/.kaynak-manifest.json': '{}',
      'output/.git/config': 'x',
    })
    const folder = join(outside, 'output')
    await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'))
    await symlink(outside, join(folder, 'linked'))
    await symlink(join(folder, 'circle'), join(folder, 'circle'))
    const answer = await raw(await served(folder), `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 (404|400) /)
    expect(answer).not.toContain('secret')
    expect(answer).not.toContain('root:')
  })

  it('answers absurdly long and deep addresses with nothing', async () => {
    const server = await served(await folderWith({ 'a.txt': 'a' }))
    for (const target of [
      `/${'a/'.repeat(3_000)}b`,
      `/${'a'.repeat(5_000)}`,
      `/${'%41'.repeat(2_000)}`,
      `/a.txt${'/..'.repeat(2_000)}`,
    ])
      expect((await ask(server, target)).status).toBe(404)
    expect((await ask(server, `/${'a'.repeat(50_000)}`)).status).toBe(431)
  })

  it('follows links that stay inside, serves a linked folder, and answers proxies', async () => {
    const folder = await folderWith({ 'a.txt': 'inside' })
    await symlink(join(folder, 'a.txt'), join(folder, 'b.txt'))
    const link = `${folder}-link`
    await symlink(folder, link)
    const server = await served(link)
    expect((await ask(server, '/b.txt')).body.toString()).toBe('inside')
    expect((await ask(server, 'http://news.example.org/a.txt?x')).body.toString()).toBe('inside')
  })

  it('serves names with letters of any language', async () => {
    const server = await served(await folderWith({ 'haber-günü.txt': 'gün', 'الأخبار.txt': 'خبر' }))
    expect((await ask(server, `/${encodeURIComponent('haber-günü.txt')}`)).body.toString()).toBe('gün')
    expect((await ask(server, `/${encodeURIComponent('الأخبار.txt')}`)).body.toString()).toBe('خبر')
  })
})

describe('startServer: files that change', () => {
  it('serves one whole version or the other while a file is replaced again and again', async () => {
    const folder = await folderWith({ 'feed.xml': '0'.repeat(300_000) })
    const server = await served(folder)
    let writing = true
    onTestFinished(async () => {
      writing = false
      await writer
    })
    const writer = (async () => {
      for (let round = 1; writing; round += 1) {
        await writeFile(join(folder, '.new'), String(round % 10).repeat(300_000 + (round % 7)))
        await rename(join(folder, '.new'), join(folder, 'feed.xml'))
      }
    })()
    const seen = new Map<string, string>()
    for (let round = 0; round < 150; round += 1) {
      const { status, headers, body } = await ask(server, '/feed.xml', {
        headers: round % 2 === 0 ? {} : { 'accept-encoding': 'gzip' },
      })
      const text = (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString()
      expect(status).toBe(200)
      expect(new Set(text).size).toBe(1)
      const etag = String(headers['etag'])
      expect(seen.get(etag) ?? text).toBe(text)
      seen.set(etag, text)
    }
    expect(seen.size).toBeGreaterThan(2)
  })

  it('shows a new version soon, and forgets a removed file', async () => {
    const folder = await folderWith({ 'a.txt': 'old' })
    const server = await served(folder)
    await ask(server, '/a.txt')
    await writeFile(join(folder, 'b'), 'new')
    await rename(join(folder, 'b'), join(folder, 'a.txt'))
    await expect.poll(async () => (await ask(server, '/a.txt')).body.toString()).toBe('new')
    await rename(join(folder, 'a.txt'), join(folder, 'c.txt'))
    await expect.poll(async () => (await ask(server, '/a.txt')).status).toBe(404)
  })

  it('holds no more than it may, and serves everything all the same', async () => {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.txt`, String(at % 10).repeat(10_000)]))
    const server = await served(await folderWith(files), { limits: { heldBytes: 50_000 } })
    for (const [path, text] of Object.entries(files)) expect((await ask(server, `/${path}`)).body.toString()).toBe(text)
    const held = /kaynak_http_held_bytes (\d+)/.exec((await ask(server, '/metrics')).body.toString())?.[1]
    expect(Number(held)).toBeLessThanOrEqual(50_000)
  })
})
