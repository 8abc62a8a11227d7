import fc from 'fast-check'
import { DISGUISES, FORBIDDEN_SCHEMES, PAYLOADS } from '../helpers/hostile-markup.ts'

const words = (text: string): readonly string[] => text.split('¦')

const markup = fc.constantFrom(
  ...PAYLOADS.map(({ html }) => html),
  ...words(
    '<p>¦</p>¦<b>¦</b>¦<a href="¦">¦</a>¦<img src="¦<table>¦<td>¦</table>¦<li>¦<ul>¦</ul>¦<svg>¦</svg>¦<math>¦<style>¦</style>¦<title>¦<!--¦-->¦<![CDATA[¦]]>¦<br/>¦<div hidden>¦<span style="display:none">¦</span>¦ onclick=x() ¦ title="¦ x=\'¦"¦\'¦`¦<¦>¦/>¦&¦&lt;¦&#60;¦&#x3c¦&amp;lt;¦&#0;¦&Tab;¦<ruby><rt>¦<dl><dd>¦<h1>¦<hr>¦<select>¦<form>¦<template>¦</template>',
  ),
)
const addresses = fc.oneof(
  fc.constantFrom(
    ...words(
      'https://¦http://¦//¦/¦../¦?¦#¦@¦:¦:443¦:80¦user:pw@¦news.example.org¦EXAMPLE.org¦127.0.0.1¦10.0.0.1¦0x7f.1¦2130706433¦[::1]¦::ffff:127.0.0.1¦64:ff9b::7f00:1¦2002:7f00:1::¦169.254.169.254¦100.64.0.1¦192.168.1.1¦8.8.8.8¦2606:4700::1¦fe80::1%eth0¦xn--e1afmkfd.example¦пример.example¦%2e%2e/¦%00¦%¦\\¦/amp/¦?utm_source=x&¦url=¦q=https%3A%2F%2F¦https://www.google.com/url?q=¦https://cdn.ampproject.org/c/s/¦https://web.archive.org/web/2020/¦/*http¦mailto:¦javascript:¦data:¦;jsessionid=1',
    ),
  ),
  fc
    .tuple(fc.constantFrom(...FORBIDDEN_SCHEMES), fc.constantFrom(...Object.values(DISGUISES)))
    .map(([scheme, write]) => write(scheme)),
  fc.ipV4(),
  fc.ipV4Extended(),
  fc.ipV6(),
)
const dates = fc.constantFrom(
  ...words(
    'Thu, 20 Aug 2026 09:30:00 GMT¦2026-08-20T09:30:00+03:00¦20.08.2026¦08/20/26¦1755682200¦2026¦31¦Feb¦ağustos¦كانون الثاني¦۱۴۰۵/۰۵/۲۹¦مرداد¦24:00¦23:59:60¦+99:99¦PM¦-0000¦EST¦٢٠¦年¦月',
  ),
)
const letters = fc.constantFrom(
  ...words(
    ' ¦\n¦\t¦\u0000¦\u0007¦\u200b¦\u200d¦\u200f¦\u202e¦\u2066¦\ufeff¦\ud800¦\udc00¦\uffff¦\u00ad¦\u{e0041}¦İ¦ı¦ß¦ﬁ¦ａ¦а¦ي¦ک¦ە¦ש¦क¦한¦👩‍👩‍👧¦e\u0301\u0301¦Kaynak/Source:¦word',
  ),
)

/** Text as strangers may send it: markup, addresses, dates, letters of all sorts and chance, in any mixture. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: markup },
      { weight: 3, arbitrary: addresses },
      { weight: 2, arbitrary: dates },
      { weight: 3, arbitrary: letters },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''))
