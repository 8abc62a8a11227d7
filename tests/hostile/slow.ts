import { drip, hang, OK, redirect, send } from './answers.ts'
import type { HostileCase, Respond } from './case.ts'
import { feed } from './feeds.ts'

/** The whole feed, a tenth of a second late. */
const late: Respond = (visitor) => setTimeout(() => send(feed('late-but-whole'))(visitor), 100)

const stalling: readonly (readonly [string, Respond])[] = [
  ['never-answers', hang()],
  ['stops-in-the-status-line', hang('HTTP/1.')],
  ['stops-in-the-head', hang(`${OK}Content-Type: applic`)],
  ['stops-after-the-head', hang(`${OK}Content-Length: 400\r\n\r\n`)],
  ['stops-in-the-body', hang(`${OK}Content-Length: 4000\r\n\r\n`, feed('stops-in-the-body'))],
  ['stops-in-a-chunk', hang(`${OK}Transfer-Encoding: chunked\r\n\r\n1000\r\n`, feed('stops-in-a-chunk'))],
  ['whole-feed-without-an-end', hang(`${OK}\r\n`, feed('whole-feed-without-an-end'))],
  ['a-field-now-and-then', drip(OK, 'X-Drip: drop\r\n')],
  ['a-letter-now-and-then', drip(`${OK}\r\n`, ' ')],
  ['a-chunk-now-and-then', drip(`${OK}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n')],
  ['redirects-to-silence', redirect(({ self }) => `${self}/silence`, hang())],
]

export const slow: readonly HostileCase[] = [
  ...stalling.map(([name, respond]) => ({ name, class: 'slow', respond, fetched: ['timeout'], publishes: 'no' }) as const),
  {
    name: 'interim-answers-for-ever',
    class: 'slow',
    respond: drip('', 'HTTP/1.1 102 Processing\r\n\r\n'),
    fetched: ['malformed'],
    publishes: 'no',
  },
  { name: 'late-but-whole', class: 'slow', respond: late, fetched: ['ok'], publishes: 'yes' },
  {
    name: 'page-without-an-end',
    class: 'slow',
    respond: drip(`${OK}Content-Type: text/html\r\n\r\n<p>`, 'word '),
    robots: send('', [], '404 Not Found'),
    isPage: true,
    fetched: ['timeout'],
    publishes: 'no',
  },
  {
    name: 'robots-without-an-answer',
    class: 'slow',
    respond: send('<p>page</p>'),
    robots: hang(),
    isPage: true,
    fetched: ['robots'],
    publishes: 'no',
  },
]
