import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { OK, once, pour, redirect, send } from './answers.ts'
import type { HostileCase, Respond } from './case.ts'
import { feed, headline, item, rss } from './feeds.ts'

const SPREAD = 30_000_000

/** Something small that unpacks to 30 MB: its coding, and how it is made. */
const BOMBS: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['bomb-of-gzip', 'gzip', () => gzipSync(Buffer.alloc(SPREAD, 0x20))],
  ['bomb-of-deflate', 'deflate', () => deflateSync(Buffer.alloc(SPREAD, 0x20))],
  ['bomb-of-raw-deflate', 'deflate', () => deflateRawSync(Buffer.alloc(SPREAD, 0x20))],
  ['bomb-of-br', 'br', () => brotliCompressSync(Buffer.alloc(SPREAD, 0x20), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
  ['bomb-of-zstd', 'zstd', () => zstdCompressSync(Buffer.alloc(SPREAD, 0x20))],
  ['bomb-that-is-not-said', 'identity', () => gzipSync(Buffer.alloc(SPREAD, 0x20))],
  ['bomb-in-a-bomb', 'gzip, gzip', () => gzipSync(gzipSync(Buffer.alloc(SPREAD, 0x20)))],
]
const gzipBomb = once(() => gzipSync(Buffer.alloc(SPREAD)))

const endless: readonly (readonly [string, Respond])[] = [
  ['endless-plain', pour(`${OK}\r\n`, feed('endless-plain').repeat(20))],
  ['endless-chunks', pour(`${OK}Transfer-Encoding: chunked\r\n\r\n`, `2000\r\n${'x'.repeat(8_192)}\r\n`)],
  ['states-a-terabyte', pour(`${OK}Content-Length: 1000000000000\r\n\r\n`, 'x'.repeat(8_192))],
  ['endless-white-space', pour(`${OK}\r\n`, ' '.repeat(8_192))],
  ['bomb-behind-a-redirect', redirect(({ self }) => `${self}/x`, send(gzipBomb, ['Content-Encoding: gzip']))],
]

/** Within the limits of fetching: the steps after it have to bear them. */
const large: readonly (readonly [string, () => string, HostileCase['publishes']])[] = [
  [
    'title-of-300-kb',
    () => rss(item('title-of-300-kb', { title: `<title>${headline('title-of-300-kb')} ${'word '.repeat(60_000)}</title>` })),
    'either',
  ],
  [
    'text-of-2-mb',
    () => rss(item('text-of-2-mb', { description: `<description>${'Aleppo in Syria. '.repeat(120_000)}</description>` })),
    'either',
  ],
  ['ten-thousand-items', () => rss(Array.from({ length: 10_000 }, (_, at) => item(`ten-thousand-items-${at}`)).join('')), 'yes'],
  [
    'fifty-thousand-attributes',
    () =>
      rss(item('fifty-thousand-attributes')).replace(
        '<item>',
        `<item ${Array.from({ length: 50_000 }, (_, at) => `a${at}="1"`).join(' ')}>`,
      ),
    'either',
  ],
  [
    'fifty-thousand-levels',
    () => rss(`${item('fifty-thousand-levels')}${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`),
    'either',
  ],
  [
    'levels-inside-a-text',
    () => rss(item('levels-inside-a-text', { description: `<description>${'&lt;div&gt;'.repeat(50_000)}Aleppo</description>` })),
    'either',
  ],
  ['unclosed-tags', () => rss(item('unclosed-tags')) + '<item><title>'.repeat(50_000), 'either'],
  ['unclosed-comments', () => rss(item('unclosed-comments')) + '<!--'.repeat(200_000), 'either'],
  ['unclosed-cdata', () => rss(item('unclosed-cdata')) + '<![CDATA['.repeat(100_000), 'either'],
  [
    'lone-angle-brackets',
    () => rss(item('lone-angle-brackets', { description: `<description>${'<'.repeat(500_000)}</description>` })),
    'either',
  ],
  [
    'a-million-ampersands',
    () => rss(item('a-million-ampersands', { description: `<description>Aleppo ${'&'.repeat(1_000_000)}</description>` })),
    'either',
  ],
  [
    'ten-thousand-categories',
    () => rss(item('ten-thousand-categories', { extra: '<category>Syria</category>'.repeat(10_000) })),
    'either',
  ],
  [
    'ten-thousand-enclosures',
    () =>
      rss(
        item('ten-thousand-enclosures', {
          extra: '<enclosure url="https://outlet.example/a.mp3" length="1" type="audio/mpeg"/>'.repeat(10_000),
        }),
      ),
    'either',
  ],
  [
    'ten-thousand-namespaces',
    () =>
      rss(item('ten-thousand-namespaces')).replace(
        '<rss ',
        `<rss ${Array.from({ length: 10_000 }, (_, at) => `xmlns:n${at}="urn:n${at}"`).join(' ')} `,
      ),
    'either',
  ],
]

export const huge: readonly HostileCase[] = [
  ...endless.map(([name, respond]) => ({ name, class: 'huge', respond, fetched: ['too-large'], publishes: 'no' }) as const),
  ...BOMBS.map(([name, coding, make]) => {
    const prepare = once(make)
    const respond = send(prepare, [`Content-Encoding: ${coding}`])
    return { name, class: 'huge', respond, prepare, fetched: ['too-large'], publishes: 'no' } as const
  }),
  ...large.map(([name, make, publishes]) => {
    const prepare = once(make)
    return { name, class: 'huge', respond: send(prepare), prepare, fetched: ['ok'], publishes } as const
  }),
  {
    name: 'endless-body-of-a-redirect',
    class: 'huge',
    respond: ({ rest, socket, ...visitor }) => {
      if (rest !== '') send(feed('endless-body-of-a-redirect'))({ rest, socket, ...visitor })
      else pour(`HTTP/1.1 302 Found\r\nLocation: ${visitor.self}/x\r\n\r\n`, 'x'.repeat(8_192))({ rest, socket, ...visitor })
    },
    fetched: ['ok'],
    publishes: 'yes',
  },
  {
    name: 'endless-body-of-an-error',
    class: 'huge',
    respond: pour('HTTP/1.1 500 Oops\r\n\r\n', 'x'.repeat(8_192)),
    fetched: ['http-status'],
    publishes: 'no',
  },
  {
    name: 'endless-page',
    class: 'huge',
    isPage: true,
    respond: pour(`${OK}\r\n`, '<p>word</p>'.repeat(700)),
    robots: send('', [], '404 Not Found'),
    fetched: ['too-large'],
    publishes: 'no',
  },
  {
    name: 'endless-robots',
    class: 'huge',
    isPage: true,
    respond: send('<p>page</p>'),
    robots: pour(`${OK}\r\n`, 'User-agent: *\nDisallow: /private\n'.repeat(200)),
    fetched: ['ok'],
    publishes: 'no',
  },
  {
    name: 'robots-bomb',
    class: 'huge',
    isPage: true,
    respond: send('<p>page</p>'),
    robots: send(gzipBomb, ['Content-Encoding: gzip']),
    fetched: ['robots'],
    publishes: 'no',
  },
]
