import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../src/extract/index.ts'
import { newsPage, paragraphs, REPORT } from '../../helpers/news-page.ts'

const url = 'https://times.example.org/water/gates-early'
const free = { reserved: false, noExcerpt: false }

describe('extractArticle: rights', () => {
  it.each([
    ['nothing stated', '', {}, free],
    ['noarchive for all', '<meta name="robots" content="index, noarchive">', {}, { ...free, noExcerpt: true }],
    ['nosnippet for all', '<meta name="ROBOTS" content="NOSNIPPET">', {}, { ...free, noExcerpt: true }],
    ['rules for another program', '<meta name="googlebot" content="nosnippet">', {}, free],
    ['rules for this program', '<meta name="kaynak" content="nosnippet">', {}, { ...free, noExcerpt: true }],
    ['a limit', '<meta name="robots" content="max-snippet:200, max-image-preview:large">', {}, { ...free, maxExcerptChars: 200 }],
    ['no limit', '<meta name="robots" content="max-snippet:-1">', {}, free],
    ['a limit of nothing', '<meta name="robots" content="max-snippet:0">', {}, { ...free, noExcerpt: true, maxExcerptChars: 0 }],
    ['an end', '<meta name="robots" content="unavailable_after: 2026-12-01">', {}, { ...free, noExcerpt: true }],
    ['an end in a header', '', { xRobotsTag: 'unavailable_after: Friday, 25-Dec-26 15:00:00 EST' }, { ...free, noExcerpt: true }],
    ['an end for another', '', { xRobotsTag: 'otherbot: unavailable_after: 2026-12-01' }, free],
    ['no use for models', '<meta name="robots" content="noai, noimageai">', {}, { ...free, reserved: true }],
    ['TDM stated twice in a header', '', { tdmReservation: '0, 1' }, { ...free, reserved: true }],
    ['a header', '', { xRobotsTag: 'noarchive' }, { ...free, noExcerpt: true }],
    ['a header for another', '', { xRobotsTag: 'otherbot: noindex, nosnippet' }, free],
    [
      'a header for another, then for us',
      '',
      { xRobotsTag: 'otherbot: noindex, kaynak: nosnippet' },
      { ...free, noExcerpt: true },
    ],
    [
      'the stricter of two limits',
      '<meta name="robots" content="max-snippet:200">',
      { xRobotsTag: 'max-snippet: 90' },
      { ...free, maxExcerptChars: 90 },
    ],
    ['TDM in a header', '', { tdmReservation: '1' }, { ...free, reserved: true }],
    ['TDM in a meta', '<meta name="tdm-reservation" content="1">', { tdmReservation: '0' }, { ...free, reserved: true }],
    ['TDM not reserved', '<meta name="tdm-reservation" content="0">', {}, free],
    [
      'a licence',
      '<link rel="license" href="https://creativecommons.example/by/4.0/">',
      {},
      { ...free, licence: 'https://creativecommons.example/by/4.0/' },
    ],
    ['a licence in a header', '', { link: '</terms>; rel="license"' }, { ...free, licence: 'https://times.example.org/terms' }],
    [
      'an RSL licence in a header',
      '',
      { link: '<https://times.example.org/rsl.xml>; rel="license"; type="application/rsl+xml"' },
      { reserved: true, noExcerpt: false, licence: 'https://times.example.org/rsl.xml' },
    ],
    [
      'an RSL licence',
      '<link rel="license" type="application/rsl+xml" href="/rsl.xml">',
      {},
      { reserved: true, noExcerpt: false, licence: 'https://times.example.org/rsl.xml' },
    ],
  ])('reads %s', (_, head, headers, rights) => {
    expect(extractArticle({ url, html: newsPage({ head }), headers }).rights).toEqual(rights)
  })

  it('keeps marked parts out of what may be quoted, and of nothing else', () => {
    const [first = '', second = '', ...rest] = REPORT
    const page = (body: string): ReturnType<typeof extractArticle> => extractArticle({ url, html: newsPage({ body }) })
    const marked = page(`<p>${first}</p><p data-nosnippet>${second}</p>${paragraphs(rest)}`)
    expect(marked.text).toContain(second)
    expect(marked.snippet).toBe([first, ...rest].join('\n'))
    expect(page(`<p>${first} <span data-nosnippet="">Aside.</span> Then.</p>${paragraphs(rest)}`).snippet).toBe(
      [`${first} Then.`, ...rest].join('\n'),
    )
    expect(page(paragraphs(REPORT))).not.toHaveProperty('snippet')
    expect(page(`<div data-nosnippet>${paragraphs(REPORT)}</div>`).rights).toMatchObject({ noExcerpt: true })
  })

  it('takes a licence’s words where there is no address, and a copyright line for none', () => {
    const head = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","license":"CC BY 4.0"}</script>'
    expect(extractArticle({ url, html: newsPage({ head }) }).licence).toBe('CC BY 4.0')
    expect(
      extractArticle({ url, html: newsPage({ head: '<meta name="copyright" content="Example Times">' }) }),
    ).not.toHaveProperty('licence')
  })
})
