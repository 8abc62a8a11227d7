import { raw, redirect, send } from './answers.ts'
import type { Expected, HostileCase, Respond, Visitor } from './case.ts'
import { feed, headline, page } from './feeds.ts'

/** `/n` leads to `/n+1` until `hops` of them were made. */
function chain(name: string, hops: number, status = '302 Found'): Respond {
  return (visitor) => {
    const at = Number(visitor.rest.slice(1) || 0)
    if (at >= hops) send(feed(name))(visitor)
    else send('', [`Location: ${visitor.self}/${at + 1}`], status)(visitor)
  }
}

const good: readonly (readonly [string, (name: string) => Respond])[] = [
  ['moved-for-good', (name) => redirect(({ self }) => `${self}/new`, send(feed(name)), '301 Moved Permanently')],
  ['moved-for-good-308', (name) => redirect(({ self }) => `${self}/new`, send(feed(name)), '308 Permanent Redirect')],
  ['moved-for-now-307', (name) => redirect(({ self }) => `${self}/new`, send(feed(name)), '307 Temporary Redirect')],
  ['see-other', (name) => redirect(({ self }) => `${self}/new`, send(feed(name)), '303 See Other')],
  ['five-hops', (name) => chain(name, 5)],
  ['relative-target', (name) => redirect(`/${name}/new`, send(feed(name)))],
  ['target-without-a-scheme', (name) => redirect(({ self }) => `${self.slice('http:'.length)}/new`, send(feed(name)))],
  ['target-with-a-fragment', (name) => redirect(({ self }) => `${self}/new#top`, send(feed(name)))],
  ['target-with-spaces', (name) => redirect(({ self }) => `${self}/a new place`, send(feed(name)))],
  ['target-with-raw-letters', (name) => redirect(({ self }) => `${self}/\xc3\xb6zel\xe9`, send(feed(name)))],
  [
    'two-targets',
    (name) => (visitor) =>
      (visitor.rest === ''
        ? send('', [`Location: ${visitor.self}/a`, 'Location: ftp://x.example/'], '302 Found')
        : send(feed(name)))(visitor),
  ],
]

const bad: readonly (readonly [string, Expected, Respond])[] = [
  ['redirects-to-itself', 'redirects', redirect(({ self }) => self, send(''))],
  [
    'two-that-redirect-to-each-other',
    'redirects',
    (visitor) => send('', [`Location: ${visitor.self}${visitor.rest === '' ? '/b' : ''}`], '302 Found')(visitor),
  ],
  [
    'a-new-address-at-each-hop',
    'redirects',
    (visitor) => send('', [`Location: ${visitor.self}${visitor.rest}/x`], '302 Found')(visitor),
  ],
  ['six-hops', 'redirects', chain('six-hops', 6)],
  ['no-target', 'bad-redirect', raw('HTTP/1.1 301 Moved\r\nContent-Length: 0\r\n\r\n')],
  ['empty-target', 'bad-redirect', redirect('', send(''))],
  ['half-a-target', 'bad-redirect', redirect('http://', send(''))],
  ['target-with-a-broken-host', 'bad-redirect', redirect('http://[::1', send(''))],
  ['target-with-a-broken-port', 'bad-redirect', redirect('http://outlet.example:port/', send(''))],
  ['target-of-5-kb', 'bad-redirect', redirect(`/${'x'.repeat(5_000)}`, send(''))],
  ['target-on-this-disk', 'bad-redirect', redirect('file:///etc/passwd', send(''))],
  ['target-by-ftp', 'bad-redirect', redirect('ftp://outlet.example/feed', send(''))],
  ['target-by-gopher', 'bad-redirect', redirect('gopher://outlet.example/1', send(''))],
  ['target-in-the-link-itself', 'bad-redirect', redirect('data:application/rss+xml,<rss/>', send(''))],
  ['target-that-is-a-script', 'bad-redirect', redirect('javascript:alert(1)', send(''))],
  [
    'target-with-a-password',
    'bad-redirect',
    redirect(({ self }: Visitor) => self.replace('http://', 'http://user:secret@'), send('')),
  ],
  ['use-proxy', 'http-status', redirect(({ self }) => `${self}/proxy`, send(feed('use-proxy')), '305 Use Proxy')],
  [
    'multiple-choices',
    'http-status',
    redirect(({ self }) => `${self}/one`, send(feed('multiple-choices')), '300 Multiple Choices'),
  ],
]

export const redirects: readonly HostileCase[] = [
  ...good.map(
    ([name, respond]) =>
      ({
        name,
        class: 'redirects',
        respond: respond(name),
        fetched: ['ok'],
        publishes: 'yes',
        titles: [headline(name)],
      }) as const,
  ),
  ...bad.map(([name, trouble, respond]) => ({ name, class: 'redirects', respond, fetched: [trouble], publishes: 'no' }) as const),
  {
    name: 'redirects-to-a-log-in-page',
    class: 'redirects',
    respond: redirect(
      ({ self }) => `${self}/login`,
      send(page(headline('redirects-to-a-log-in-page')), ['Content-Type: text/html']),
    ),
    fetched: ['ok'],
    publishes: 'no',
  },
]
