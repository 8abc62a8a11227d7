import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type DocumentReading, type Reading, read, readWhole } from '../../../src/parse/index.ts'
import { plainText } from '../../../src/text/index.ts'
import { atom, bytes, rss } from './documents.ts'

function documentOf(reading: Reading): DocumentReading {
  if (reading.kind !== 'document') throw new Error(`expected a document, got ${JSON.stringify(reading)}`)
  return reading
}

const formats: readonly (readonly [string, string])[] = [
  ['rss2.0', rss('<item><title>One</title></item>')],
  ['rss2.0', rss('<item><title>One</title></item>', '')],
  ['rss0.92', rss('<item><title>One</title></item>', 'version="0.92"')],
  ['rss2.0', '<channel><title>The Example Post</title><item><title>One</title></item></channel>'],
  ['rss2.0', '<item><title>One</title></item>'],
  [
    'rss1.0',
    '<x:RDF xmlns:x="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel x:about="u"><title>T</title></channel><item x:about="https://a.example/1"><title>One</title></item></x:RDF>',
  ],
  [
    'rss1.1',
    '<Channel xmlns="http://purl.org/net/rss1.1#"><title>T</title><items><item><title>One</title></item></items></Channel>',
  ],
  ['atom1.0', atom('<entry><title>One</title></entry>')],
  ['atom1.0', '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>One</a:title></a:entry></a:feed>'],
  ['atom1.0', '<feed><entry><title>One</title></entry></feed>'],
  ['atom0.3', '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>One</title></entry></feed>'],
  ['cdf', '<CHANNEL HREF="https://a.example/"><ITEM HREF="https://a.example/1"><TITLE>One</TITLE></ITEM></CHANNEL>'],
  ['json1.1', '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":1,"title":"One"}]}'],
  [
    'sitemap',
    '<urlset><url><loc>https://a.example/1</loc><n:news xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><n:title>One</n:title></n:news></url></urlset>',
  ],
]

