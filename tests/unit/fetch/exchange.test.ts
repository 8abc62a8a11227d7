import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { serve, serveRaw } from '../../helpers/loopback.ts'
import { fetchOnce, textOf } from '../../helpers/open-fetch.ts'

const RSS = '<rss><channel><title>Whole</title></channel></rss>'
const OK = 'HTTP/1.1 200 OK\r\n'

/** Fetches from a server that writes this and closes. */
async function fetchedRaw(...parts: readonly (string | Uint8Array)[]) {
  await using site = await serveRaw((socket) => {
    for (const part of parts) socket.write(part)
    socket.end()
  })
  const result = await fetchOnce(site.url)
  return { result, text: textOf(result), open: await site.settled() }
}

describe('the answer to a fetch', () => {
  it.each([[200], [203]])('with status %d is a document', async (status) => {
    await using site = await serve((_request, response) => response.writeHead(status).end(RSS))
    expect(await fetchOnce(site.url)).toMatchObject({ kind: 'ok', status })
  })

  it.each([
    [201, 'http-status'],
    [202, 'http-status'],
    [204, 'http-status'],
    [205, 'http-status'],
    [206, 'http-status'],
    [226, 'http-status'],
    [299, 'http-status'],
    [400, 'http-status'],
    [401, 'http-status'],
    [403, 'http-status'],
    [404, 'http-status'],
    [407, 'http-status'],
    [410, 'gone'],
    [418, 'http-status'],
    [429, 'rate-limited'],
    [451, 'http-status'],
    [500, 'http-status'],
    [502, 'http-status'],
    [503, 'rate-limited'],
    [599, 'http-status'],
    [999, 'http-status'],
  ])('with status %d is %s although its body looks like a feed', async (status, trouble) => {
    await using site = await serve((_request, response) =>
      response.writeHead(status, 'Fine <b>\u00e9</b>', { ETag: '"a"' }).end(RSS),
    )
    const result = await fetchOnce(site.url)
    expect(result).toEqual({
      kind: 'failed',
      trouble,
      status,
      message: expect.stringMatching(`^it answered ${status}( [A-Z][A-Za-z' -]+)?$`),
    })
    expect(await site.settled()).toBe(0)
  })

  it.each([
    [429, '120', '2026-11-23T12:02:00.000Z'],
    [503, 'Mon, 23 Nov 2026 13:00:00 GMT', '2026-11-23T13:00:00.000Z'],
    [429, '99999999999', '2026-11-30T12:00:00.000Z'],
    [403, '60', '2026-11-23T12:01:00.000Z'],
  ])('with status %d and Retry-After %j names the moment to come back', async (status, wait, retryAt) => {
    await using site = await serve((_request, response) => response.writeHead(status, { 'Retry-After': wait }).end())
    expect(await fetchOnce(site.url)).toMatchObject({ kind: 'failed', status, retryAt: new Date(retryAt) })
  })

  it('hands on the header fields that later steps read, as clean text', async () => {
    const fields = [
      'Content-Type: text/xml; charset="utf-8"',
      'Content-Language: tr',
      'X-Robots-Tag: noarchive',
      'X-Robots-Tag: nosnippet',
      'TDM-Reservation: 1',
      'Link: </a>; rel="hub"; title="\xc3\xb6\xff"',
    ]
    const { result } = await fetchedRaw(Buffer.from(`${OK}${fields.join('\r\n')}\r\n\r\n${RSS}`, 'latin1'))
    expect(result).toMatchObject({
      wireBytes: RSS.length,
      headers: {
        contentType: 'text/xml; charset="utf-8"',
        contentLanguage: 'tr',
        xRobotsTag: 'noarchive, nosnippet',
        tdmReservation: '1',
        link: '</a>; rel="hub"; title="\u00c3\u00b6\u00ff"',
      },
    })
  })
})

