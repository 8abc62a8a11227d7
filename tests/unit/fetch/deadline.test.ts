import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { serve, serveRaw } from '../../helpers/loopback.ts'
import { fetchOnce, openFetch, urlOf } from '../../helpers/open-fetch.ts'

const RSS = '<rss><channel><title>Whole</title></channel></rss>'
const OK = 'HTTP/1.1 200 OK\r\n'

describe('the deadline of a fetch', () => {
  const drip = (start: string, piece: string) => (socket: Socket) => {
    socket.write(start)
    const timer = setInterval(() => socket.write(piece), 20)
    socket.on('close', () => clearInterval(timer))
  }

  it.each<[string, (socket: Socket) => void]>([
    ['never answers', () => undefined],
    ['stops in its head', (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Type: te')],
    ['stops after its head', (socket) => socket.write(`${OK}Content-Length: 50\r\n\r\n`)],
    ['stops in its body', (socket) => socket.write(`${OK}Content-Length: 50\r\n\r\n${RSS.slice(0, 20)}`)],
    ['sends a field now and then', drip(OK, 'X-Drip: 1\r\n')],
    ['sends a letter now and then', drip(`${OK}Content-Length: 50000\r\n\r\n`, '<')],
    ['sends an interim answer now and then', drip('', 'HTTP/1.1 102 Processing\r\n\r\n')],
  ])('ends a server that %s, and closes the socket', async (_name, answer) => {
    await using site = await serveRaw(answer)
    const result = await fetchOnce(site.url, { options: { timeoutMs: 150 } })
    expect(result).toEqual({ kind: 'failed', trouble: 'timeout', message: 'it did not answer in time' })
    expect(await site.settled()).toBe(0)
  })

  it('covers all redirects together', async () => {
    await using site = await serve((request, response) => {
      setTimeout(() => response.writeHead(302, { Location: `${request.url}x` }).end(), 80)
    })
    expect(await fetchOnce(site.url, { options: { timeoutMs: 200 } })).toMatchObject({ kind: 'failed', trouble: 'timeout' })
    expect(site.requests.length).toBeLessThan(5)
  })

  it('does not count the wait for our own turn at a host', async () => {
    await using site = await serve((_request, response) => setTimeout(() => response.end(RSS), 100))
    await using fetching = openFetch({ allowPrivate: ['127.0.0.0/8'], perHost: 1, timeoutMs: 300 })
    const results = await Promise.all(Array.from({ length: 6 }, () => fetching.fetch({ url: urlOf(site.url), purpose: 'feed' })))
    expect(results.map(({ kind }) => kind)).toEqual(Array(6).fill('ok'))
  })
})

describe('the limits of a fetch', () => {
  it('refuse a body by its stated length without reading it', async () => {
    await using site = await serve((_request, response) => response.writeHead(200, { 'Content-Length': 5_000_000 }).write(RSS))
    expect(await fetchOnce(site.url)).toMatchObject({ kind: 'failed', trouble: 'too-large', message: 'it is larger than 500 KB' })
    expect(await site.settled()).toBe(0)
  })

  it.each([
    ['chunks', `${OK}Transfer-Encoding: chunked\r\n\r\n`, `1000\r\n${'x'.repeat(4_096)}\r\n`],
    ['plain bytes', `${OK}\r\n`, 'x'.repeat(4_096)],
  ])('end an endless body of %s', async (_name, head, piece) => {
    await using site = await serveRaw((socket) => {
      const pour = (): void => {
        while (!socket.destroyed && socket.write(piece));
      }
      socket.on('drain', pour)
      socket.write(head)
      pour()
    })
    expect(await fetchOnce(site.url)).toMatchObject({ kind: 'failed', trouble: 'too-large' })
    expect(await site.settled()).toBe(0)
  })

  it('hold for the unpacked body apart from the packed one', async () => {
    await using site = await serve((_request, response) =>
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(1_000_001, 0x61))),
    )
    expect(await fetchOnce(site.url)).toMatchObject({ trouble: 'too-large', message: 'it is larger than 1 MB when unpacked' })
    expect(await fetchOnce(site.url, { options: { maxBytes: 1_000_001 } })).toMatchObject({ kind: 'ok' })
  })

  it('let large bodies through one after the other', async () => {
    const body = Buffer.alloc(2_000_000, 0x61)
    await using site = await serve((_request, response) => response.end(body))
    await using fetching = openFetch({
      allowPrivate: ['127.0.0.0/8'],
      perHost: 30,
      concurrency: 30,
      maxBytes: 3_000_000,
      maxWireBytes: 3_000_000,
      timeoutMs: 10_000,
    })
    const results = await Promise.all(Array.from({ length: 30 }, () => fetching.fetch({ url: urlOf(site.url), purpose: 'feed' })))
    expect(results.map((result) => result.kind === 'ok' && result.bytes.length)).toEqual(Array(30).fill(body.length))
  })
})