describe('read', () => {
  it.each(formats)('recognises %s: %s', (format, text) => {
    const { feed, slips } = documentOf(read(bytes(text), {}))
    expect(feed.format).toBe(format)
    expect(slips.map((slip) => slip.title)).toEqual(['One'])
  })

  it.each([
    ['a bare ampersand', '<item><title>One & two</title></item>', ['One & two']],
    ['a stray less-than sign', '<item><title>1 < 2</title></item><item><title>2 <3</title></item>', ['1 < 2', '2 <3']],
    ['a run of less-than signs', '<item><title>1 <<<2<3 &amp; 4</title></item>', ['1 <<<2<3 & 4']],
    ['half a million less-than signs', `<item><title>1</title><x>${'<'.repeat(500_000)}</x></item>`, ['1']],
    ['an undeclared entity', '<item><title>caf&eacute;</title></item>', ['café']],
    ['an undeclared prefix', '<item><dc:title>One</dc:title></item>', ['One']],
    ['missing end tags', '<item><title>One<link>https://a.example/1</link><item><title>Two</item>', ['One', 'Two']],
    ['crossed end tags', '<item><title><b>One</title></b></item>', ['One']],
    [
      'a CDATA section cut short',
      '<item><title><![CDATA[One</title></item><item><title><![CDATA[Two]]></title></item>',
      ['One', 'Two'],
    ],
    ['an end tag misspelt', '<item><title>One</titel><guid>1</guid></item><item><title>Two</title></item>', ['One', 'Two']],
    ['a comment that never ends', '<item><title>One</title></item><!-- <item><title>Two</title></item>', ['One', 'Two']],
    ['markup in a title', '<item><title>One &lt;b&gt;two&lt;/b&gt; &amp;amp; three</title></item>', ['One two & three']],
    ['script escaped twice', '<item><title>One &amp;lt;script&amp;gt;x()&amp;lt;/script&amp;gt;</title></item>', ['One']],
    ['a tag that is meant', '<item><title>The &amp;lt;blink&amp;gt; tag</title></item>', ['The <blink> tag']],
    ['overrides of direction', '<item><title>One\u202E two\u200B</title></item>', ['One two']],
  ])('reads a document with %s', (_what, items, titles) => {
    expect(documentOf(read(bytes(rss(items)), {})).slips.map((slip) => slip.title)).toEqual(titles)
  })

  it('keeps the whole entries of a document that is cut', () => {
    const whole = rss('<item><title>One</title></item><item><title>Two</title><description>half')
    const { slips, warnings } = documentOf(read(bytes(whole.replace('</channel></rss>', '')), {}))
    expect(slips.map((slip) => slip.title)).toEqual(['One'])
    expect(warnings).toContain('the document is cut')
  })

  it('reads behind junk and an internal DTD, without following or multiplying entities', () => {
    const bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    const { slips } = documentOf(read(bytes(`\n junk ${bomb}<rss><item><title>&a; &b; &x;</title></item></rss>`), {}))
    expect(slips[0]?.title).toBe('aaaa &b; &x;')
  })

  it('resolves links by xml:base, by where the document was read, and by its own address, in this order', () => {
    const link = (xml: string, url?: string): unknown =>
      documentOf(read(bytes(xml), url === undefined ? {} : { url })).slips[0]?.url
    const entry = '<entry><link href="story"/></entry>'
    expect(link(atom(`<entry xml:base="https://base.example/x/"><link href="story"/></entry>`), 'https://a.example/f')).toBe(
      'https://base.example/x/story',
    )
    expect(link(atom(entry), 'https://a.example/dir/feed')).toBe('https://a.example/dir/story')
    expect(link(atom(`<link rel="self" href="https://self.example/y/feed"/>${entry}`))).toBe('https://self.example/y/story')
  })

  it.each([
    ['<link>javascript:alert(1)</link>', undefined],
    ['<link>https://user:secret@a.example/1</link>', undefined],
    ['<link>\n https://a.example/1 \n</link>', 'https://a.example/1'],
    ['<link>www.a.example/1</link>', 'http://www.a.example/1'],
    ['<guid>https://a.example/1</guid>', 'https://a.example/1'],
    ['<guid isPermaLink="false">https://a.example/1</guid>', undefined],
    [
      '<link>https://short.example/1</link><f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://a.example/1</f:origLink>',
      'https://a.example/1',
    ],
  ])('takes the address of %s for %s', (fields, url) => {
    expect(documentOf(read(bytes(rss(`<item>${fields}</item>`)), {})).slips[0]?.url).toBe(url)
  })

  it('changes the fingerprint with the text, and not with the place, the date or the link', () => {
    const prints = (items: string): readonly string[] =>
      documentOf(read(bytes(rss(items)), {})).slips.map((slip) => slip.fingerprint)
    const one = '<item><title>One</title><description>text</description><link>https://a.example/1</link></item>'
    const two = '<item><title>Two</title></item>'
    expect(prints(one + two)).toEqual(prints(two + one).toReversed())
    expect(prints(one.replace('/1<', '/2<'))).toEqual(prints(one))
    expect(prints(one.replace('text', 'other'))).not.toEqual(prints(one))
  })

  it('shows the screen whatever a reader would see', () => {
    const { slips } = documentOf(
      read(
        bytes(
          rss(
            '<item><title>a&amp;eacute;b</title><description>&lt;p&gt;Dama&lt;b&gt;scus&lt;/b&gt;&lt;/p&gt;</description><category>Aleppo</category></item>',
          ),
        ),
        {},
      ),
    )
    const seen = plainText(slips[0]?.text ?? '')
    for (const word of ['aéb', 'Damascus', 'Aleppo']) expect(seen).toContain(word)
  })

  it('unpacks gzip once, and not without end', () => {
    expect(read(gzipSync(rss('<item><title>One</title></item>')), {}).kind).toBe('document')
    expect(read(gzipSync(Buffer.alloc(60_000_000, 0x20)), {})).toMatchObject({ kind: 'unreadable', code: 'archive' })
  })

  it('stops at 5,000 entries and says so', () => {
    const { slips, warnings } = documentOf(read(bytes(rss('<item><title>x</title></item>'.repeat(5_100))), {}))
    expect(slips).toHaveLength(5_000)
    expect(warnings).toHaveLength(1)
  })

  it('lists the sitemaps of an index', () => {
    const index =
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>/s1.xml.gz</loc><lastmod>2026-08-20</lastmod></sitemap></sitemapindex>'
    expect(read(bytes(index), { url: 'https://a.example/' }, { kind: 'sitemap' })).toEqual({
      kind: 'index',
      sitemaps: [{ url: 'https://a.example/s1.xml.gz', updated: new Date('2026-08-20') }],
    })
  })

  it('says when polling is asked to be slow', async () => {
    const xml = rss('<ttl>90</ttl><skipHours><hour>3</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>')
    expect(await readWhole(bytes(xml), {})).toMatchObject({
      feed: { pace: { ttlMinutes: 90, skipHours: [0, 3], skipDays: [0] } },
    })
  })

  it('can cross to another thread and back', () => {
    const reading = read(bytes(rss('<item><title>One</title></item>')), { now: new Date('2026-08-20') })
    expect(structuredClone(reading)).toEqual(reading)
  })
})