describe('a fetch over a bad wire', () => {
  it.each<[string, readonly (string | Uint8Array)[]]>([
    ['without a length', [`${OK}\r\n${RSS}`]],
    ['in HTTP/1.0', [`HTTP/1.0 200 OK\r\n\r\n${RSS}`]],
    ['without a reason phrase', [`HTTP/1.1 200\r\n\r\n${RSS}`]],
    [
      'in chunks',
      [
        `${OK}Transfer-Encoding: chunked\r\n\r\n5\r\n${RSS.slice(0, 5)}\r\n2d;x=y\r\n${RSS.slice(5)}\r\n0\r\nX-Trailer: 1\r\n\r\n`,
      ],
    ],
    [
      'in chunks with rubbish behind the last',
      [`${OK}Transfer-Encoding: chunked\r\n\r\n32\r\n${RSS}\r\n0\r\n\r\nrubbish rubbish`],
    ],
    ['after blank lines', [`\r\n\r\n${OK}\r\n${RSS}`]],
    ['after interim answers', [`HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n${OK}\r\n${RSS}`]],
    ['with names of built-in properties as fields', [`${OK}__proto__: x\r\nconstructor: y\r\nhasOwnProperty: z\r\n\r\n${RSS}`]],
    ['gzipped as a transfer coding', [`${OK}Transfer-Encoding: gzip\r\n\r\n`, gzipSync(RSS)]],
    [
      'with the rest of a whole document announced too short',
      [`${OK}Content-Length: 50\r\n\r\n${RSS}\n<!-- served by cache 7 -->`],
    ],
    [
      'with 60 KB of header fields',
      [`${OK}${'X-Long: '.padEnd(2_000, 'x')}\r\n`, `${`${'X-Long: '.padEnd(2_000, 'x')}\r\n`.repeat(28)}\r\n${RSS}`],
    ],
  ])('reads a document that comes %s', async (_name, parts) => {
    expect(await fetchedRaw(...parts)).toMatchObject({ text: expect.stringContaining(RSS), open: 0 })
  })

  it.each<[string, string, readonly (string | Uint8Array)[]]>([
    ['a body shorter than stated', 'truncated', [`${OK}Content-Length: 500\r\n\r\n${RSS}`]],
    ['a body longer than stated', 'truncated', [`${OK}Content-Length: 20\r\n\r\n${RSS}`]],
    ['chunks without the last one', 'truncated', [`${OK}Transfer-Encoding: chunked\r\n\r\n32\r\n${RSS}\r\n`]],
    ['a chunk that is cut', 'truncated', [`${OK}Transfer-Encoding: chunked\r\n\r\n99\r\n${RSS}`]],
    ['a broken chunk', 'malformed', [`${OK}Transfer-Encoding: chunked\r\n\r\nZZ\r\n${RSS}\r\n0\r\n\r\n`]],
    ['a body without a head', 'malformed', [RSS]],
    ['another protocol', 'malformed', ['220 ftp.example ready\r\n']],
    ['a bare line feed', 'malformed', [`HTTP/1.1 200 OK\nContent-Length: 50\n\n${RSS}`]],
    ['a folded field', 'malformed', [`${OK}X-Folded: a\r\n b\r\n\r\n${RSS}`]],
    ['two different lengths', 'malformed', [`${OK}Content-Length: 50\r\nContent-Length: 5\r\n\r\n${RSS}`]],
    ['a negative length', 'malformed', [`${OK}Content-Length: -1\r\n\r\n${RSS}`]],
    [
      'a length beside chunks',
      'malformed',
      [`${OK}Content-Length: 50\r\nTransfer-Encoding: chunked\r\n\r\n32\r\n${RSS}\r\n0\r\n\r\n`],
    ],
    ['a control character in a field', 'malformed', [`${OK}ETag: "a\x00b"\r\n\r\n${RSS}`]],
    ['a space before the colon', 'malformed', [`${OK}X-Space : 1\r\n\r\n${RSS}`]],
    ['a status of two digits', 'malformed', [`HTTP/1.1 20 OK\r\n\r\n${RSS}`]],
    ['header fields beyond 64 KB', 'malformed', [`${OK}${`${'X-Long: '.padEnd(2_000, 'x')}\r\n`.repeat(80)}\r\n${RSS}`]],
    ['one field beyond 64 KB', 'malformed', [`${OK}X-Long: ${'x'.repeat(200_000)}\r\n\r\n${RSS}`]],
    ['interim answers without end', 'malformed', ['HTTP/1.1 102 Processing\r\n\r\n'.repeat(1_000)]],
    [
      'a change of protocol',
      'http-status',
      ['HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n', RSS],
    ],
    ['nothing at all', 'reset', []],
    ['half a head', 'reset', ['HTTP/1.1 200 OK\r\nContent-Ty']],
    ['a head and no body', 'empty', [`${OK}Content-Length: 0\r\n\r\n`]],
  ])('words %s as %s', async (_name, trouble, parts) => {
    const { result, open } = await fetchedRaw(...parts)
    expect(result).toMatchObject({ kind: 'failed', trouble, message: expect.stringMatching(/^[ -~]{10,120}$/) })
    expect(open).toBe(0)
  })

  it('words a reset in the middle of the body', async () => {
    await using site = await serveRaw((socket) => {
      socket.write(`${OK}Content-Length: 5000\r\n\r\n${RSS}`, () => setTimeout(() => socket.resetAndDestroy(), 20))
    })
    expect(await fetchOnce(site.url)).toMatchObject({ kind: 'failed', trouble: 'truncated' })
  })

  it('words a reset before any answer', async () => {
    await using site = await serveRaw((socket) => socket.resetAndDestroy(), 'connect')
    expect(await fetchOnce(site.url)).toMatchObject({ kind: 'failed', trouble: 'reset' })
  })

  it('words a port where nobody listens', async () => {
    const site = await serve(() => undefined)
    await site.close()
    expect(await fetchOnce(site.url)).toMatchObject({ kind: 'failed', trouble: 'refused', message: 'the connection was refused' })
  })
})
