import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { OK, raw, send } from './answers.ts'
import type { Expected, HostileCase, Respond } from './case.ts'
import { feed, headline } from './feeds.ts'

const whole: readonly (readonly [string, (name: string) => Respond])[] = [
  ['no-length', (name) => raw(`${OK}\r\n${feed(name)}`)],
  ['http-1-0', (name) => raw(`HTTP/1.0 200 OK\r\n\r\n${feed(name)}`)],
  ['no-reason-phrase', (name) => raw(`HTTP/1.1 200\r\n\r\n${feed(name)}`)],
  ['non-authoritative', (name) => send(feed(name), [], '203 Non-Authoritative Information')],
  ['interim-answers-first', (name) => raw(`HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n${OK}\r\n${feed(name)}`)],
  ['blank-lines-first', (name) => raw(`\r\n\r\n${OK}\r\n${feed(name)}`)],
  [
    'rubbish-after-the-last-chunk',
    (name) =>
      raw(`${OK}Transfer-Encoding: chunked\r\n\r\n${feed(name).length.toString(16)}\r\n${feed(name)}\r\n0\r\n\r\nrubbish`),
  ],
  [
    'chunk-extensions-and-trailers',
    (name) =>
      raw(`${OK}Transfer-Encoding: chunked\r\n\r\n${feed(name).length.toString(16)};a=b\r\n${feed(name)}\r\n0\r\nX-T: 1\r\n\r\n`),
  ],
  ['gzip-said-twice-done-once', (name) => send(gzipSync(feed(name)), ['Content-Encoding: gzip, gzip'])],
  ['gzip-said-once-done-twice', (name) => send(gzipSync(gzipSync(feed(name))), ['Content-Encoding: gzip'])],
  ['gzip-not-said', (name) => send(gzipSync(feed(name)), ['Content-Type: application/octet-stream'])],
  ['gzip-said-not-done', (name) => send(feed(name), ['Content-Encoding: gzip'])],
  ['br-said-gzip-done', (name) => send(gzipSync(feed(name)), ['Content-Encoding: br'])],
  [
    'gzip-with-rubbish-behind',
    (name) => send(Buffer.concat([gzipSync(feed(name)), Buffer.from('<!-- cached -->')]), ['Content-Encoding: gzip']),
  ],
  ['raw-deflate', (name) => send(deflateRawSync(feed(name)), ['Content-Encoding: deflate'])],
  ['zlib-deflate', (name) => send(deflateSync(feed(name)), ['Content-Encoding: deflate'])],
  [
    'three-codings',
    (name) => send(zstdCompressSync(brotliCompressSync(gzipSync(feed(name)))), ['Content-Encoding: gzip, br, zstd']),
  ],
  ['unknown-coding-of-plain-text', (name) => send(feed(name), ['Content-Encoding: utf-8'])],
  ['rubbish-before-the-document', (name) => send(`\n\n  <!-- slow query --> ${feed(name)}`)],
  ['rubbish-behind-the-document', (name) => send(`${feed(name)}<script>track()</script>\n<b>Warning</b>`)],
  ['content-type-of-a-page', (name) => send(feed(name), ['Content-Type: text/html'])],
  ['content-type-of-a-picture', (name) => send(feed(name), ['Content-Type: image/png'])],
  ['content-type-of-nonsense', (name) => send(feed(name), ['Content-Type: ;;;=;charset=;"'])],
  [
    'fields-with-built-in-names',
    (name) => send(feed(name), ['__proto__: x', 'constructor: y', 'toString: z', 'hasOwnProperty: w']),
  ],
  ['fields-of-50-kb', (name) => send(feed(name), Array(25).fill(`X-Long: ${'x'.repeat(2_000)}`))],
  ['fields-of-raw-bytes', (name) => send(feed(name), ['X-Raw: \xff\xfe\xe9', 'Server: \xd0\xaf'])],
]

