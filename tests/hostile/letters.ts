import { send } from './answers.ts'
import type { HostileCase } from './case.ts'
import { headline, item, rss } from './feeds.ts'

const full = (text: string): string => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

const cases: readonly (readonly [string, (name: string) => string])[] = [
  [
    'direction-override-in-a-title',
    (name) => item(name, { title: `<title>${headline(name)} \u202e\u2066gnp.exe\u2069\u202c</title>` }),
  ],
  ['direction-override-in-a-name', (name) => item(name, { extra: '<author>a@outlet.example (\u202eemaN\u202c)</author>' })],
  [
    'zero-width-marks-in-a-term',
    (name) => item(name, { title: `<title>${headline(name).replace('Aleppo', 'Al\u200bep\u2060po')}</title>` }),
  ],
  [
    'soft-hyphens-in-a-term',
    (name) =>
      item(name, { title: `<title>${headline(name).replace('Aleppo', 'Alep\u00adpo').replace('Syria', 'Sy\u00adria')}</title>` }),
  ],
  ['full-width-letters', (name) => item(name, { title: `<title>${full('Aid convoy reaches Aleppo in Syria')}</title>` })],
  [
    'letters-under-a-heap-of-marks',
    (name) => item(name, { title: `<title>${headline(name)} ${`a${'\u0301'.repeat(2_000)}`}</title>` }),
  ],
  [
    'emoji-without-end',
    (name) =>
      item(name, { title: `<title>${headline(name)} ${'\u{1f469}\u200d\u{1f469}\u200d\u{1f467}'.repeat(2_000)}</title>` }),
  ],
  ['look-alike-host', (name) => item(name, { link: `<link>https://\u043eutlet.example/${name}</link>` })],
  [
    'line-separators-in-a-title',
    (name) => item(name, { title: `<title>${headline(name)}\u2028{"forged":"line"}\u2029\u0085\n[error] forged</title>` }),
  ],
  [
    'terminal-codes-in-a-title',
    (name) => item(name, { title: `<title>${headline(name)} \u009b31m\u001b]0;forged\u0007</title>` }),
  ],
  [
    'private-letters-and-tags',
    (name) => item(name, { title: `<title>${headline(name)} \ue000\u{e0041}\u{e0042}\ufffe</title>` }),
  ],
]

export const letters: readonly HostileCase[] = [
  ...cases.map(
    ([name, body]) => ({ name, class: 'letters', respond: send(rss(body(name))), fetched: ['ok'], publishes: 'yes' }) as const,
  ),
  {
    name: 'hidden-text-about-the-topic',
    class: 'letters',
    respond: send(
      rss(
        item('hidden', {
          title: '<title>Local football results</title>',
          description:
            '<description>&lt;p&gt;Two goals.&lt;/p&gt;&lt;p style="display:none"&gt;Aleppo Syria Damascus Idlib&lt;/p&gt;</description>',
        }),
      ),
    ),
    fetched: ['ok'],
    publishes: 'no',
  },
]
