import { send } from './answers.ts'
import type { HostileCase } from './case.ts'
import { feed, headline, item, jsonFeed, rss } from './feeds.ts'

const laughs = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
const json = ['Content-Type: application/feed+json']

type Made = readonly [string, HostileCase['publishes'], (name: string) => string]

const xml: readonly Made[] = [
  [
    'billion-laughs',
    'either',
    (name) =>
      rss(item(name, { description: '<description>Aleppo &l12;</description>' }), {
        prolog: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>`,
      }),
  ],
  [
    'quadratic-entity',
    'either',
    (name) =>
      rss(item(name, { description: `<description>Aleppo ${'&a;'.repeat(20_000)}</description>` }), {
        prolog: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${'a'.repeat(20_000)}">]>`,
      }),
  ],
  [
    'entity-that-names-itself',
    'either',
    (name) =>
      rss(item(name, { description: '<description>Aleppo &a;</description>' }), {
        prolog: '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]>',
      }),
  ],
  [
    'entity-on-this-disk',
    'yes',
    (name) =>
      rss(item(name, { description: '<description>Aleppo &disk;</description>' }), {
        prolog: '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY disk SYSTEM "file:///etc/passwd">]>',
      }),
  ],
  [
    'include-on-this-disk',
    'yes',
    (name) =>
      rss(
        item(name, { extra: '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>' }),
      ),
  ],
  [
    'undeclared-entities',
    'yes',
    (name) =>
      rss(item(name, { description: '<description>Aleppo&nbsp;&mdash;&nbsp;Syria &unknown; &copy; &eacute;</description>' })),
  ],
  [
    'stray-ampersands',
    'yes',
    (name) => rss(item(name, { description: '<description>Bread & water & Q&A in Aleppo &</description>' })),
  ],
  ['cut-in-the-second-item', 'either', (name) => `${rss(item(name)).replace(/<\/channel>.*$/, '')}<item><title>Half a head`],
  ['two-documents', 'yes', (name) => feed(name) + feed(name)],
  [
    'unclosed-elements',
    'yes',
    (name) => rss(item(name)).replace('</item>', '').replace('</description></channel>', '</channel>'),
  ],
  [
    'crossed-elements',
    'yes',
    (name) => rss(item(name, { description: '<description>Aleppo <b>bold <i>both</b> slanted</i></description>' })),
  ],
  [
    'unescaped-markup',
    'yes',
    (name) => rss(item(name, { description: '<description><p>Aleppo<br>Syria<img src=x></p></description>' })),
  ],
  [
    'control-characters',
    'yes',
    (name) =>
      rss(
        item(name, {
          description: '<description>Aleppo \u0000\u0001\u0008\u000b\u001f &#0; &#1; &#xFFFF; &#xD800; Syria</description>',
        }),
      ),
  ],
  ['declaration-after-a-blank', 'yes', (name) => ` \n${feed(name)}`],
  ['no-declaration', 'yes', (name) => rss(item(name), { prolog: '' })],
  [
    'prefix-without-a-namespace',
    'yes',
    (name) => rss(item(name, { extra: '<media:credit>x</media:credit><dc:creator>y</dc:creator>' })),
  ],
  [
    'everything-prefixed',
    'either',
    (name) =>
      feed(name)
        .replace(/<(\/?)(rss|channel|item|title|link|guid|pubDate|description)/g, '<$1r:$2')
        .replace('<r:rss', '<r:rss xmlns:r="http://purl.org/rss/1.0/"'),
  ],
  [
    'elements-of-built-in-names',
    'yes',
    (name) =>
      rss(
        item(name, {
          extra:
            '<__proto__><polluted>yes</polluted></__proto__><constructor>x</constructor><prototype>y</prototype><toString>z</toString><hasOwnProperty>w</hasOwnProperty>',
        }),
      ),
  ],
  [
    'attributes-of-built-in-names',
    'yes',
    (name) => rss(item(name, { guid: `<guid __proto__="x" constructor="y" isPermaLink="false">${name}-1</guid>` })),
  ],
  [
    'fields-that-repeat',
    'yes',
    (name) =>
      rss(
        item(name, {
          extra: `${`<title>${headline(name)} again</title>`.repeat(3)}<link>https://outlet.example/other</link><pubDate>never</pubDate>`,
        }),
      ),
  ],
  ['fields-that-nest', 'either', (name) => rss(item(name, { title: `<title><title><b>${headline(name)}</b></title></title>` }))],
]

const inJson: readonly Made[] = [
  ['json-good', 'yes', (name) => jsonFeed(name)],
  [
    'json-of-wrong-types',
    'either',
    (name) => jsonFeed(name, { id: 7, summary: ['x'], tags: 'syria', authors: { name: 1 }, attachments: 'none', image: {} }),
  ],
  ['json-items-that-are-no-objects', 'either', (name) => jsonFeed(name).replace('"items":[', '"items":[null,7,"x",[],true,')],
  [
    'json-items-that-are-no-list',
    'no',
    () => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Outlet', items: { length: 3 } }),
  ],
  [
    'json-with-built-in-names',
    'yes',
    (name) => jsonFeed(name).replace('{', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},'),
  ],
  [
    'json-with-half-letters',
    'either',
    (name) => jsonFeed(name, { content_text: 'Aleppo' }).replace('"Aleppo"', '"Aleppo \\ud800 \\udc00 Syria"'),
  ],
  ['json-with-nulls', 'yes', (name) => jsonFeed(name, { summary: null, authors: null, tags: null, image: null })],
  ['json-with-a-mark', 'yes', (name) => `\ufeff${jsonFeed(name)}`],
  ['json-that-is-cut', 'no', (name) => jsonFeed(name).slice(0, -40)],
  ['json-a-hundred-thousand-deep', 'no', () => `${'{"items":['.repeat(100_000)}`],
  [
    'json-with-markup-in-the-title',
    'yes',
    (name) => jsonFeed(name, { content_html: '<p>Aleppo</p><script>alert("kaynak-alarm")</script>' }),
  ],
]

export const xmlAndJson: readonly HostileCase[] = [
  ...xml.map(
    ([name, publishes, body]) =>
      ({ name, class: 'xml-and-json', respond: send(body(name)), fetched: ['ok'], publishes }) as const,
  ),
  ...inJson.map(
    ([name, publishes, body]) =>
      ({ name, class: 'xml-and-json', respond: send(body(name), json), fetched: ['ok'], publishes }) as const,
  ),
]
