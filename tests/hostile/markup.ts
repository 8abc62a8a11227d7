import { send } from './answers.ts'
import type { HostileCase } from './case.ts'
import { headline, item, rss } from './feeds.ts'

const ALARM = 'alert("kaynak-alarm")'

/** Live markup for a text; each must be gone, or harmless, in every output and after every further parsing. */
const SNIPPETS: readonly (readonly [string, string])[] = [
  ['script', `<script>${ALARM}</script>`],
  ['script-in-capitals', `<ScRiPt SRC="//outlet.example/a.js"></sCrIpT>`],
  ['event-handler', `<img src=x onerror='${ALARM}'>`],
  ['svg', `<svg onload='${ALARM}'><a xlink:href="javascript:${ALARM.replaceAll('"', '')}">x</a></svg>`],
  [
    'math',
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${ALARM.replaceAll('"', '')}&gt;">`,
  ],
  ['script-link', `<a href="java&#9;script:${ALARM.replaceAll('"', '')}">x</a>`],
  ['script-link-with-controls', `<a href="\u0001javascript:${ALARM.replaceAll('"', '')}">x</a>`],
  ['data-link', '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>'],
  [
    'frame',
    '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe><frame src="x"><object data="x"></object><embed src="x">',
  ],
  ['form', `<form action="https://outlet.example/"><input name=password onfocus='${ALARM}' autofocus><button>go</button></form>`],
  ['style', `<style>*{background:url("javascript:1")}</style><p style="position:fixed;inset:0;expression(1)">x</p>`],
  [
    'base-and-meta',
    '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/"><link rel=stylesheet href=x>',
  ],
  ['alive-after-a-second-parse', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">'],
  ['comment-tricks', `<!--><img src=x onerror='${ALARM}'>--><!-- --!><img src=x onerror='${ALARM}'>-->`],
  ['template', `<template><script>${ALARM}</script></template><xmp><script>${ALARM}</script></xmp>`],
]

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const inText = SNIPPETS.map(
  ([what, snippet]) =>
    [
      `${what}-in-a-text`,
      (name: string) => item(name, { description: `<description>${escaped(`<p>Aleppo in Syria</p>${snippet}`)}</description>` }),
    ] as const,
)

const elsewhere: readonly (readonly [string, (name: string) => string])[] = [
  [
    'script-in-a-title',
    (name) => item(name, { title: `<title>${escaped(`${headline(name)} <script>${ALARM}</script><b>bold</b>`)}</title>` }),
  ],
  [
    'script-in-a-title-in-cdata',
    (name) => item(name, { title: `<title><![CDATA[${headline(name)} <img src=x onerror='${ALARM}'>]]></title>` }),
  ],
  [
    'script-escaped-twice-in-a-title',
    (name) => item(name, { title: `<title>${escaped(escaped(`${headline(name)} <script>${ALARM}</script>`))}</title>` }),
  ],
  [
    'script-escaped-twice-in-a-text',
    (name) => item(name, { description: `<description>${escaped(escaped(`Aleppo <script>${ALARM}</script>`))}</description>` }),
  ],
  [
    'script-in-cdata',
    (name) =>
      item(name, {
        description: `<description><![CDATA[Aleppo <script>${ALARM}</script>]]]]><![CDATA[> <script>${ALARM}</script>]]></description>`,
      }),
  ],
  ['script-in-a-category', (name) => item(name, { extra: `<category>${escaped(`<script>${ALARM}</script>`)}</category>` })],
  [
    'script-in-an-author',
    (name) =>
      item(name, {
        extra: `<author>${escaped(`"><script>${ALARM}</script>`)}</author><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">${escaped(`<img src=x onerror='${ALARM}'>`)}</dc:creator>`,
      }),
  ],
  ['script-in-a-guid', (name) => item(name, { guid: `<guid>${escaped(`"><script>${ALARM}</script>`)}</guid>` })],
  [
    'script-in-a-media-type',
    (name) =>
      item(name, { extra: `<enclosure url="https://outlet.example/a.mp3" length="1" type="${escaped('"><script>')}alert(1)"/>` }),
  ],
  [
    'quotes-that-break-out-of-an-attribute',
    (name) => item(name, { link: `<link>https://outlet.example/${name}?"onmouseover="${ALARM.replaceAll('"', '')}"</link>` }),
  ],
]

export const markup: readonly HostileCase[] = [...inText, ...elsewhere].map(
  ([name, body]) => ({ name, class: 'markup', respond: send(rss(body(name))), fetched: ['ok'], publishes: 'yes' }) as const,
)
