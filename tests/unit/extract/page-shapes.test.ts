import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../src/extract/index.ts'
import { paragraphs, REPORT } from '../../helpers/news-page.ts'

type Stated = { readonly authors?: readonly string[]; readonly published?: string; readonly text?: readonly string[] }

const ld = (value: object): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const AR = [
  'قال مجلس النهر في حارم يوم الثلاثاء إن مياه الخزان الجديد ستوزع على القرى ابتداء من الشهر المقبل كما كان متفقا عليه.',
  'وطلب المزارعون من إحدى عشرة قرية موسما أطول، ووافق المجلس على فتح البوابات قبل موعدها بأسبوعين هذا العام.',
  'وحذر المهندسون من أن القناة الشمالية التي بنيت قبل أربعين عاما ما زالت تفقد ثلث ما تحمله قبل أن يصل إلى الحقول.',
]
const TR = [
  'Harim nehir meclisi salı günü toplandı ve yeni barajın suyunun köyler arasında nasıl paylaşılacağına karar verdi.',
  'On bir köyden çiftçiler daha uzun bir sezon istemişti, meclis kapakların bu yıl iki hafta erken açılmasını kabul etti.',
  'Mühendisler, kırk yıl önce yapılan kuzey kanalının taşıdığı suyun üçte birini tarlalara varmadan kaybettiğini söyledi.',
]
const page = (lang: string, head: string, body: string): string =>
  `<!doctype html><html lang="${lang}"${lang === 'ar' ? ' dir="rtl"' : ''}><head><meta charset="utf-8"><title>${/<h1[^>]*>([^<]*)/.exec(body)?.[1] ?? ''} - Example Times</title>${head}</head><body>${body}</body></html>`
const CARDS = `<section class="latest">${['Valley', 'Bridge', 'Market']
  .map(
    (name) =>
      `<article><h3><a href="/${name}">${name} opens again</a></h3><span class="author">Other Person</span><time datetime="2024-01-01">1 January 2024</time></article>`,
  )
  .join('')}</section>`
const P = paragraphs(REPORT)

