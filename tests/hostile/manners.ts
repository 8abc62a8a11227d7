import { send } from './answers.ts'
import type { HostileCase, Respond } from './case.ts'
import { feed, item, rss } from './feeds.ts'

const NOT_MODIFIED = '304 Not Modified'

/** A feed with these validators, and a 304 for whoever brings them back byte for byte. */
function validated(name: string, fields: { readonly etag?: string; readonly modified?: string }): Respond {
  const headers = [
    ...(fields.etag === undefined ? [] : [`ETag: ${fields.etag}`]),
    ...(fields.modified === undefined ? [] : [`Last-Modified: ${fields.modified}`]),
  ]
  return (visitor) => {
    const isKnown = visitor.headers['if-none-match'] === fields.etag && visitor.headers['if-modified-since'] === fields.modified
    send(isKnown ? '' : feed(name), isKnown ? [] : headers, isKnown ? NOT_MODIFIED : '200 OK')(visitor)
  }
}

const validators: readonly (readonly [string, { readonly etag?: string; readonly modified?: string }])[] = [
  ['both-validators', { etag: '"abc"', modified: 'Mon, 23 Nov 2026 08:00:00 GMT' }],
  ['weak-etag', { etag: 'W/"abc"' }],
  ['etag-without-quotes', { etag: 'abc-123' }],
  ['etag-of-raw-bytes', { etag: '"\xe9\xff\x80"' }],
  ['etag-with-commas-and-quotes', { etag: '"a, "b", W/"c""' }],
  ['etag-of-2-kb', { etag: `"${'e'.repeat(2_000)}"` }],
  ['last-modified-that-is-no-date', { modified: 'a while ago' }],
  ['last-modified-in-another-form', { modified: 'Monday, 23-Nov-26 08:00:00 GMT' }],
]

const waits: readonly (readonly [string, string, string])[] = [
  ['429-for-an-hour', '429 Too Many Requests', '3600'],
  ['429-until-a-date', '429 Too Many Requests', 'Tue, 24 Nov 2026 08:00:00 GMT'],
  ['429-until-yesterday', '429 Too Many Requests', 'Sun, 22 Nov 2026 08:00:00 GMT'],
  ['429-for-a-thousand-years', '429 Too Many Requests', '31536000000'],
  ['429-for-a-negative-time', '429 Too Many Requests', '-1'],
  ['429-for-nonsense', '429 Too Many Requests', 'soon, I promise'],
  ['429-for-a-number-without-end', '429 Too Many Requests', '9'.repeat(1_000)],
  ['503-for-a-minute', '503 Service Unavailable', '60'],
]

/** Counts how a client behaves who is never satisfied: a new validator each time. */
const rotating: Respond = (visitor) => send(feed('etag-that-rotates'), [`ETag: "${visitor.visit}"`])(visitor)

const lying: Respond = (visitor) => {
  const isKnown = visitor.headers['if-none-match'] === '"always"'
  send(
    isKnown ? '' : rss(item('etag-that-lies') + item(`etag-that-lies-${visitor.visit}`)),
    ['ETag: "always"'],
    isKnown ? NOT_MODIFIED : '200 OK',
  )(visitor)
}

export const manners: readonly HostileCase[] = [
  ...validators.map(
    ([name, fields]) =>
      ({ name, class: 'manners', respond: validated(name, fields), fetched: ['ok', 'not-modified'], publishes: 'yes' }) as const,
  ),
  ...waits.map(
    ([name, status, wait]) =>
      ({
        name,
        class: 'manners',
        respond: send(feed(name), [`Retry-After: ${wait}`], status),
        fetched: ['rate-limited'],
        publishes: 'no',
      }) as const,
  ),
  ...Array.from({ length: 8 }, (_, at) => {
    const name = `one-of-eight-on-a-host-${at + 1}`
    const respond: Respond = (visitor) => setTimeout(() => send(feed(name))(visitor), 30)
    return { name, class: 'manners', host: 'eight', respond, fetched: ['ok'], publishes: 'yes' } as const
  }),
  { name: 'etag-that-rotates', class: 'manners', respond: rotating, fetched: ['ok'], publishes: 'yes' },
  { name: 'etag-that-lies', class: 'manners', respond: lying, fetched: ['ok', 'not-modified'], publishes: 'yes' },
  { name: 'bare-304', class: 'manners', respond: send('', [], NOT_MODIFIED), fetched: ['http-status'], publishes: 'no' },
  {
    name: 'gone-for-good',
    class: 'manners',
    respond: send(feed('gone-for-good'), [], '410 Gone'),
    fetched: ['gone'],
    publishes: 'no',
  },
  {
    name: 'offers-cookies',
    class: 'manners',
    respond: (visitor) =>
      send(visitor.headers['cookie'] === undefined ? feed('offers-cookies') : '', ['Set-Cookie: a=b; Path=/', 'Set-Cookie: c=d'])(
        visitor,
      ),
    fetched: ['ok'],
    publishes: 'yes',
  },
  {
    name: 'fresh-for-a-year',
    class: 'manners',
    respond: send(feed('fresh-for-a-year'), ['Cache-Control: max-age=31536000']),
    fetched: ['ok'],
    publishes: 'yes',
  },
  {
    name: 'cache-hints-of-nonsense',
    class: 'manners',
    respond: send(feed('cache-hints-of-nonsense'), ['Cache-Control: max-age=-1, =, ;;', 'Expires: 0', 'Age: x']),
    fetched: ['ok'],
    publishes: 'yes',
  },
  {
    name: 'robots-forbid-a-page',
    class: 'manners',
    isPage: true,
    respond: send('<p>page</p>'),
    robots: send('User-agent: *\nDisallow: /', []),
    fetched: ['robots'],
    publishes: 'no',
  },
  {
    name: 'robots-in-trouble',
    class: 'manners',
    isPage: true,
    respond: send('<p>page</p>'),
    robots: send('', [], '503 Service Unavailable'),
    fetched: ['robots'],
    publishes: 'no',
  },
]
