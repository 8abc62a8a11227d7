import { describe, expect, it } from 'vitest'
import type { FetchOptions } from '../../../src/fetch/index.ts'
import { type Loopback, serve } from '../../helpers/loopback.ts'
import { fetchOnce } from '../../helpers/open-fetch.ts'

type Lookup = NonNullable<FetchOptions['lookup']>

/** A resolver that answers each name from a list, one entry a question; the last one stays. */
function answering(names: Readonly<Record<string, readonly (readonly string[])[]>>): Lookup {
  const asked = new Map<string, number>()
  return async (host) => {
    const answers = names[host] ?? []
    const turn = asked.get(host) ?? 0
    asked.set(host, turn + 1)
    const addresses = answers[Math.min(turn, answers.length - 1)]
    if (addresses === undefined) return { kind: 'failed', trouble: 'dns', message: 'its name does not resolve' }
    return { kind: 'addresses', addresses: addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })) }
  }
}

function site(): Promise<Loopback> {
  return serve((request, response) => {
    if (request.url?.startsWith('/to/')) response.writeHead(302, { Location: request.url.slice(4) }).end()
    else response.end('<rss/>')
  })
}

const CLOSED = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::8.8.8.8',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::7f00:1',
  '100::1',
  '2001::1',
  '2001:2::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  '4000::1',
  '5f00::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
]

describe('the address of a fetch', () => {
  // ::ffff:8.8.8.8 is 8.8.8.8 in another spelling, and as public
  it.each(CLOSED.filter((address) => address !== '::ffff:8.8.8.8'))(
    'is closed when it is %s, written out or behind a name',
    async (address) => {
      const host = address.includes(':') ? `[${address}]` : address
      const closed = { kind: 'failed', trouble: 'private-address', message: expect.stringMatching(/is not a public address$/) }
      expect(await fetchOnce(`http://${host}/`, { allowPrivate: [] })).toMatchObject(closed)
      const lookup = answering({ 'feeds.example': [[address]] })
      expect(await fetchOnce('http://feeds.example/', { allowPrivate: [], options: { lookup } })).toMatchObject(closed)
    },
  )

  it.each([
    'LocalHost',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0x7f.0.0.0x1',
    '127.0.0.1.',
    '%31%32%37.0.0.1',
    '\uff11\uff12\uff17.0.0.1',
    '\u2460\u2461\u2466.0.0.1',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:ffff:127.0.0.1]',
  ])('is closed when this machine is spelled %s', async (host) => {
    await using server = await site()
    expect(await fetchOnce(`http://${host}:${server.port}/`, { allowPrivate: [] })).toMatchObject({ trouble: 'private-address' })
    expect(server.connections()).toBe(0)
  })

  it('is closed when one of several answers is private', async () => {
    await using server = await site()
    const lookup = answering({ 'mixed.example': [['93.184.215.14', '127.0.0.1']] })
    expect(await fetchOnce(`http://mixed.example:${server.port}/`, { allowPrivate: [], options: { lookup } })).toMatchObject({
      trouble: 'private-address',
    })
    expect(server.connections()).toBe(0)
  })

  it('is the one that was checked, although the name answers differently the second time', async () => {
    await using server = await site()
    const lookup = answering({ 'turning.example': [['127.0.0.2'], ['127.0.0.1']] })
    const options = { lookup, timeoutMs: 300 }
    const address = `http://turning.example:${server.port}/`
    expect(await fetchOnce(address, { allowPrivate: ['127.0.0.2/32'], options })).toMatchObject({ trouble: 'refused' })
    expect(await fetchOnce(address, { allowPrivate: ['127.0.0.2/32'], options })).toMatchObject({ trouble: 'private-address' })
    expect(server.connections()).toBe(0)
  })

  it('is tried together with the other checked ones when a name has several', async () => {
    await using server = await site()
    const lookup = answering({ 'several.example': [['127.0.0.9', '127.0.0.1']] })
    expect(await fetchOnce(`http://several.example:${server.port}/`, { options: { lookup } })).toMatchObject({ kind: 'ok' })
  })

  it.each(['http://127.0.0.1:PORT/', 'http://localhost:PORT/', 'http://[::1]:PORT/', 'http://169.254.169.254/latest/'])(
    'is checked after a redirect: %s',
    async (target) => {
      await using inner = await site()
      await using outer = await site()
      const location = target.replace('PORT', `${inner.port}`)
      const result = await fetchOnce(`${outer.url}/to/${location}`, { allowPrivate: [`127.0.0.1:${outer.port}`] })
      expect(result).toMatchObject({ kind: 'failed', trouble: 'private-address' })
      expect(inner.connections()).toBe(0)
    },
  )

  it.each([
    ['its host and port', (port: number) => [`127.0.0.1:${port}`], 'ok'],
    ['a range', () => ['127.0.0.0/8'], 'ok'],
    ['a range and its port', (port: number) => [`127.0.0.0/8:${port}`], 'ok'],
    ['another port', (port: number) => [`127.0.0.1:${port + 1}`], 'failed'],
    ['a range and another port', (port: number) => [`127.0.0.0/8:${port + 1}`], 'failed'],
    ['another name of it', (port: number) => [`localhost:${port}`], 'failed'],
    ['another range', () => ['10.0.0.0/8', 'fd00::/8'], 'failed'],
    ['nothing', () => [], 'failed'],
  ])('is open or not when allowPrivate names %s', async (_name, allowPrivate, kind) => {
    await using server = await site()
    expect(await fetchOnce(server.url, { allowPrivate: allowPrivate(server.port) })).toMatchObject({ kind })
  })

  it('is opened by a name for that name alone', async () => {
    await using server = await site()
    const lookup = answering({ 'inner.example': [['127.0.0.1']], 'other.example': [['127.0.0.1']] })
    const allowPrivate = [`inner.example:${server.port}`]
    expect(await fetchOnce(`http://inner.example:${server.port}/`, { allowPrivate, options: { lookup } })).toMatchObject({
      kind: 'ok',
    })
    expect(await fetchOnce(`http://other.example:${server.port}/`, { allowPrivate, options: { lookup } })).toMatchObject({
      trouble: 'private-address',
    })
  })

  it('that does not resolve is said to', async () => {
    expect(await fetchOnce('http://nowhere.invalid/')).toEqual({
      kind: 'failed',
      trouble: 'dns',
      message: 'its name does not resolve',
    })
  })
})

describe('createFetch', () => {
  it.each([
    [{ allowPrivate: ['localhost'] }, /allowPrivate.*HOST:PORT/],
    [{ userAgent: 'kaynak\r\nX-Injected: 1' }, /userAgent/],
    [
      { env: { http_proxy: 'socks5://user:secret@proxy.example' } },
      /^http_proxy: expected the address of an http or https proxy$/,
    ],
  ])('refuses %j as a wrong configuration', async (options, message) => {
    await expect(fetchOnce('http://nowhere.invalid/', { allowPrivate: [], options })).rejects.toThrow(message)
  })
})