/** Anatomies of today's news sites, written by hand; outlets and persons are invented. */
const PAGES: readonly (readonly [name: string, html: string, stated: Stated])[] = [
  [
    'a JSON-LD graph with references',
    page(
      'en',
      ld({
        '@graph': [
          { '@type': 'WebPage', '@id': '#page', datePublished: '2026-05-03T09:00:00Z' },
          {
            '@type': 'NewsArticle',
            '@id': '#article',
            headline: 'Gates open early',
            author: { '@id': '#mira' },
            publisher: { '@id': '#org' },
            datePublished: '2026-05-03T09:30:00+03:00',
          },
          { '@type': 'Person', '@id': '#mira', name: 'Mira Halabi' },
          { '@type': 'NewsMediaOrganization', '@id': '#org', name: 'Example Times' },
        ],
      }),
      `<main><h1>Gates open early</h1><div class="content">${P}</div></main>${CARDS}`,
    ),
    { authors: ['Mira Halabi'], published: '2026-05-03T06:30:00Z', text: REPORT },
  ],
  [
    'microdata with cards of other articles',
    page(
      'en',
      '',
      `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Gates open early</h1><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Mira Halabi</span></span><meta itemprop="datePublished" content="2026-05-03T09:30:00Z"><div itemprop="articleBody">${P}</div></article>
      <div itemscope itemtype="https://schema.org/NewsArticle"><h3>Valley</h3><span itemprop="author">Jon Roe</span></div>`,
    ),
    { authors: ['Mira Halabi'], published: '2026-05-03T09:30:00Z', text: REPORT },
  ],
  [
    'WordPress with an SEO plug-in and a user’s name',
    page(
      'en',
      `<meta name="author" content="webadmin"><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Mira Halabi"><meta property="article:published_time" content="2026-05-03T09:30:00+00:00">`,
      `<article class="post"><h1 class="entry-title">Gates open early</h1><div class="entry-content">${P}</div></article>`,
    ),
    { authors: ['Mira Halabi'], published: '2026-05-03T09:30:00Z', text: REPORT },
  ],
  [
    'WordPress with a line of its theme',
    page(
      'en',
      '',
      `<article><header><h1>Gates open early</h1><div class="entry-meta">Posted on <a href="/2026/05/03"><time class="entry-date published" datetime="2026-05-03T09:30:00+00:00">May 3, 2026</time></a> by <span class="author vcard"><a class="url fn n" href="/author/mira">Mira Halabi</a></span></div></header><div class="entry-content">${P}</div></article>`,
    ),
    { authors: ['Mira Halabi'], published: '2026-05-03T09:30:00Z', text: REPORT },
  ],
  [
    'Drupal fields',
    page(
      'en',
      '',
      `<div class="node node--type-article"><h1>Gates open early</h1><div class="field field--name-field-byline"><div class="field__label">By</div><div class="field__item">Mira Halabi</div></div><div class="field field--name-created"><time datetime="2026-05-03T09:30:00Z">Sun, 05/03/2026</time></div><div class="field--name-body">${P}</div></div>`,
    ),
    { authors: ['Mira Halabi'], published: '2026-05-03T09:30:00Z', text: REPORT },
  ],
  [
    'an Arabic system: place, name, date in one line',
    page(
      'ar',
      '',
      `<div class="article"><h1>فتح البوابات مبكرا</h1><div class="info">بيروت - سارة العلي | 3 أيار 2026</div><div class="text">${paragraphs(AR)}</div></div>`,
    ),
    { authors: ['سارة العلي'], published: '2026-05-03T00:00:00Z', text: AR },
  ],
  [
    'an Arabic system: the writer’s card',
    page(
      'ar',
      '',
      `<div class="details"><h1>فتح البوابات مبكرا</h1><div class="writer-card"><a href="/author/7"><img src="/7.jpg" alt="سارة العلي"></a><a href="/author/7">سارة العلي</a><span>كاتبة وصحفية سورية</span></div><span>٣ مايو ٢٠٢٦</span><div class="body">${paragraphs(AR)}</div></div>`,
    ),
    { authors: ['سارة العلي'], published: '2026-05-03T00:00:00Z', text: AR },
  ],
  [
    'an Arabic system: a desk and an agency',
    page(
      'ar',
      '',
      `<div class="details"><h1>فتح البوابات مبكرا</h1><div class="source">المصدر: وكالات</div><time datetime="2026-05-03T09:30:00+03:00">3 مايو 2026</time><div class="body">${paragraphs(AR)}</div></div>`,
    ),
    { published: '2026-05-03T06:30:00Z', text: AR },
  ],
  [
    'a Turkish system: entry, update, reporter',
    page(
      'tr',
      '',
      `<article><h1>Kapaklar erken açıldı</h1><div class="meta"><span>Giriş: 03.05.2026 - 09:30</span> <span>Güncelleme: 04.05.2026 - 10:00</span></div><div class="muhabir">Haber: Mira Halabi / HARİM (DHA)</div><div class="haber-metni">${paragraphs(TR)}</div></article>`,
    ),
    { authors: ['Mira Halabi'], published: '2026-05-03T09:30:00Z', text: TR },
  ],
  [
    'a Turkish column',
    page(
      'tr',
      '',
      `<div class="yazar"><a href="/yazarlar/mira-halabi"><img alt="Mira Halabi" src="/m.jpg"></a><a class="yazar-adi" href="/yazarlar/mira-halabi">Mira Halabi</a></div><article><h1>Kapaklar erken açıldı</h1><time datetime="2026-05-03">3 Mayıs 2026</time>${paragraphs(TR)}</article>`,
    ),
    { authors: ['Mira Halabi'], published: '2026-05-03T00:00:00Z', text: TR },
  ],
  [
    'AMP',
    page(
      'en',
      `<script async src="https://cdn.ampproject.example/v0.js"></script>${ld({ '@type': 'NewsArticle', headline: 'Gates', author: [{ '@type': 'Person', name: 'Mira Halabi' }], datePublished: '2026-05-03T09:30:00Z' })}`,
      `<amp-sidebar><ul><li><a href="/">Home</a></li></ul></amp-sidebar><article><h1>Gates open early</h1><amp-img src="/a.jpg" width="9" height="9"></amp-img>${P}<amp-ad width="9" height="9"></amp-ad></article>`,
    ),
    { authors: ['Mira Halabi'], published: '2026-05-03T09:30:00Z', text: REPORT },
  ],
  [
    'names machines are told of in part',
    page(
      'en',
      ld({ '@type': 'NewsArticle', headline: 'x', author: 'Mira Halabi', datePublished: '2026-05-03' }),
      `<article><h1>Gates open early</h1><p class="byline">By <a>Mira Halabi</a> and <a>Jon Roe</a></p>${P}</article>`,
    ),
    { authors: ['Mira Halabi', 'Jon Roe'], published: '2026-05-03T00:00:00Z', text: REPORT },
  ],
  [
    'a photographer in the picture and an editor in the foot',
    page(
      'en',
      '',
      `<article><h1>Gates open early</h1><div class="byline">By Mira Halabi</div><figure><img src="/a.jpg"><figcaption>The dam. Photo by Ada Poe</figcaption></figure>${P}<p>Editing by Jon Roe</p></article>`,
    ),
    { authors: ['Mira Halabi'] },
  ],
  [
    'who the author is, told below the text',
    page(
      'en',
      '',
      `<article><h1>Gates open early</h1><time datetime="2026-05-03">3 May</time>${P}<p><em>Mira Halabi is a journalist based in Harim who covers water.</em></p></article>`,
    ),
    { authors: ['Mira Halabi'], published: '2026-05-03T00:00:00Z' },
  ],
  [
    'a heading for the author in the margin',
    page(
      'en',
      '',
      `<main><article><h1>Gates open early</h1>${P}</article><aside><div>Author</div><div>Mira Halabi</div><div>Senior Analyst, River Institute</div></aside></main>`,
    ),
    { authors: ['Mira Halabi'], text: REPORT },
  ],
  [
    'an agency’s report without a person',
    page(
      'en',
      ld({
        '@type': 'NewsArticle',
        headline: 'x',
        author: { '@type': 'Organization', name: 'AFP' },
        datePublished: '2026-05-03T09:30:00Z',
      }),
      `<article><h1>Gates open early</h1>${P}</article>${CARDS}`,
    ),
    { published: '2026-05-03T09:30:00Z', text: REPORT },
  ],
  [
    'a newsletter that bears its writer’s name',
    page(
      'en',
      `<meta property="og:site_name" content="Mira Halabi"><meta name="author" content="Mira Halabi">`,
      `<article><h1>Gates open early</h1><div>May 03, 2026</div>${P}</article>`,
    ),
    { authors: ['Mira Halabi'], published: '2026-05-03T00:00:00Z', text: REPORT },
  ],
  [
    'Persian with the solar year',
    page(
      'fa',
      '',
      `<article><h1>دریچه‌ها زودتر باز شد</h1><div>نویسنده: سارا علوی</div><div>۱۳ اردیبهشت ۱۴۰۵</div>${paragraphs(AR)}</article>`,
    ),
    { authors: ['سارا علوی'], published: '2026-05-03T00:00:00Z' },
  ],
  [
    'Russian with a name and a date',
    page(
      'ru',
      '',
      `<article><h1>Ворота открыли раньше</h1><div class="doc__authors">Иван Петров</div><time datetime="2026-05-03T09:30:00+03:00">3 мая 2026</time>${P}</article>`,
    ),
    { authors: ['Иван Петров'], published: '2026-05-03T06:30:00Z' },
  ],
  [
    'German with a place and an agency',
    page(
      'de',
      '',
      `<article><h1>Tore früher geöffnet</h1><p class="autor">Von Mira Halabi (Harim) und dpa</p><p>03.05.2026, 09:30 Uhr</p>${P}</article>`,
    ),
    { authors: ['Mira Halabi'], published: '2026-05-03T09:30:00Z' },
  ],
  [
    'French with both dates',
    page(
      'fr',
      '',
      `<article><h1>Les vannes ouvertes</h1><p>Par Mira Halabi</p><p>Publié le 3 mai 2026 à 09h30, mis à jour le 4 mai 2026</p>${P}</article>`,
    ),
    { authors: ['Mira Halabi'], published: '2026-05-03T09:30:00Z' },
  ],
  [
    'Hebrew with a bar',
    page('he', '', `<article><h1>השערים נפתחו מוקדם</h1><div>מירה חלבי | 03.05.2026 | 09:30</div>${P}</article>`),
    { authors: ['מירה חלבי'], published: '2026-05-03T09:30:00Z' },
  ],
]

