import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { KaynakError } from '../../../src/model/index.ts'
import { listenAddress, startServer } from '../../../src/serve/index.ts'
import { temporaryDirectory } from '../../helpers/temporary-directory.ts'
import { ask, plug, raw, served } from './ask.ts'

async function folderWith(name: string, text: string): Promise<string> {
  const folder = await temporaryDirectory()
  writeFileSync(join(folder, name), text)
  return folder
}

describe('startServer: clients of every kind', () => {
  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])(
    'answers %s with 405, and closes where a body may follow',
    async (method) => {
      const server = await served(await folderWith('feed.xml', '<rss/>'))
      const { status, headers } = await ask(server, '/feed.xml', { method })
      expect({ status, allow: headers['allow'] }).toEqual({ status: 405, allow: 'GET, HEAD' })
      const answer = await raw(server, `${method} /feed.xml HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody`)
      expect(answer).toMatch(/^HTTP\/1\.1 405 [\s\S]*\r\nConnection: close\r\n/)
    },
  )

  it('answers what is no HTTP with 400, and a header that is too long with 431', async () => {
    const server = await served(await folderWith('feed.xml', '<rss/>'))
    expect(await raw(server, 'good morning\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    expect(await raw(server, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
    expect((await ask(server, '/feed.xml')).status).toBe(200)
  })

  it('ends a client whose request never ends, and serves the others meanwhile', async () => {
    const server = await served(await folderWith('feed.xml', '<rss/>'), { limits: { headersMs: 200 } })
    const slow = await plug(server)
    slow.write('GET /feed.xml HTTP/1.1\r\nHost: a\r\nX-')
    expect((await ask(server, '/feed.xml')).status).toBe(200)
    slow.resume()
    await once(slow, 'close')
  })

  it('ends a client that does not take what it asked for', async () => {
    const server = await served(await folderWith('large.bin', 'x'.repeat(12_000_000)), { limits: { answerMs: 400 } })
    const lazy = await plug(server)
    lazy.write('GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n')
    await once(lazy, 'readable')
    expect((await ask(server, '/large.bin', { method: 'HEAD' })).status).toBe(200)
    await expect
      .poll(async () => (await ask(server, '/metrics')).body.toString(), { timeout: 5_000 })
      .toContain('kaynak_http_connections 1\n')
    lazy.resume()
    await once(lazy, 'close')
  })

  it('lets idle clients go when it is full, and says so once', async () => {
    const events: string[] = []
    const log = (_level: string, event: string): void => void events.push(event)
    const server = await served(await folderWith('feed.xml', '<rss/>'), { limits: { connections: 5 }, log })
    const idle = await Promise.all(Array.from({ length: 5 }, () => plug(server)))
    for (const socket of idle) {
      socket.write('GET /feed.xml HTTP/1.1\r\nHost: a\r\n\r\n')
      await once(socket, 'data')
    }
    const gone = idle.map((socket) => once(socket.resume(), 'close'))
    await expect(ask(server, '/feed.xml')).rejects.toThrow() // the one that finds it full
    await Promise.all(gone)
    await expect
      .poll(() =>
        ask(server, '/feed.xml').then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200)
    expect(events).toEqual(['serve.full'])
  })

  it('serves many clients at once', async () => {
    const server = await served(await folderWith('feed.xml', `<rss>${'x'.repeat(50_000)}</rss>`))
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, at) =>
        ask(server, '/feed.xml', { headers: { 'accept-encoding': at % 2 === 0 ? 'gzip' : 'br' } }),
      ),
    )
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(new Set(answers.map(({ headers }) => headers['etag'])).size).toBe(2)
  })

  it('closes soon although clients hold on', async () => {
    const folder = await folderWith('large.bin', 'x'.repeat(12_000_000))
    const server = await served(folder, { limits: { graceMs: 200 } })
    const idle = await plug(server)
    const lazy = await plug(server)
    lazy.write('GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n')
    await once(lazy, 'readable')
    await server.close()
    await Promise.all([idle, lazy].map((socket) => once(socket.resume(), 'close')))
    await expect(ask(server, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})

describe('startServer: what it tells', () => {
  it('is healthy as soon as a feed is published', async () => {
    const folder = await temporaryDirectory()
    const server = await served(join(folder, 'output'))
    expect((await ask(server, '/healthz')).status).toBe(503)
    expect((await ask(server, '/')).body.toString()).toBe('nothing is published yet: kaynak run does it\n')
    const other = await served(await folderWith('feed.xml', '<rss/>'))
    const { status, headers, body } = await ask(other, '/healthz')
    expect({ status, cache: headers['cache-control'], body: body.toString() }).toEqual({
      status: 200,
      cache: 'no-store',
      body: 'ok\n',
    })
  })

  it('counts its answers, and says when the state cannot be read', async () => {
    const folder = await folderWith('feed.xml', '<rss/>')
    const server = await served(folder, {
      newsroom: () => Promise.reject(new Error('no disk')),
      metrics: () => [{ name: 'kaynak_passes_total', help: 'Passes.', kind: 'counter', samples: [{ value: 3 }] }],
    })
    await ask(server, '/feed.xml')
    await ask(server, '/nothing')
    const { headers, body } = await ask(server, '/metrics')
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(body.toString()).toContain('\nkaynak_state_readable 0\n')
    expect(body.toString()).toContain(
      '# TYPE kaynak_http_answers_total counter\nkaynak_http_answers_total{status="200"} 1\nkaynak_http_answers_total{status="404"} 1\n',
    )
    expect(body.toString()).toContain('kaynak_passes_total 3\n')
  })

  it('shows the sources under /status and the rules for miners where they are looked for', async () => {
    const folder = await folderWith('sources.html', 'sources')
    writeFileSync(join(folder, 'tdmrep.json'), '[]')
    const server = await served(folder)
    expect((await ask(server, '/status')).headers['content-type']).toBe('text/html; charset=utf-8')
    expect((await ask(server, '/.well-known/tdmrep.json')).body.toString()).toBe('[]')
  })
})

describe('listenAddress', () => {
  it.each([
    ['127.0.0.1:8080', { host: '127.0.0.1', port: 8080 }],
    ['localhost:0', { host: 'localhost', port: 0 }],
    ['[::1]:80', { host: '::1', port: 80 }],
    ['8080', { host: '127.0.0.1', port: 8080 }],
  ])('reads %s', (text, address) => {
    expect(listenAddress(text)).toEqual(address)
  })
  it.each(['', ':8080', 'host', 'host:99999', '::1:80', '[::g]:80', 'a b:80', 'host:-1', 'http://host:80'])(
    'refuses %j',
    (text) => {
      expect(listenAddress(text)).toBeUndefined()
    },
  )

  it('is named when nothing can listen there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kaynak-test-'))
    const { url } = await served(folder)
    const again = startServer({
      folder,
      listen: { host: '127.0.0.1', port: Number(new URL(url).port) },
      clock: { now: () => new Date() },
      log: () => undefined,
      newsroom: async () => undefined,
    })
    await expect(again).rejects.toThrow(KaynakError)
    await expect(again).rejects.toThrow(/^--listen 127\.0\.0\.1:\d+: cannot listen there \(another program listens there\)$/)
  })
})
