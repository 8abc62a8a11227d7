import { send } from './answers.ts'
import type { HostileCase } from './case.ts'
import { headline, item, rss } from './feeds.ts'

/** The good source whose items the others try to take over. */
const VICTIM = 'good-rss'

const cases: readonly (readonly [string, (name: string) => string])[] = [
  [
    'guid-of-another-source',
    (name) =>
      rss(
        item(name, {
          guid: `<guid isPermaLink="false">${VICTIM}-1</guid>`,
          title: '<title>Forged: nothing happened in Aleppo, Syria</title>',
        }),
      ),
  ],
  [
    'link-of-another-source',
    (name) =>
      rss(
        item(name, {
          link: `<link>https://outlet.example/${VICTIM}</link>`,
          title: '<title>Forged: nothing happened in Homs, Syria</title>',
        }),
      ),
  ],
  ['all-of-another-source', () => rss(item(VICTIM))],
  [
    'source-element-of-another',
    (name) => rss(item(name, { extra: '<source url="https://outlet.example/rss">Outlet of high repute</source>' })),
  ],
  [
    'channel-title-of-another',
    (name) => rss(item(name)).replace('<title>Outlet</title>', '<title>Outlet of high repute</title>'),
  ],
  [
    'foot-of-another',
    (name) =>
      rss(
        item(name, {
          description: '<description>Lorries arrived in Aleppo, Syria. Kaynak/Source: https://reputable.example/</description>',
        }),
      ),
  ],
]

export const identity: readonly HostileCase[] = [
  ...cases.map(
    ([name, body]) => ({ name, class: 'identity', respond: send(body(name)), fetched: ['ok'], publishes: 'either' }) as const,
  ),
  {
    name: 'one-guid-for-every-item',
    class: 'identity',
    respond: send(
      rss(
        item('one-guid') +
          item('one-guid', {
            title: `<title>${headline('one-guid')}, the second day</title>`,
            link: '<link>https://outlet.example/second</link>',
          }),
      ),
    ),
    fetched: ['ok'],
    publishes: 'yes',
  },
]