describe('extractArticle on the shapes of news pages', () => {
  it.each(PAGES)('%s', (_, html, stated) => {
    const article = extractArticle({ url: 'https://times.example.org/water/gates-early', html })
    expect({
      authors: article.authors.map(({ name }) => name),
      published: article.published?.toISOString().replace('.000', ''),
    }).toEqual({ authors: stated.authors ?? [], published: stated.published })
    if (stated.text !== undefined) expect(article.text.split('\n')).toEqual(stated.text)
  })

  it.each([
    [
      'live-blog',
      page(
        'en',
        ld({
          '@type': 'LiveBlogPosting',
          headline: 'x',
          liveBlogUpdate: [{ '@type': 'BlogPosting', headline: 'a', articleBody: 'b' }],
        }),
        `<article><h1>Gates</h1>${P}</article>`,
      ),
    ],
    [
      'paywall-stub',
      page(
        'en',
        ld({ '@type': 'NewsArticle', headline: 'x', isAccessibleForFree: false }),
        `<article><h1>Gates</h1><p>${REPORT[0]}</p></article>`,
      ),
    ],
  ])('says that a page is a %s', (kind, html) => {
    expect(extractArticle({ url: 'https://times.example.org/water/gates-early', html }).kind).toBe(kind)
  })
})
