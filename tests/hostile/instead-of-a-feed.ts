import { hang, send } from './answers.ts'
import type { Expected, HostileCase, Respond } from './case.ts'
import { headline, page } from './feeds.ts'

const words = headline('nothing-to-publish')
const zip = Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1'), Buffer.alloc(200, 0x5a)])
const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.alloc(200)])
const html = ['Content-Type: text/html; charset=utf-8']
const json = ['Content-Type: application/json']

const cases: readonly (readonly [string, Expected, Respond])[] = [
  ['web-page', 'ok', send(page(words), html)],
  ['web-page-called-rss', 'ok', send(page(words))],
  ['log-in-wall', 'ok', send(page(words, '<meta http-equiv="refresh" content="0;url=/login">'), html)],
  [
    'page-that-names-a-feed',
    'ok',
    send(
      ({ innerPort }) => page(words, `<link rel="alternate" type="application/rss+xml" href="http://127.0.0.1:${innerPort}/">`),
      html,
    ),
  ],
  [
    'xhtml-page',
    'ok',
    send(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${words}</title></head><body/></html>`),
  ],
  ['error-in-json', 'ok', send(JSON.stringify({ error: { code: 403, message: words } }), json)],
  [
    'error-in-soap',
    'ok',
    send(
      `<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultstring>${words}</faultstring></s:Fault></s:Body></s:Envelope>`,
    ),
  ],
  ['xml-of-something-else', 'ok', send(`<?xml version="1.0"?><catalog><item><title>${words}</title></item></catalog>`)],
  [
    'outline',
    'ok',
    send(
      `<?xml version="1.0"?><opml version="2.0"><head><title>${words}</title></head><body><outline text="${words}" xmlUrl="https://outlet.example/"/></body></opml>`,
    ),
  ],
  ['plain-words', 'ok', send(words, ['Content-Type: text/plain'])],
  ['zip-archive', 'ok', send(zip, ['Content-Type: application/zip'])],
  ['picture', 'ok', send(png, ['Content-Type: image/png'])],
  ['json-that-is-a-number', 'ok', send('42', json)],
  ['json-that-is-null', 'ok', send('null', json)],
  ['feed-without-items', 'ok', send('<rss version="2.0"><channel><title>Outlet</title></channel></rss>')],
  ['empty-body', 'empty', send('')],
  ['nothing-but-white-space', 'empty', send(' \r\n\t\n ')],
  ['nothing-but-a-mark', 'empty', send('\ufeff')],
  ['nothing-but-nulls', 'empty', send(Buffer.alloc(500))],
  [
    'log-in-wall-with-status',
    'http-status',
    send(page(words), ['WWW-Authenticate: Basic realm="x"', ...html], '401 Unauthorized'),
  ],
  ['payment-wall', 'http-status', send(page(words), html, '402 Payment Required')],
  ['robot-check', 'http-status', send(page(words), html, '403 Forbidden')],
  ['error-page-that-never-ends', 'http-status', hang('HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\n\r\n<html>')],
]

export const insteadOfAFeed: readonly HostileCase[] = cases.map(
  ([name, fetched, respond]) => ({ name, class: 'instead-of-a-feed', respond, fetched: [fetched], publishes: 'no' }) as const,
)
