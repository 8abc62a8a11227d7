import { redirect, send } from './answers.ts'
import type { HostileCase, Visitor } from './case.ts'
import { feed, headline, item, rss } from './feeds.ts'

/** Ways to name this machine or the inner network; PORT becomes the port that nobody may connect to. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['loopback', 'http://127.0.0.1:PORT/'],
  ['another-loopback', 'http://127.9.9.9:PORT/'],
  ['localhost', 'http://localhost:PORT/'],
  ['short-address', 'http://127.1:PORT/'],
  ['decimal-address', 'http://2130706433:PORT/'],
  ['hexadecimal-address', 'http://0x7f000001:PORT/'],
  ['octal-address', 'http://0177.0.0.1:PORT/'],
  ['mixed-address', 'http://0x7f.0.0.01:PORT/'],
  ['escaped-address', 'http://%31%32%37.0.0.1:PORT/'],
  ['full-width-address', 'http://%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1:PORT/'],
  ['zero-address', 'http://0.0.0.0:PORT/'],
  ['zero', 'http://0:PORT/'],
  ['ipv6-loopback', 'http://[::1]:PORT/'],
  ['ipv6-unspecified', 'http://[::]:PORT/'],
  ['mapped-address', 'http://[::ffff:127.0.0.1]:PORT/'],
  ['compatible-address', 'http://[::127.0.0.1]:PORT/'],
  ['translated-address', 'http://[64:ff9b::7f00:1]:PORT/'],
  ['6to4-address', 'http://[2002:7f00:1::]:PORT/'],
  ['teredo-address', 'http://[2001::7f00:1]:PORT/'],
  ['link-local-ipv6', 'http://[fe80::1]:PORT/'],
  ['unique-local-ipv6', 'http://[fd00::1]:PORT/'],
  ['cloud-metadata', 'http://169.254.169.254/latest/meta-data/'],
  ['private-10', 'http://10.0.0.1:PORT/'],
  ['private-172', 'http://172.16.0.1:PORT/'],
  ['private-192', 'http://192.168.0.1:PORT/'],
  ['carrier-grade', 'http://100.64.0.1:PORT/'],
  ['benchmarking', 'http://198.18.0.1:PORT/'],
  ['protocol-assignments', 'http://192.0.0.1:PORT/'],
  ['multicast', 'http://224.0.0.1:PORT/'],
  ['reserved', 'http://240.0.0.1:PORT/'],
  ['broadcast', 'http://255.255.255.255:PORT/'],
]

const inner = ({ innerPort }: Visitor, path = ''): string => `http://127.0.0.1:${innerPort}/${path}`

/** Addresses inside a document: data, never to be contacted. */
const INSIDE: readonly (readonly [string, (visitor: Visitor, name: string) => string])[] = [
  ['in-a-link', (visitor, name) => rss(item(name, { link: `<link>${inner(visitor, name)}</link>` }))],
  [
    'in-a-picture',
    (visitor, name) =>
      rss(
        item(name, {
          description: `<description>&lt;p&gt;Aleppo&lt;/p&gt;&lt;img src="${inner(visitor, 'a.png')}"&gt;</description>`,
        }),
      ),
  ],
  [
    'in-an-enclosure',
    (visitor, name) => rss(item(name, { extra: `<enclosure url="${inner(visitor, 'a.mp3')}" length="1" type="audio/mpeg"/>` })),
  ],
  [
    'in-the-channel-image',
    (visitor, name) =>
      rss(item(name), { channel: `<image><url>${inner(visitor)}</url><title>x</title><link>${inner(visitor)}</link></image>` }),
  ],
  [
    'in-a-hub',
    (visitor, name) =>
      rss(item(name), {
        channel: `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${inner(visitor)}"/><cloud domain="127.0.0.1" port="${visitor.innerPort}" path="/"/>`,
      }),
  ],
  [
    'in-an-entity',
    (visitor, name) =>
      rss(item(name, { description: '<description>Aleppo &inner;</description>' }), {
        prolog: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY inner SYSTEM "${inner(visitor)}">]>`,
      }),
  ],
  [
    'in-a-parameter-entity',
    (visitor, name) =>
      rss(item(name), { prolog: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % inner SYSTEM "${inner(visitor)}"> %inner;]>` }),
  ],
  [
    'in-a-doctype',
    (visitor, name) => rss(item(name), { prolog: `<?xml version="1.0"?><!DOCTYPE rss SYSTEM "${inner(visitor, 'rss.dtd')}">` }),
  ],
  [
    'in-a-style-sheet',
    (visitor, name) =>
      rss(item(name), { prolog: `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${inner(visitor, 'a.xsl')}"?>` }),
  ],
  [
    'in-an-include',
    (visitor, name) =>
      rss(item(name, { extra: `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${inner(visitor)}"/>` })),
  ],
  [
    'in-a-schema',
    (visitor, name) =>
      rss(item(name)).replace(
        '<rss ',
        `<rss xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x ${inner(visitor)}" `,
      ),
  ],
]

export const forbiddenPlaces: readonly HostileCase[] = [
  ...SPELLINGS.map(
    ([name, address]) =>
      ({
        name: `redirects-to-${name}`,
        class: 'forbidden-places',
        respond: redirect(({ innerPort }) => address.replace('PORT', `${innerPort}`), send('')),
        fetched: ['private-address'],
        publishes: 'no',
      }) as const,
  ),
  ...INSIDE.map(
    ([where, body]) =>
      ({
        name: `inner-address-${where}`,
        class: 'forbidden-places',
        respond: send((visitor) => body(visitor, `inner-address-${where}`)),
        fetched: ['ok'],
        publishes: 'yes',
      }) as const,
  ),
  {
    name: 'inner-address-in-fields',
    class: 'forbidden-places',
    respond: (visitor) =>
      send(feed('inner-address-in-fields'), [
        `Link: <${inner(visitor)}>; rel="hub"`,
        `Content-Location: ${inner(visitor)}`,
        `Refresh: 0;url=${inner(visitor)}`,
      ])(visitor),
    fetched: ['ok'],
    publishes: 'yes',
    titles: [headline('inner-address-in-fields')],
  },
  {
    name: 'page-redirects-inside',
    class: 'forbidden-places',
    isPage: true,
    robots: send('', [], '404 Not Found'),
    respond: redirect((visitor) => inner(visitor), send('')),
    fetched: ['private-address'],
    publishes: 'no',
  },
  {
    name: 'robots-redirects-inside',
    class: 'forbidden-places',
    isPage: true,
    robots: (visitor) => send('', [`Location: ${inner(visitor, 'robots.txt')}`], '302 Found')(visitor),
    respond: send('<p>page</p>'),
    fetched: ['private-address'],
    publishes: 'no',
  },
]
