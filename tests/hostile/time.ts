import { firstThen, hang, OK, raw, redirect, send } from './answers.ts'
import type { Expected, HostileCase, Respond } from './case.ts'
import { feed, headline, item, page, rss } from './feeds.ts'

/** Good at the first visit, and then broken in each of the usual ways: what was published stays. */
const failing: readonly (readonly [string, Expected, Respond])[] = [
  ['then-silent', 'timeout', hang()],
  ['then-reset', 'reset', ({ socket }) => socket.resetAndDestroy()],
  ['then-500', 'http-status', send('', [], '500 Internal Server Error')],
  ['then-404', 'http-status', send('', [], '404 Not Found')],
  ['then-410', 'gone', send('', [], '410 Gone')],
  ['then-503', 'rate-limited', send('', [], '503 Service Unavailable')],
  ['then-empty', 'empty', send('')],
  ['then-cut', 'truncated', raw(`${OK}Content-Length: 5000\r\n\r\n<rss><channel>`)],
  ['then-redirects-inside', 'private-address', redirect(({ innerPort }) => `http://127.0.0.1:${innerPort}/`, send(''))],
  ['then-a-web-page', 'ok', send(page('This domain is for sale'), ['Content-Type: text/html'])],
  ['then-without-items', 'ok', send(rss(''))],
  ['then-rubbish', 'ok', send('<rss><channel><item><title>')],
]

/** The same item at each visit, told differently. */
const changing: readonly (readonly [string, (name: string, visit: number) => string])[] = [
  ['title-that-changes', (name, visit) => item(name, { title: `<title>${headline(name)}, update ${visit}</title>` })],
  ['link-that-changes', (name, visit) => item(name, { link: `<link>https://outlet.example/${name}?visit=${visit}</link>` })],
  ['guid-that-changes', (name, visit) => item(name, { guid: `<guid isPermaLink="false">${name}-visit-${visit}</guid>` })],
  ['date-that-moves', (name, visit) => item(name, { date: `<pubDate>Mon, 23 Nov 2026 0${visit}:00:00 GMT</pubDate>` })],
  ['date-that-comes-later', (name, visit) => item(name, visit === 1 ? { date: '' } : {})],
  ['order-that-changes', (name, visit) => (visit % 2 === 1 ? item(name) + item(`${name}-b`) : item(`${name}-b`) + item(name))],
  ['items-that-come-and-go', (name, visit) => (visit % 2 === 1 ? item(name) : item(`${name}-b`))],
]

export const time: readonly HostileCase[] = [
  ...failing.map(
    ([name, trouble, later]) =>
      ({
        name: `good-${name}`,
        class: 'time',
        respond: firstThen(send(feed(`good-${name}`)), later),
        fetched: ['ok', trouble],
        publishes: 'yes',
        titles: [headline(`good-${name}`)],
      }) as const,
  ),
  ...changing.map(
    ([name, body]) =>
      ({ name, class: 'time', respond: send(({ visit }) => rss(body(name, visit))), fetched: ['ok'], publishes: 'yes' }) as const,
  ),
]
