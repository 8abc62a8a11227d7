import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../src/extract/index.ts'
import { newsPage } from '../../helpers/news-page.ts'

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

  it('takes a licence’s words where there is no address, and a copyright line for none', () => {
    const head = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","license":"CC BY 4.0"}</script>'
    expect(extractArticle({ url, html: newsPage({ head }) }).licence).toBe('CC BY 4.0')
    expect(
      extractArticle({ url, html: newsPage({ head: '<meta name="copyright" content="Example Times">' }) }),
    ).not.toHaveProperty('licence')
  })
})
