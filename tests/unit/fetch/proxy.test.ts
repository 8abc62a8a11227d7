import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeCertificate } from '../../helpers/certificate.ts'
import { serve } from '../../helpers/loopback.ts'
import { fetchOnce, textOf } from '../../helpers/open-fetch.ts'
import { serveTls } from '../../helpers/serve-tls.ts'

type Asked = { readonly line: string; readonly authorization: string | undefined }
type ProxyHouse = AsyncDisposable & { readonly port: number; readonly asked: readonly Asked[] }

/** A forward proxy on loopback that answers plain requests itself and opens every tunnel to one place. */
async function proxyTo(target?: { readonly port: number }): Promise<ProxyHouse> {
  const asked: Asked[] = []
  const sockets = new Set<Socket>()
  const note = (line: string, authorization: string | undefined): number => asked.push({ line, authorization })
  const server = createServer((request, response) => {
    note(`${request.method} ${request.url}`, request.headers['proxy-authorization'])
    response.end(`<rss>${request.headers.host}</rss>`)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('connect', (request, socket) => {
    note(`${request.method} ${request.url}`, request.headers['proxy-authorization'])
    if (target === undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const way = connect(target.port, '127.0.0.1', () => socket.write('HTTP/1.1 200 Connection established\r\n\r\n'))
    way.on('error', () => socket.destroy())
    socket.on('error', () => way.destroy())
    way.pipe(socket).pipe(way)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy() // the server no longer counts those that became tunnels
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return {
    port: typeof place === 'object' && place !== null ? place.port : 0,
    asked,
    [Symbol.asyncDispose]: close,
  }
}

const nowhere = async () => ({ kind: 'failed' as const, trouble: 'dns' as const, message: 'its name does not resolve' })
const somewhere = (address: string) => async (host: string) => {
  const isProxy = host === 'proxy.example'
  return { kind: 'addresses' as const, addresses: [{ address: isProxy ? '127.0.0.1' : address, family: 4 }] }
}

describe('a fetch through a proxy', () => {
  it('sends the whole address of an http document to it', async () => {
    await using proxy = await proxyTo()
    const env = { http_proxy: `http://user:s%20cret@127.0.0.1:${proxy.port}` }
    const result = await fetchOnce('http://feeds.example/a?b', {
      allowPrivate: [],
      options: { env, lookup: somewhere('93.184.215.14') },
    })
    expect(textOf(result)).toBe('<rss>feeds.example</rss>')
    expect(proxy.asked).toEqual([
      { line: 'GET http://feeds.example/a?b', authorization: `Basic ${Buffer.from('user:s cret').toString('base64')}` },
    ])
  })

  it('asks it for a tunnel to an https host, and speaks TLS with that host inside', async () => {
    const known = getCACertificates('default')
    const authority = makeCertificate({ name: 'Authority of this test', isAuthority: true })
    setDefaultCACertificates([...known, authority.cert])
    onTestFinished(() => setDefaultCACertificates(known))
    await using target = await serveTls(makeCertificate({ name: 'feeds.example', issuer: authority }), (request, response) => {
      response.end(`<rss>${request.url} ${request.headers['proxy-authorization']}</rss>`)
    })
    await using proxy = await proxyTo(target)
    const env = { HTTPS_PROXY: `user:secret@127.0.0.1:${proxy.port}` }
    const result = await fetchOnce('https://feeds.example/a', { allowPrivate: [], options: { env, lookup: nowhere } })
    expect(textOf(result)).toBe('<rss>/a undefined</rss>')
    expect(proxy.asked).toEqual([{ line: 'CONNECT feeds.example:443', authorization: 'Basic dXNlcjpzZWNyZXQ=' }])
  })

  it('says when it refuses the tunnel', async () => {
    await using proxy = await proxyTo()
    const env = { all_proxy: `http://127.0.0.1:${proxy.port}/` }
    const result = await fetchOnce('https://feeds.example/', { allowPrivate: [], options: { env, lookup: nowhere } })
    expect(result).toMatchObject({ kind: 'failed', trouble: 'unreachable', message: 'the proxy answered 403 Forbidden' })
  })

  it('says when it cannot be reached', async () => {
    const proxy = await proxyTo()
    await proxy[Symbol.asyncDispose]()
    const env = { http_proxy: `http://127.0.0.1:${proxy.port}` }
    const result = await fetchOnce('http://feeds.example/', { allowPrivate: [], options: { env, lookup: nowhere } })
    expect(result).toMatchObject({ trouble: 'refused', message: 'the proxy failed: the connection was refused' })
  })

  it.each([
    ['a private address', 'http://127.0.0.1/', nowhere],
    ['a private address in another spelling', 'https://0x7f.1/', nowhere],
    ['a name that resolves to one', 'http://feeds.example/', somewhere('10.0.0.1')],
    ['this machine by name', 'http://localhost/', nowhere],
    ['a name below localhost', 'http://x.localhost/', nowhere],
    ['a name without a dot', 'http://intranet/', nowhere],
    ['an inner name', 'https://wiki.corp.internal/', nowhere],
    ['a name of the local link', 'http://printer.local/', nowhere],
  ])('never asks it for %s', async (_name, address, lookup) => {
    await using proxy = await proxyTo()
    const env = { http_proxy: `http://proxy.example:${proxy.port}`, https_proxy: `http://proxy.example:${proxy.port}` }
    expect(await fetchOnce(address, { allowPrivate: [], options: { env, lookup } })).toMatchObject({ trouble: 'private-address' })
    expect(proxy.asked).toEqual([])
  })

  it('does not open the private network for others because it lies there itself', async () => {
    await using proxy = await proxyTo()
    const env = { http_proxy: `http://127.0.0.1:${proxy.port}`, no_proxy: '127.0.0.1' }
    expect(await fetchOnce(`http://127.0.0.1:${proxy.port}/`, { allowPrivate: [], options: { env } })).toMatchObject({
      trouble: 'private-address',
    })
  })

  it.each([
    ['feeds.example', false],
    ['.example', false],
    ['*.example', false],
    ['other.example, feeds.example', false],
    ['*', false],
    ['feeds.example:PORT', false],
    ['feeds.example:1', true],
    ['eeds.example', true],
    ['', true],
  ])('heeds no_proxy=%j', async (list, isProxied) => {
    await using site = await serve((_request, response) => response.end('direct'))
    await using proxy = await proxyTo()
    const env = { http_proxy: `http://127.0.0.1:${proxy.port}`, no_proxy: list.replace('PORT', `${site.port}`) }
    await fetchOnce(`http://feeds.example:${site.port}/`, { options: { env, lookup: somewhere('127.0.0.1') } })
    expect(proxy.asked.length).toBe(isProxied ? 1 : 0)
    expect(site.requests.length).toBe(isProxied ? 0 : 1)
  })

  it('takes no notice of HTTP_PROXY, which a CGI host lets strangers set', async () => {
    await using site = await serve((_request, response) => response.end('direct'))
    expect(textOf(await fetchOnce(site.url, { options: { env: { HTTP_PROXY: 'http://127.0.0.1:1' } } }))).toBe('direct')
  })
})
