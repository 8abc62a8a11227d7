import { send } from './answers.ts'
import type { HostileCase } from './case.ts'
import { headline, item, rss } from './feeds.ts'

const twice = (name: string): string => item(name) + item(name)

const cases: readonly (readonly [string, HostileCase['publishes'], (name: string) => string])[] = [
  ['no-guid', 'yes', (name) => item(name, { guid: '' })],
  ['no-link', 'either', (name) => item(name, { link: '' })],
  ['no-guid-and-no-link', 'either', (name) => item(name, { guid: '', link: '' })],
  ['no-title', 'yes', (name) => item(name, { title: '' })],
  ['no-date', 'yes', (name) => item(name, { date: '' })],
  ['no-text', 'yes', (name) => item(name, { description: '' })],
  ['nothing-in-an-item', 'no', () => '<item></item><item/>'],
  ['empty-fields', 'yes', (name) => item(name, { guid: '<guid/>', date: '<pubDate> </pubDate>', author: '<author></author>' })],
  ['the-same-twice', 'yes', twice],
  [
    'two-with-one-guid',
    'yes',
    (name) =>
      item(name) +
      item(name, { link: `<link>https://outlet.example/${name}/2</link>`, title: `<title>${headline(name)}, part two</title>` }),
  ],
  ['relative-link', 'yes', (name) => item(name, { link: `<link>/news/${name}?a=1&amp;b=2</link>` })],
  ['link-without-a-scheme', 'yes', (name) => item(name, { link: `<link>//outlet.example/${name}</link>` })],
  ['link-that-is-a-script', 'either', (name) => item(name, { link: '<link>javascript:alert("kaynak-alarm")</link>' })],
  [
    'link-that-is-data',
    'either',
    (name) => item(name, { link: '<link>data:text/html,&lt;script&gt;alert("kaynak-alarm")&lt;/script&gt;</link>' }),
  ],
  [
    'link-with-a-password',
    'either',
    (name) => item(name, { link: `<link>https://user:hidden-secret@outlet.example/${name}</link>` }),
  ],
  ['link-of-50-kb', 'either', (name) => item(name, { link: `<link>https://outlet.example/${'x'.repeat(50_000)}</link>` })],
  ['guid-of-50-kb', 'yes', (name) => item(name, { guid: `<guid>${'x'.repeat(50_000)}</guid>` })],
  ['guid-of-line-breaks', 'yes', (name) => item(name, { guid: `<guid>\n\r\n  ${name}\n</guid>` })],
  ['date-in-the-future', 'yes', (name) => item(name, { date: '<pubDate>Wed, 01 Jan 2200 00:00:00 GMT</pubDate>' })],
  ['date-before-the-web', 'yes', (name) => item(name, { date: '<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>' })],
  ['date-that-cannot-be', 'yes', (name) => item(name, { date: '<pubDate>Xyz, 45 Foo 2026 99:99:99 GMT</pubDate>' })],
  ['date-of-a-huge-year', 'yes', (name) => item(name, { date: '<pubDate>Mon, 23 Nov 99999999999 08:00:00 GMT</pubDate>' })],
  ['date-without-a-zone', 'yes', (name) => item(name, { date: '<pubDate>2026-11-23 08:00:00</pubDate>' })],
  ['date-in-turkish', 'yes', (name) => item(name, { date: '<pubDate>23 Kas\u0131m 2026 Pazartesi 08:00</pubDate>' })],
  [
    'enclosure-of-nonsense',
    'yes',
    (name) => item(name, { extra: '<enclosure url="nonsense:" length="-1" type="\u0000"/><enclosure/>' }),
  ],
]

export const items: readonly HostileCase[] = cases.map(
  ([name, publishes, body]) => ({ name, class: 'items', respond: send(rss(body(name))), fetched: ['ok'], publishes }) as const,
)
