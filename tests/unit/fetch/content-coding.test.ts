import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { serve } from '../../helpers/loopback.ts'
import { fetchOnce, textOf } from '../../helpers/open-fetch.ts'

const FEED = `<?xml version="1.0"?><rss><channel><title>Ölçü</title>${'<item/>'.repeat(2_000)}</channel></rss>`
const named = Buffer.concat([
  gzipSync(FEED).subarray(0, 3),
  Buffer.from([8]),
  gzipSync(FEED).subarray(4, 10),
  Buffer.from('a.xml\0'),
  gzipSync(FEED).subarray(10),
])
const junk = Buffer.from('<!-- counted by our statistics -->')

async function fetched(body: Uint8Array | string, coding?: string) {
  await using site = await serve((_request, response) => {
    if (coding !== undefined) response.setHeader('Content-Encoding', coding)
    response.end(body)
  })
  return await fetchOnce(site.url)
}

describe('the content coding of a fetch', () => {
  it.each<[string, Uint8Array | string, string | undefined]>([
    ['nothing', FEED, undefined],
    ['gzip', gzipSync(FEED), 'gzip'],
    ['x-gzip', gzipSync(FEED), 'x-gzip'],
    ['GZIP in capitals', gzipSync(FEED), 'GZIP'],
    ['deflate with the zlib frame', deflateSync(FEED), 'deflate'],
    ['deflate without it', deflateRawSync(FEED), 'deflate'],
    ['br', brotliCompressSync(FEED), 'br'],
    ['zstd', zstdCompressSync(FEED), 'zstd'],
    ['two stacked', brotliCompressSync(gzipSync(FEED)), 'gzip, br'],
    ['three stacked', zstdCompressSync(brotliCompressSync(gzipSync(FEED))), 'gzip, br, zstd'],
    ['gzip of two members', Buffer.concat([gzipSync(FEED.slice(0, 900)), gzipSync(FEED.slice(900))]), 'gzip'],
    ['zstd of two frames', Buffer.concat([zstdCompressSync(FEED.slice(0, 900)), zstdCompressSync(FEED.slice(900))]), 'zstd'],
    ['gzip with a file name inside', named, 'gzip'],
    ['gzip that is not said', gzipSync(FEED), undefined],
    ['gzip twice that is said once', gzipSync(gzipSync(FEED)), 'gzip'],
    ['gzip that is called br', gzipSync(FEED), 'br'],
    ['gzip that is called deflate', gzipSync(FEED), 'deflate'],
    ['zlib that is called gzip', deflateSync(FEED), 'gzip'],
    ['plain text that is called gzip', FEED, 'gzip'],
    ['plain text that is called deflate', FEED, 'deflate'],
    ['plain text that is called br', FEED, 'br'],
    ['plain text that is called zstd', FEED, 'zstd'],
    ['plain text that is called utf-8', FEED, 'utf-8'],
    ['gzip with nulls behind it', Buffer.concat([gzipSync(FEED), Buffer.alloc(40)]), 'gzip'],
    ['gzip with text behind it', Buffer.concat([gzipSync(FEED), junk]), 'gzip'],
    ['named gzip with text behind it', Buffer.concat([named, junk]), 'gzip'],
    ['br with text behind it', Buffer.concat([brotliCompressSync(FEED), junk]), 'br'],
  ])('reads %s', async (_name, body, coding) => {
    expect(textOf(await fetched(body, coding))).toBe(FEED)
  })

  it('reads UTF-16 that is called gzip', async () => {
    expect(await fetched(Buffer.from(`\ufeff${FEED}`, 'utf16le'), 'gzip')).toMatchObject({ kind: 'ok' })
  })

  it.each<[string, Uint8Array, string, string]>([
    ['gzip', gzipSync(FEED).subarray(0, -20), 'gzip', 'truncated'],
    ['gzip without its checksum', gzipSync(FEED).subarray(0, -8), 'gzip', 'truncated'],
    ['zlib', deflateSync(FEED).subarray(0, -20), 'deflate', 'truncated'],
    ['raw deflate', deflateRawSync(FEED).subarray(0, -20), 'deflate', 'truncated'],
    ['br', brotliCompressSync(FEED).subarray(0, -20), 'br', 'truncated'],
    ['zstd', zstdCompressSync(FEED).subarray(0, -20), 'zstd', 'truncated'],
    ['a second member of gzip', Buffer.concat([gzipSync(FEED), gzipSync(FEED).subarray(0, 30)]), 'gzip', 'truncated'],
    [
      'a second frame of zstd',
      Buffer.concat([zstdCompressSync(FEED), zstdCompressSync(FEED).subarray(0, 30)]),
      'zstd',
      'truncated',
    ],
  ])('says that %s is cut', async (_name, body, coding, trouble) => {
    expect(await fetched(body, coding)).toMatchObject({ kind: 'failed', trouble })
  })

  it.each<[string, Uint8Array, string]>([
    ['gzip with a wrong checksum', gzipSync(FEED).fill(0, gzipSync(FEED).length - 8), 'gzip'],
    ['noise called gzip', Buffer.from('00ff8899aabbccdd', 'hex'), 'gzip'],
    ['noise called br', Buffer.from('ffffffff00ff8899', 'hex'), 'br'],
    ['noise in a coding that nobody knows', Buffer.from('00ff8899aabbccdd', 'hex'), 'sdch'],
    ['compress', Buffer.from('1f9d90aabbccddee00', 'hex'), 'compress'],
    ['ten layers that are said', gzipSync(FEED), Array(10).fill('gzip').join(',')],
    ['thousands of frames', Buffer.concat(Array(2_000).fill(zstdCompressSync('x'))), 'zstd'],
  ])('says that %s cannot be unpacked', async (_name, body, coding) => {
    expect(await fetched(body, coding)).toMatchObject({ kind: 'failed', trouble: 'bad-encoding' })
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ] as const)('stops a bomb of %s at the limit', async (coding, pack) => {
    expect(await fetched(pack(Buffer.alloc(50_000_000, 0x20)), coding)).toMatchObject({ kind: 'failed', trouble: 'too-large' })
  })

  it('stops a bomb inside a bomb', async () => {
    expect(await fetched(gzipSync(gzipSync(Buffer.alloc(50_000_000))), 'gzip, gzip')).toMatchObject({
      kind: 'failed',
      trouble: 'too-large',
    })
  })

  it.each([[''], [' \r\n\t'], ['\ufeff'], [gzipSync('')]])('calls a body without anything in it empty: %#', async (body) => {
    expect(await fetched(body)).toMatchObject({ kind: 'failed', trouble: 'empty', status: 200 })
  })
})