const broken: readonly (readonly [string, Expected, (name: string) => Respond])[] = [
  ['shorter-than-stated', 'truncated', (name) => raw(`${OK}Content-Length: 9999\r\n\r\n${feed(name)}`)],
  ['longer-than-stated', 'truncated', (name) => raw(`${OK}Content-Length: 100\r\n\r\n${feed(name)}`)],
  [
    'no-last-chunk',
    'truncated',
    (name) => raw(`${OK}Transfer-Encoding: chunked\r\n\r\n${feed(name).length.toString(16)}\r\n${feed(name)}\r\n`),
  ],
  ['cut-chunk', 'truncated', (name) => raw(`${OK}Transfer-Encoding: chunked\r\n\r\nfff\r\n${feed(name)}`)],
  ['cut-gzip', 'truncated', (name) => send(gzipSync(feed(name)).subarray(0, -30), ['Content-Encoding: gzip'])],
  ['cut-br', 'truncated', (name) => send(brotliCompressSync(feed(name)).subarray(0, -30), ['Content-Encoding: br'])],
  ['cut-zstd', 'truncated', (name) => send(zstdCompressSync(feed(name)).subarray(0, -30), ['Content-Encoding: zstd'])],
  [
    'wrong-checksum',
    'bad-encoding',
    (name) => send(Buffer.concat([gzipSync(feed(name)).subarray(0, -8), Buffer.alloc(8, 7)]), ['Content-Encoding: gzip']),
  ],
  [
    'noise-in-an-unknown-coding',
    'bad-encoding',
    () => send(Buffer.from('00fe8899aabbccddeeff', 'hex'), ['Content-Encoding: sdch']),
  ],
  ['broken-chunk-size', 'malformed', (name) => raw(`${OK}Transfer-Encoding: chunked\r\n\r\nXYZ\r\n${feed(name)}\r\n0\r\n\r\n`)],
  ['no-head', 'malformed', (name) => raw(feed(name))],
  ['bare-line-feeds', 'malformed', (name) => raw(`HTTP/1.1 200 OK\nContent-Type: text/xml\n\n${feed(name)}`)],
  ['folded-field', 'malformed', (name) => raw(`${OK}X-Folded: a\r\n\tb\r\n\r\n${feed(name)}`)],
  ['two-lengths', 'malformed', (name) => raw(`${OK}Content-Length: 10\r\nContent-Length: 9999\r\n\r\n${feed(name)}`)],
  ['negative-length', 'malformed', (name) => raw(`${OK}Content-Length: -10\r\n\r\n${feed(name)}`)],
  [
    'length-and-chunks',
    'malformed',
    (name) => raw(`${OK}Content-Length: 10\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n${feed(name).slice(0, 5)}\r\n0\r\n\r\n`),
  ],
  ['nul-in-a-field', 'malformed', (name) => raw(`${OK}X-Nul: a\0b\r\n\r\n${feed(name)}`)],
  ['fields-of-a-megabyte', 'malformed', (name) => raw(`${OK}X-Long: ${'x'.repeat(1_000_000)}\r\n\r\n${feed(name)}`)],
  ['a-thousand-interim-answers', 'malformed', () => raw('HTTP/1.1 102 Processing\r\n\r\n'.repeat(1_000))],
  [
    'switches-protocols',
    'http-status',
    (name) => raw(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n${feed(name)}`),
  ],
  ['says-nothing', 'reset', () => raw()],
  [
    'resets-at-once',
    'reset',
    () =>
      ({ socket }) =>
        socket.resetAndDestroy(),
  ],
  ['not-http', 'malformed', () => raw('220 mail.example ESMTP\r\n')],
  ['no-content', 'http-status', () => raw('HTTP/1.1 204 No Content\r\n\r\n')],
  ['partial-content', 'http-status', (name) => send(feed(name), ['Content-Range: bytes 0-99/9999'], '206 Partial Content')],
  ['accepted', 'http-status', (name) => send(feed(name), [], '202 Accepted')],
  ['feed-with-status-404', 'http-status', (name) => send(feed(name), undefined, '404 Not Found')],
  ['feed-with-status-500', 'http-status', (name) => send(feed(name), undefined, '500 Oops')],
  ['feed-with-status-999', 'http-status', (name) => send(feed(name), undefined, '999 Request denied')],
]

const multipart = (name: string): string =>
  `--frontier\r\nContent-Type: application/rss+xml\r\n\r\n${feed(name)}\r\n--frontier--\r\n`

export const wire: readonly HostileCase[] = [
  ...whole.map(
    ([name, respond]) =>
      ({ name, class: 'wire', respond: respond(name), fetched: ['ok'], publishes: 'yes', titles: [headline(name)] }) as const,
  ),
  ...broken.map(
    ([name, trouble, respond]) => ({ name, class: 'wire', respond: respond(name), fetched: [trouble], publishes: 'no' }) as const,
  ),
  {
    name: 'multipart',
    class: 'wire',
    respond: send(multipart('multipart'), ['Content-Type: multipart/mixed; boundary=frontier']),
    fetched: ['ok'],
    publishes: 'either',
  },
]
