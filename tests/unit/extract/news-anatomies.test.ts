import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../src/extract/index.ts'
import { newsPage } from '../../helpers/news-page.ts'

type Parts = Parameters<typeof newsPage>[0]
type Stated = { readonly authors?: readonly string[]; readonly published?: string; readonly updated?: string }

const ld = (value: object): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const news = (value: object): string => ld({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'x', ...value })

/** What a page states; outlets and persons are invented, the anatomies are those of news sites in eleven languages. */
const PAGES: readonly (readonly [name: string, parts: Parts, stated: Stated])[] = [
  [
    'en: a graph with references, a person and an organisation',
    {
      head: ld({
        '@graph': [
          {
            '@type': 'NewsArticle',
            headline: 'x',
            author: [{ '@id': '#p1' }, { '@id': '#org' }],
            datePublished: '2026-03-02T09:15:00+03:00',
            dateModified: '2026-03-02T11:00:00+03:00',
          },
          { '@type': 'Person', '@id': '#p1', name: 'Mira Halabi' },
          { '@type': 'NewsMediaOrganization', '@id': '#org', name: 'Example Times' },
        ],
      }),
    },
    { authors: ['Mira Halabi'], published: '2026-03-02T06:15:00Z', updated: '2026-03-02T08:00:00Z' },
  ],
  [
    'en: a photo credit and an agency beside the byline',
    { header: '<div class="byline">By Mira Halabi and Jon Roe, Reuters</div><p class="credit">Photo by Ada Poe</p>' },
    { authors: ['Mira Halabi', 'Jon Roe'] },
  ],
  ['en: an agency and a place', { head: '<meta name="author" content="PTI, Washington">' }, {}],
  [
    'en: a person and the house he works for',
    { head: '<meta name="author" content="Victor Roe, Harimpost">' },
    { authors: ['Victor Roe'] },
  ],
  ['en: a photo credit alone', { header: '<p>Photo by Ada Poe</p>' }, {}],
  ['en: a sponsor', { head: '<meta name="author" content="Sponsored by Harim Bank">' }, {}],
  [
    'en: who is quoted in a fact check',
    { header: '<div class="statement"><h4 class="author">The northern water ministries</h4></div>' },
    {},
  ],
  ['en: a user of the system', { head: '<meta name="author" content="htadmin">' }, {}],
  [
    'en: a name that is also the site’s',
    {
      head: `<meta property="og:site_name" content="Mira Halabi">${news({ author: { '@type': 'Person', name: 'Mira Halabi' } })}`,
    },
    { authors: ['Mira Halabi'] },
  ],
  [
    'en: the outlet called a person',
    {
      head: news({
        author: { '@type': 'Person', name: 'Example Times' },
        publisher: { '@type': 'Organization', name: 'Example Times' },
      }),
    },
    {},
  ],
  [
    'en: both dates in one line',
    { header: '<p>Published 3 May 2026 09:30 GMT | Updated 4 May 2026 10:00 GMT</p>' },
    { published: '2026-05-03T09:30:00Z', updated: '2026-05-04T10:00:00Z' },
  ],
  [
    'en: parsely and sailthru',
    { head: '<meta name="parsely-author" content="Mira Halabi"><meta name="sailthru.date" content="2026-05-03T09:30:00Z">' },
    { authors: ['Mira Halabi'], published: '2026-05-03T09:30:00Z' },
  ],
  [
    'en: Dublin Core',
    { head: '<meta name="DC.creator" content="Halabi, Mira"><meta name="DC.date.issued" content="2026-05-03">' },
    { authors: ['Mira Halabi'], published: '2026-05-03T00:00:00Z' },
  ],
  [
    'en: a date in words with the hour first',
    { header: '<p>09:30 GMT, Sunday, 3 May 2026</p>' },
    { published: '2026-05-03T09:30:00Z' },
  ],
  [
    'ar: a line with "by"',
    { lang: 'ar', header: '<p>بقلم: ميرا الحلبي</p><p>نشر في 3 أيار/مايو 2026</p>' },
    { authors: ['ميرا الحلبي'], published: '2026-05-03T00:00:00Z' },
  ],
  [
    'ar: Levantine months of two words',
    { lang: 'ar', header: '<p>الأحد 4 كانون الثاني 2026</p>' },
    { published: '2026-01-04T00:00:00Z' },
  ],
  [
    'ar: Arabic figures',
    { lang: 'ar', header: '<span class="date">٢٠ تشرين الأول ٢٠٢٥ - ١٤:٣٠</span>' },
    { published: '2025-10-20T14:30:00Z' },
  ],
  [
    'ar: the Hijri day beside it',
    { lang: 'ar', header: '<p>الأربعاء 12 رجب 1447 هـ - 31 ديسمبر 2025 م</p>' },
    { published: '2025-12-31T00:00:00Z' },
  ],
  [
    'ar: the Hijri day behind it',
    { lang: 'ar', header: '<p>الأربعاء 31 ديسمبر 2025 الموافق 12 رجب 1447</p>' },
    { published: '2025-12-31T00:00:00Z' },
  ],
  ['ar: only the Hijri day, which differs from country to country', { lang: 'ar', header: '<p>الأربعاء 12 رجب 1447</p>' }, {}],
  [
    'ar: last change',
    { lang: 'ar', header: '<p>آخر تحديث: 4 مايو 2026</p><p>تاريخ النشر: 3 مايو 2026</p>' },
    { published: '2026-05-03T00:00:00Z', updated: '2026-05-04T00:00:00Z' },
  ],
  [
    'ar: a desk and an agency',
    { lang: 'ar', head: '<meta name="author" content="فريق التحرير">', header: '<p>المصدر: وكالات</p>' },
    {},
  ],
  ['ar: who prepared it', { lang: 'ar', header: '<p>إعداد: ميرا الحلبي - حلب</p>' }, { authors: ['ميرا الحلبي'] }],
  [
    'ar: a name and a city',
    { lang: 'ar', header: '<div class="author-name">ميرا الحلبي – دمشق</div>' },
    { authors: ['ميرا الحلبي'] },
  ],
  [
    'fa: the solar year in Persian figures',
    { lang: 'fa', header: '<p>یکشنبه ۱۳ اردیبهشت ۱۴۰۵ - ۱۲:۳۰</p>' },
    { published: '2026-05-03T12:30:00Z' },
  ],
  [
    'fa: the solar year in figures',
    { lang: 'fa', header: '<p>تاریخ انتشار: ۱۴۰۵/۰۲/۱۳</p>' },
    { published: '2026-05-03T00:00:00Z' },
  ],
  ['fa: the writer', { lang: 'fa', header: '<p>نویسنده: میرا حلبی</p>' }, { authors: ['میرا حلبی'] }],
  ['fa: an agency', { lang: 'fa', head: '<meta name="author" content="خبرگزاری هریم">' }, {}],
  [
    'tr: day, hour and last change',
    { lang: 'tr', header: '<p>Giriş: 03.05.2026 - 09:30</p><p>Güncelleme: 04.05.2026 - 10:00</p>' },
    { published: '2026-05-03T09:30:00Z', updated: '2026-05-04T10:00:00Z' },
  ],
  [
    'tr: who wrote it',
    { lang: 'tr', header: '<p>Yazan: Mira Halabi</p><time datetime="2026-05-03T09:30:00+03:00">03 Mayıs 2026</time>' },
    { authors: ['Mira Halabi'], published: '2026-05-03T06:30:00Z' },
  ],
  ['tr: an agency as the source', { lang: 'tr', header: '<p>Kaynak: AA</p><p>Haber Merkezi</p>' }, {}],
  ['tr: a capital İ', { lang: 'tr', header: '<p>Haber: İdil Çağlar</p>' }, { authors: ['İdil Çağlar'] }],
  [
    'ru: an author and a date in the genitive',
    { lang: 'ru', header: '<p>Автор: Мира Халаби</p><p>3 мая 2026, 09:30 МСК</p>' },
    { authors: ['Мира Халаби'], published: '2026-05-03T06:30:00Z' },
  ],
  ['ru: the desk', { lang: 'ru', head: '<meta name="author" content="Редакция">' }, {}],
  ['uk: a date', { lang: 'uk', header: '<p>3 травня 2026, 09:30</p>' }, { published: '2026-05-03T09:30:00Z' }],
  [
    'he: by and a date',
    { lang: 'he', header: '<p>מאת מירה חלבי</p><p>פורסם: 3 במאי 2026, 09:30</p>' },
    { authors: ['מירה חלבי'], published: '2026-05-03T09:30:00Z' },
  ],
  ['he: a date in figures', { lang: 'he', header: '<p>03.05.2026 | 09:30</p>' }, { published: '2026-05-03T09:30:00Z' }],
  [
    'de: by, with a place, and the state of the text',
    { lang: 'de', header: '<p>Von Mira Halabi, Harim</p><p>Veröffentlicht am 03.05.2026, 09:30 Uhr</p><p>Stand: 04.05.2026</p>' },
    { authors: ['Mira Halabi'], published: '2026-05-03T09:30:00Z', updated: '2026-05-04T00:00:00Z' },
  ],
  [
    'de: an agency in small letters',
    { lang: 'de', head: '<meta name="author" content="dpa">', header: '<p>3. Mai 2026</p>' },
    { published: '2026-05-03T00:00:00Z' },
  ],
  ['de: a March day', { lang: 'de', header: '<p>3. März 2026, 9.30 Uhr</p>' }, { published: '2026-03-03T09:30:00Z' }],
  [
    'fr: by two, published and modified',
    { lang: 'fr', header: '<p>Par Mira Halabi et Jon Roe</p><p>Publié le 3 mai 2026 à 09h30, modifié le 4 mai 2026 à 10h00</p>' },
    { authors: ['Mira Halabi', 'Jon Roe'], published: '2026-05-03T09:30:00Z', updated: '2026-05-04T10:00:00Z' },
  ],
  ['fr: with an agency', { lang: 'fr', header: '<p>Par Mira Halabi avec AFP</p>' }, { authors: ['Mira Halabi'] }],
  [
    'es: by, and a date with "de"',
    { lang: 'es', header: '<p>Por Mira Halabi</p><p>3 de mayo de 2026 a las 09:30</p>' },
    { authors: ['Mira Halabi'], published: '2026-05-03T09:30:00Z' },
  ],
  ['es: the desk', { lang: 'es', head: '<meta name="author" content="Redacción Harim">' }, {}],
  [
    'pl: prepared by',
    { lang: 'pl', header: '<p>Opracowała: Mira Halabi</p><p>3 maja 2026, 09:30</p>' },
    { authors: ['Mira Halabi'], published: '2026-05-03T09:30:00Z' },
  ],
  ['ckb: months of Iraq', { lang: 'ckb', header: '<p>٣ی ئایاری ٢٠٢٦</p>' }, { published: '2026-05-03T00:00:00Z' }],
  [
    'ku: a Kurmanji date',
    { lang: 'ku', header: '<p>3 Gulan 2026, 09:30</p><p>Nivîskar: Mîra Helebî</p>' },
    { authors: ['Mîra Helebî'], published: '2026-05-03T09:30:00Z' },
  ],
  [
    'it: by and a date',
    { lang: 'it', header: '<p>di Mira Halabi</p><p>3 maggio 2026</p>' },
    { authors: ['Mira Halabi'], published: '2026-05-03T00:00:00Z' },
  ],
  [
    'nl: by and a date',
    { lang: 'nl', header: '<p>Door Mira Halabi</p><p>3 mei 2026 09:30</p>' },
    { authors: ['Mira Halabi'], published: '2026-05-03T09:30:00Z' },
  ],
  [
    'sv: by and a date',
    { lang: 'sv', header: '<p>Av Mira Halabi</p><p>Publicerad 3 maj 2026</p>' },
    { authors: ['Mira Halabi'], published: '2026-05-03T00:00:00Z' },
  ],
  ['el: a date', { lang: 'el', header: '<p>3 Μαΐου 2026</p>' }, { published: '2026-05-03T00:00:00Z' }],
  ['zh: a date', { lang: 'zh', header: '<p>2026年5月3日 09:30</p>' }, { published: '2026-05-03T09:30:00Z' }],
]

const url = 'https://times.example.org/water/gates-early'

describe('extractArticle on the anatomies of news sites', () => {
  it.each(PAGES)('%s', (_, parts, stated) => {
    const { authors, published, updated } = extractArticle({ url, html: newsPage(parts) })
    expect({
      authors: authors.map((author) => author.name),
      published: published?.toISOString().replace('.000', ''),
      updated: updated?.toISOString().replace('.000', ''),
    }).toEqual({ authors: stated.authors ?? [], published: stated.published, updated: stated.updated })
  })
})
