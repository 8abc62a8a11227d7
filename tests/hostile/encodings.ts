import iconv from 'iconv-lite'
import { send } from './answers.ts'
import type { HostileCase, Respond } from './case.ts'
import { item, rss } from './feeds.ts'

const TITLES = {
  turkish: 'Suriye: Halep\u2019te \u015fiddetli \u00e7at\u0131\u015fma, \u0130dlib\u2019e g\u00f6\u00e7 s\u00fcr\u00fcyor',
  turkishPlain: 'Suriye: Halep \u015fehrinde \u00e7at\u0131\u015fma, \u0130dlib b\u00f6lgesine g\u00f6\u00e7 s\u00fcr\u00fcyor',
  arabic:
    '\u0633\u0648\u0631\u064a\u0627: \u0648\u0635\u0648\u0644 \u0642\u0627\u0641\u0644\u0629 \u0645\u0633\u0627\u0639\u062f\u0627\u062a \u0625\u0644\u0649 \u062d\u0644\u0628',
  russian:
    '\u0421\u0438\u0440\u0438\u044f: \u043a\u043e\u043d\u0432\u043e\u0439 \u0441 \u043f\u043e\u043c\u043e\u0449\u044c\u044e \u043f\u0440\u0438\u0431\u044b\u043b \u0432 \u0410\u043b\u0435\u043f\u043f\u043e',
  chinese: '\u53d9\u5229\u4e9a\uff1a\u63f4\u52a9\u8f66\u961f\u62b5\u8fbe\u963f\u52d2\u9887',
  japanese: '\u30b7\u30ea\u30a2\uff1a\u652f\u63f4\u8eca\u5217\u304c\u30a2\u30ec\u30c3\u30dd\u306b\u5230\u7740',
  french: 'Syrie : un convoi d\u2019aide arrive \u00e0 Alep apr\u00e8s l\u2019\u00e9t\u00e9',
} as const

type How = { readonly declared?: string; readonly header?: string; readonly mark?: boolean }

/** A feed whose only item has this title, in these bytes, saying of itself what `how` says. */
function written(
  name: string,
  title: string,
  { encoding, declared, header, mark = false }: How & { readonly encoding: string },
): Respond {
  const prolog = `<?xml version="1.0"${declared === undefined ? '' : ` encoding="${declared}"`}?>`
  const text = rss(item(name, { title: `<title>${title}</title>` }), { prolog })
  return send(iconv.encode(text, encoding, { addBOM: mark }), [
    `Content-Type: text/xml${header === undefined ? '' : `; charset=${header}`}`,
  ])
}

const cases: readonly (readonly [string, keyof typeof TITLES, string, How])[] = [
  ['windows-1254-declared', 'turkish', 'windows-1254', { declared: 'windows-1254' }],
  ['windows-1254-in-the-header', 'turkish', 'windows-1254', { header: 'windows-1254' }],
  ['iso-8859-9-declared', 'turkishPlain', 'iso-8859-9', { declared: 'ISO-8859-9' }],
  ['iso-8859-1-that-is-windows-1252', 'french', 'windows-1252', { declared: 'iso-8859-1' }],
  ['windows-1256-declared', 'arabic', 'windows-1256', { declared: 'Windows-1256' }],
  ['koi8-r-declared', 'russian', 'koi8-r', { declared: 'KOI8-R' }],
  ['windows-1251-in-the-header', 'russian', 'windows-1251', { header: '"windows-1251"' }],
  ['gb18030-declared', 'chinese', 'gb18030', { declared: 'gb2312' }],
  ['shift-jis-declared', 'japanese', 'shift_jis', { declared: 'Shift_JIS' }],
  ['euc-jp-declared', 'japanese', 'euc-jp', { declared: 'euc-jp' }],
  ['utf-16le-with-a-mark', 'arabic', 'utf-16le', { declared: 'utf-16', mark: true }],
  ['utf-16be-with-a-mark', 'chinese', 'utf-16be', { declared: 'utf-16', mark: true }],
  ['utf-16le-without-a-mark', 'french', 'utf-16le', { declared: 'utf-16' }],
  ['utf-8-with-a-mark', 'arabic', 'utf-8', { mark: true }],
  ['utf-8-mark-against-the-declaration', 'turkish', 'utf-8', { declared: 'iso-8859-9', mark: true }],
  ['utf-8-called-latin-1', 'arabic', 'utf-8', { declared: 'utf-8', header: 'iso-8859-1' }],
  ['utf-8-undeclared', 'russian', 'utf-8', {}],
  ['unknown-encoding-of-utf-8', 'turkish', 'utf-8', { declared: 'x-no-such-thing' }],
  ['utf-8-in-odd-quotes', 'turkish', 'utf-8', { header: "'UTF8'" }],
]

/** In UTF-7 this is a script; read as anything else it is harmless text, and must stay that. */
const utf7 = rss(item('utf-7', { title: '<title>Aleppo +ADw-script+AD4-alert(1)+ADw-/script+AD4- Syria</title>' }), {
  prolog: '<?xml version="1.0" encoding="utf-7"?>',
})

export const encodings: readonly HostileCase[] = [
  ...cases.map(
    ([name, title, encoding, how]) =>
      ({
        name,
        class: 'encodings',
        respond: written(name, TITLES[title], { encoding, ...how }),
        fetched: ['ok'],
        publishes: 'yes',
        titles: [TITLES[title]],
      }) as const,
  ),
  {
    name: 'utf-7',
    class: 'encodings',
    respond: send(utf7, ['Content-Type: text/xml; charset=utf-7']),
    fetched: ['ok'],
    publishes: 'either',
  },
  {
    name: 'stray-bytes-in-utf-8',
    class: 'encodings',
    respond: send(Buffer.from(rss(item('stray-bytes-in-utf-8')).replace('Lorries', 'Lorries \xff\xfe'), 'latin1')),
    fetched: ['ok'],
    publishes: 'yes',
  },
]
