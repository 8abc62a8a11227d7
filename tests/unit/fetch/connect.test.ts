import type { RequestListener } from 'node:http'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCertificate } from '../../helpers/certificate.ts'
import { serve, serveRaw } from '../../helpers/loopback.ts'
import { fetchOnce } from '../../helpers/open-fetch.ts'
import { serveTls } from '../../helpers/serve-tls.ts'

const DAY = 86_400_000
const authority = makeCertificate({ name: 'Authority of this test', isAuthority: true })
const known = getCACertificates('default')

beforeAll(() => setDefaultCACertificates([...known, authority.cert]))
afterAll(() => setDefaultCACertificates(known))

/** Answers with its name, or sends on to the address in the user agent. */
const answer: RequestListener = (request, response) => {
  if (request.url === '/down') response.writeHead(302, { Location: request.headers['user-agent'] }).end()
  else response.end(`<rss>${request.headers.host}</rss>`)
}

const lookup = async () => ({ kind: 'addresses' as const, addresses: [{ address: '127.0.0.1', family: 4 }] })

describe('a fetch over https', () => {
  it('reads a document from a host whose certificate is right', async () => {
    await using site = await serveTls(makeCertificate({ name: 'feeds.example', issuer: authority }), answer)
    const address = `https://feeds.example:${site.port}/`
    expect(await fetchOnce(address, { options: { lookup } })).toMatchObject({ kind: 'ok', url: address })
    expect(await fetchOnce(`https://feeds.example.:${site.port}/`, { options: { lookup } })).toMatchObject({ kind: 'ok' })
  })

  it('reads a document from an address whose certificate is right', async () => {
    await using site = await serveTls(makeCertificate({ name: '127.0.0.1', issuer: authority }), answer)
    expect(await fetchOnce(`https://127.0.0.1:${site.port}/`)).toMatchObject({ kind: 'ok' })
  })

  it('follows a redirect between https and http', async () => {
    await using plain = await serve((_request, response) => response.end('<rss/>'))
    await using site = await serveTls(makeCertificate({ name: 'feeds.example', issuer: authority }), answer)
    const result = await fetchOnce(`https://feeds.example:${site.port}/down`, { options: { lookup, userAgent: plain.url } })
    expect(result).toMatchObject({ kind: 'ok', url: `${plain.url}/` })
  })

  it.each([
    ['has expired', { until: new Date(Date.now() - DAY), from: new Date(Date.now() - 2 * DAY) }, 'its certificate has expired'],
    [
      'is not valid yet',
      { from: new Date(Date.now() + DAY), until: new Date(Date.now() + 2 * DAY) },
      'its certificate is not valid yet (or the clock here is wrong)',
    ],
    ['is for another name', { name: 'other.example' }, 'its certificate is for another name'],
  ])('says that a certificate %s', async (_name, wishes, message) => {
    await using site = await serveTls(makeCertificate({ name: 'feeds.example', issuer: authority, ...wishes }), answer)
    expect(await fetchOnce(`https://feeds.example:${site.port}/`, { options: { lookup } })).toEqual({
      kind: 'failed',
      trouble: 'tls',
      message,
    })
  })

  it('says that a certificate is self-signed', async () => {
    await using site = await serveTls(makeCertificate({ name: 'feeds.example' }), answer)
    const result = await fetchOnce(`https://feeds.example:${site.port}/`, { options: { lookup } })
    expect(result).toEqual({ kind: 'failed', trouble: 'tls', message: 'its certificate is self-signed' })
  })

  it('says that the authority of a certificate is not known', async () => {
    const stranger = makeCertificate({ name: 'Stranger', isAuthority: true })
    await using site = await serveTls(makeCertificate({ name: 'feeds.example', issuer: stranger }), answer)
    const result = await fetchOnce(`https://feeds.example:${site.port}/`, { options: { lookup } })
    expect(result).toMatchObject({ kind: 'failed', trouble: 'tls', message: expect.stringMatching(/certificate/) })
  })

  it('says that a server speaks no TLS', async () => {
    await using site = await serve((_request, response) => response.end('<rss/>'))
    const result = await fetchOnce(site.url.replace('http:', 'https:'))
    expect(result).toEqual({ kind: 'failed', trouble: 'tls', message: 'it does not speak TLS on this port' })
    expect(await site.settled()).toBe(0)
  })

  it.each<[string, 'tls' | 'reset' | 'timeout', Parameters<typeof serveRaw>[0]]>([
    ['sends rubbish', 'tls', (socket) => socket.write('rubbish '.repeat(200))],
    ['hangs up', 'reset', (socket) => socket.end()],
    ['says nothing', 'timeout', () => undefined],
  ])('ends a handshake in which the server %s', async (_name, trouble, answer) => {
    await using site = await serveRaw(answer, 'connect')
    const result = await fetchOnce(site.url.replace('http:', 'https:'), { options: { timeoutMs: 300 } })
    expect(result).toMatchObject({ kind: 'failed', trouble })
    expect(await site.settled()).toBe(0)
  })
})
