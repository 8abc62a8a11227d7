import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribute/index.ts'
import type { Entry } from '../../../src/model/index.ts'
import { httpUrl } from '../../../src/text/index.ts'

const entry: Entry = { title: 'Aid reaches the town', authors: [], categories: [], enclosures: [] }

describe('attribute, authors', () => {
  it.each([
    [['Reuters;Jane Roe'], 'Jane Roe', 'Reuters'],
    [['Jane Roe;AP'], 'Jane Roe', 'AP'],
    [['AFP, MANILA'], '', 'AFP'],
    [['Jane Roe und Max Moe, dpa'], 'Jane Roe,Max Moe', 'DPA'],
    [['Example Times et AFP'], '', 'AFP'],
    [['By Jane Roe and Ann Poe, Associated Press'], 'Jane Roe,Ann Poe', 'AP'],
    [['Jane Roe, Associated Press Writer'], 'Jane Roe', 'AP'],
    [['Jane Roe in Beirut', 'Middle East correspondent'], 'Jane Roe', ''],
    [['Roe, Jane'], 'Jane Roe', ''],
    [['بقلم سامر الأحمد'], 'سامر الأحمد', ''],
    [['Staff', 'Web Desk', 'admin', 'https://example.com/jane', 'Example Times Staff'], '', ''],
    [['News Agencies'], '', 'Agencies'],
  ])('of %j are %j, agencies %j', (authors, persons, agencies) => {
    const { credit } = attribute({ authors, head: '<meta property="og:site_name" content="Example Times">' })
    expect(credit.authors.join(',')).toBe(persons)
    expect(credit.agency.join(',')).toBe(agencies)
  })
})

describe('attribute, a page', () => {
  const head = `<link rel="canonical" href="/a/1"><meta property="og:site_name" content="Security">
    <script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#jane","name":"Jane Roe"},
    {"@type":"NewsArticle","headline":"Aid &amp; roads","author":[{"@id":"#jane"},{"@type":"Organization","name":"SDA"}],
    "publisher":{"name":"Morning Post"},"datePublished":"2016-09-20T10:00:00+02:00"}]}</script>`

  it('gives publisher, authors, agency, title, address and date', () => {
    const { title, credit } = attribute({ url: 'https://www.morningpost.example/a/1?utm_source=x', head })
    expect(title).toBe('Aid & roads')
    expect(credit).toMatchObject({ publisher: 'Morning Post', authors: ['Jane Roe'], agency: ['SDA'], urlNeedsResolve: false })
    expect(credit.url).toBe('https://www.morningpost.example/a/1')
    expect(credit.published).toEqual(new Date('2016-09-20T08:00:00Z'))
  })

  it('takes a canonical on another site as the source, not as the address', () => {
    const { credit } = attribute({ url: 'https://paper.example/a', canonical: 'https://original.example/story/1' })
    expect(credit.url).toBe('https://paper.example/a')
    expect(credit.source).toEqual({ name: 'original.example', url: 'https://original.example/story/1' })
  })

  it('says nothing of a licence where an agency wrote the text', () => {
    const licensed = '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">'
    expect(attribute({ url: 'https://p.example/a', head: licensed }).credit.licence).toBe(
      'https://creativecommons.org/licenses/by/4.0/',
    )
    expect(
      attribute({ url: 'https://p.example/a', head: licensed, authors: ['Associated Press'] }).credit.licence,
    ).toBeUndefined()
  })
})

describe('attribute, a feed item', () => {
  it('names the outlet behind an aggregator and takes it off the title', () => {
    const xml = `<item><title>Aid reaches the town - Example Times - World</title><link>https://news.google.com/rss/articles/x</link>
      <source url="https://times.example">Example Times - World</source></item>`
    const { title, credit, sourceUrl } = attribute({ xml })
    expect(title).toBe('Aid reaches the town')
    expect(credit).toMatchObject({ publisher: 'Example Times', urlNeedsResolve: true })
    expect(sourceUrl).toBe('https://times.example')
  })

  it('prefers the original link of FeedBurner', () => {
    const xml = `<item><title>Aid</title><link>http://feeds.feedburner.com/~r/ex/~3/abc/</link>
      <feedburner:origLink>https://ex.example/a?utm_source=feedburner</feedburner:origLink></item>`
    expect(attribute({ xml }).credit).toMatchObject({ url: 'https://ex.example/a', urlNeedsResolve: false })
  })

  it('keeps the publisher and the source of a republished text apart', () => {
    const xml =
      '<item><title>Update</title><link>https://reliefweb.int/report/syria/x</link><dc:source>Aid Office</dc:source></item>'
    expect(attribute({ xml }).credit).toMatchObject({ publisher: 'ReliefWeb', source: { name: 'Aid Office' }, agency: [] })
  })

  it('reads the name out of an RSS author and credits a picture to its own maker', () => {
    const xml = `<item><title>Aid</title><link>https://ex.example/a</link><author>jane@ex.example (Jane Roe)</author>
      <media:content><media:credit>Max Moe/AFP</media:credit></media:content></item>`
    expect(attribute({ xml }).credit).toMatchObject({ authors: ['Jane Roe'], imageCredit: ['Max Moe/AFP'], agency: [] })
  })
})

describe('attribute, a configured source', () => {
  it('is the publisher, and its own name as source is no republication', () => {
    const url = httpUrl('https://ex.example/a')
    const source = { title: 'Example - World', ...(url === undefined ? {} : { url }) }
    const carrier = { name: 'Example', homePage: 'https://www.ex.example', feedUrl: 'https://ex.example/feed' }
    const { credit } = attribute({ url: 'https://ex.example/a', entry: { ...entry, source }, carrier })
    expect(credit.publisher).toBe('Example')
    expect(credit.source).toBeUndefined()
  })

  it('is not the publisher when it only searches the web', () => {
    const carrier = { name: 'Alert: aid', feedUrl: 'https://www.google.com/alerts/feeds/1/2' }
    expect(attribute({ url: 'https://www.paper.example/a', entry, carrier }).credit.publisher).toBe('paper.example')
  })

  it('is the agency too where it is a wire service', () => {
    expect(attribute({ url: 'https://sana.sy/a', entry, carrier: { name: 'SANA' } }).credit.agency).toEqual(['SANA'])
  })
})

describe('attribute, a title', () => {
  it.each([
    ['Convoys reach the northern town (Reuters)', 'Convoys reach the northern town', 'Reuters'],
    ['New capital planned for Andhra Pradesh (AP)', 'New capital planned for Andhra Pradesh (AP)', ''],
    ['Thousands leave the town of Manbij (SDF)', 'Thousands leave the town of Manbij (SDF)', ''],
  ])('%j is shown as %j', (title, shown, agency) => {
    const answer = attribute({ title })
    expect(answer.title).toBe(shown)
    expect(answer.credit.agency.join(',')).toBe(agency)
  })
})

describe('attribute, hostile input', () => {
  it('answers in bounded time whatever repeats', () => {
    for (const unit of ['(AP) - ', 'By A. B. ', '/', '(', '© ', 'AFP ', 'Source: ', '[', '<meta ', '\n']) {
      const text = unit.repeat(200_000 / unit.length)
      expect(attribute({ title: text.slice(0, 5_000), lead: text, tail: text, head: text, xml: text }).credit.publisher).toBe('')
    }
  })
})
