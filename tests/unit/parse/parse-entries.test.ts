import { describe, expect, it } from 'vitest'
import type { Entry, FeedInfo } from '../../../src/model/index.ts'
import { parseEntries, read, readWhole } from '../../../src/parse/index.ts'
import { atom, bytes, rss } from './documents.ts'

async function whole(text: string, url?: string): Promise<{ readonly feed: FeedInfo; readonly entries: readonly Entry[] }> {
  const found = await readWhole(bytes(text), url === undefined ? {} : { url })
  if (found.kind === 'unreadable') throw new Error(found.message)
  return found
}

async function entry(text: string, url?: string): Promise<Entry | undefined> {
  return (await whole(text, url)).entries[0]
}

describe('parseEntries', () => {
  it('reads an RSS item in full', async () => {
    const item = `<item xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:m="http://search.yahoo.com/mrss/">
      <title>Talks resume</title><link>https://post.example.org/1</link><guid isPermaLink="false">post-1</guid>
      <pubDate>Thu, 20 Aug 2026 09:30:00 +0300</pubDate><dc:creator>Ada Example</dc:creator><author>desk@post.example.org (News Desk)</author>
      <category>World</category><category>World</category><category>Politics</category><source url="https://wire.example/rss">Example Wire</source>
      <dc:rights>(c) Example Post</dc:rights><description>&lt;p&gt;Short&lt;/p&gt;</description><c:encoded><![CDATA[<p>Long <a href="/more">text</a></p>]]></c:encoded>
      <enclosure url="https://post.example.org/a.mp3" type="audio/mpeg" length="1234"/>
      <m:content url="https://post.example.org/s.jpg" medium="image" width="100"/>
      <m:content url="https://post.example.org/l.jpg" medium="image" width="900"><m:credit>B. Example/EPA</m:credit></m:content></item>`
    expect(await entry(rss(item))).toEqual({
      id: 'post-1',
      url: 'https://post.example.org/1',
      title: 'Talks resume',
      summary: '<p>Short</p>',
      content: '<p>Long <a href="https://post.example.org/more">text</a></p>',
      authors: [{ name: 'News Desk', email: 'desk@post.example.org' }, { name: 'Ada Example' }],
      published: new Date('2026-08-20T06:30:00Z'),
      categories: ['World', 'Politics'],
      source: { title: 'Example Wire', url: 'https://wire.example/rss' },
      rights: '(c) Example Post',
      enclosures: [{ url: 'https://post.example.org/a.mp3', type: 'audio/mpeg', length: 1234 }],
      image: 'https://post.example.org/l.jpg',
      imageCredit: ['B. Example/EPA'],
    })
  })

  it('reads an Atom entry in full', async () => {
    const xml =
      atom(`<entry xml:lang="tr"><id>tag:wire.example,2026:1</id><title type="html">Talks &lt;b&gt;resume&lt;/b&gt;</title>
      <link rel="enclosure" href="a.pdf" type="application/pdf"/><link href="story"/><published>2026-08-20T09:30:00Z</published><updated>2026-08-21T00:00:00Z</updated>
      <author><name>Ada Example</name><email>ada@wire.example</email><uri>/ada</uri></author><category term="world" label="World news"/>
      <source><id>https://origin.example/</id><title>Origin</title></source><rights type="text">© Wire</rights>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">one <b>two</b> three <i>four</i> five &lt;six&gt;</div></content></entry>`)
    expect(await entry(xml, 'https://wire.example/dir/feed')).toEqual({
      id: 'tag:wire.example,2026:1',
      url: 'https://wire.example/dir/story',
      title: 'Talks resume',
      content: '<div>one <b>two</b> three <i>four</i> five &lt;six&gt;</div>',
      authors: [{ name: 'Ada Example', email: 'ada@wire.example', url: 'https://wire.example/ada' }],
      published: new Date('2026-08-20T09:30:00Z'),
      updated: new Date('2026-08-21T00:00:00Z'),
      language: 'tr',
      categories: ['world'],
      source: { title: 'Origin', url: 'https://origin.example/' },
      rights: '© Wire',
      enclosures: [{ url: 'https://wire.example/dir/a.pdf', type: 'application/pdf' }],
    })
  })

  it('reads a JSON Feed item in full', async () => {
    const item = {
      id: 7,
      url: '/1',
      title: 'Talks resume',
      content_text: 'One & two\n\nthree',
      summary: 'In short',
      date_published: '2026-08-20T09:30:00Z',
      authors: [{ name: 'Ada Example', url: 'https://ada.example/' }],
      tags: ['World', 3, null],
      attachments: [{ url: 'https://post.example.org/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 12 }],
    }
    const feed = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      home_page_url: 'https://post.example.org/',
      language: 'en',
      items: [item, 'junk', null],
    })
    const { entries } = await whole(feed)
    expect(entries).toEqual([
      {
        id: '7',
        url: 'https://post.example.org/1',
        title: 'Talks resume',
        summary: 'In short',
        content: '<p>One &amp; two</p><p>three</p>',
        authors: [{ name: 'Ada Example', url: 'https://ada.example/' }],
        published: new Date('2026-08-20T09:30:00Z'),
        categories: ['World', '3'],
        enclosures: [{ url: 'https://post.example.org/a.mp3', type: 'audio/mpeg', length: 12 }],
      },
    ])
  })

  it.each([
    ['text that is HTML all the same', '<summary>&lt;p&gt;One&lt;/p&gt;</summary>', '<p>One</p>'],
    ['text that is text', '<summary type="text">1 &lt; 2 &amp; 3</summary>', '1 &lt; 2 &amp; 3'],
    ['HTML', '<summary type="html">One &amp;amp; &lt;b&gt;two&lt;/b&gt;</summary>', 'One &amp; <b>two</b>'],
    [
      'XHTML with its own base',
      '<summary type="xhtml"><div xml:base="https://b.example/x/"><a href="y">z</a></div></summary>',
      '<div><a href="https://b.example/x/y">z</a></div>',
    ],
    [
      'XHTML in prefixes',
      '<summary type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:b>One</h:b><h:br/></h:div></summary>',
      '<div><b>One</b><br /></div>',
    ],
    ['a picture instead of text', '<summary type="image/png">AAAA</summary>', undefined],
    ['Atom 0.3 base64', '<summary mode="base64">PGI+T25lPC9iPg==</summary>', '<b>One</b>'],
  ])('reads %s', async (_what, field, summary) => {
    expect((await entry(atom(`<entry>${field}</entry>`)))?.summary).toBe(summary)
  })

  it('refuses dates that cannot be, and those of the future when it knows the time', async () => {
    const xml = rss('<item><pubDate>31 Feb 2026 10:00 GMT</pubDate></item><item><pubDate>1 Sep 2026 10:00 GMT</pubDate></item>')
    expect((await whole(xml)).entries.map(({ published }) => published?.toISOString())).toEqual([
      undefined,
      '2026-09-01T10:00:00.000Z',
    ])
    const later = await readWhole(bytes(xml), { now: new Date('2026-08-20T00:00:00Z') })
    expect(later.kind === 'whole' && later.entries[1]?.published).toBeUndefined()
  })

  it('makes the same of an entry whatever else is parsed with it', async () => {
    const items = [
      '<item/>',
      '<item><title>One</title><description>a ]]&gt; b</description></item>',
      '<item><guid>3</guid><category>x</category></item>',
    ]
    const reading = read(bytes(rss(items.join(''))), {})
    if (reading.kind !== 'document') throw new Error('expected a document')
    const all = await parseEntries(reading, reading.slips)
    for (const [index, slip] of reading.slips.entries()) expect(await parseEntries(reading, [slip])).toEqual([all[index]])
    expect(await parseEntries(reading, [])).toEqual([])
    expect(await parseEntries(structuredClone(reading), reading.slips.toReversed())).toEqual(all.toReversed())
  })

  it.each([
    ['<item>', 50_000],
    ['<item><description>&lt;a ', 20_000],
    ['<item><title>&lt;', 50_000],
    ['<x:y ', 100_000],
    ['<![CDATA[', 100_000],
    ['<item><description><![CDATA[<div>', 20_000],
    ['<!--', 200_000],
  ])('bears %j without end', async (piece, times) => {
    const found = await readWhole(bytes(`<rss><channel>${piece.repeat(times)}`), {})
    expect(found.kind).toBe('whole')
  })
})
