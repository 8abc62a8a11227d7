import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import type { Story } from '../../../src/model/index.ts'
import { atomFeed, feedFrame, jsonFeed, publishedEntries, rssFeed } from '../../../src/publish/index.ts'
import { makeItem, makeStory } from '../../helpers/make-item.ts'
import { makeChannel } from '../../helpers/make-publication.ts'
import { sampleStories } from './sample-stories.ts'

const channel = makeChannel()

function written(stories: readonly Story[]) {
  const entries = publishedEntries(stories, 'en')
  const frame = (path: string) => feedFrame(channel, { path }, entries)
  return {
    entries,
    rss: rssFeed(frame('feed.xml'), entries),
    atom: atomFeed(frame('atom.xml'), entries),
    json: jsonFeed(frame('feed.json'), entries),
  }
}

const TITLES: readonly (readonly [string, string])[] = [
  ['A & B &amp; C', 'A & B &amp; C'],
  ['<b>bold</b> & <script>alert(1)</script>', '<b>bold</b> & <script>alert(1)</script>'],
  ['two ]]> and ]]> three', 'two ]]> and ]]> three'],
  ['control \u0001\u0008\u001f characters', 'control  characters'],
  ['noncharacters \uFFFE0\uFFFE\uFFFF', 'noncharacters 0'],
  ['half a letter \uD83D', 'half a letter \uFFFD'],
  ['a whole one \u{1F54A}', 'a whole one \u{1F54A}'],
  ['quotes "double" and \'single\'', 'quotes "double" and \'single\''],
  ['$& $1 $$ {n} %s \\u0001', '$& $1 $$ {n} %s \\u0001'],
  ['<![CDATA[ never ]]> & <!-- no -->', '<![CDATA[ never ]]> & <!-- no -->'],
  ['عنوان بالعربية مع English', 'عنوان بالعربية مع English'],
  ['Invalid Date', 'Invalid Date'],
]

describe('a title', () => {
  it.each(TITLES)('%j is read back as %j from every format by two parsers', async (title, expected) => {
    const { rss, atom, json } = written([makeStory(makeItem({ title }))])
    const parser = new RssParser()
    expect((await parser.parseString(rss)).items[0]?.title).toBe(expected)
    expect((await parser.parseString(atom)).items[0]?.title).toBe(expected)
    expect(parseRssFeed(rss).items?.[0]?.title).toBe(expected)
    expect(parseAtomFeed(atom).entries?.[0]?.title?.value).toBe(expected)
    expect(parseJsonFeed(json).items?.[0]?.title).toBe(expected)
  })
})

describe('an entry', () => {
  const { entries, rss, atom, json } = written(sampleStories())

  it('comes back from RSS by rss-parser with its id, link, body, date, creator and source', async () => {
    const parser = new RssParser({ customFields: { item: [['source', 'origin', { keepArray: true }]] } })
    const feed = await parser.parseString(rss)
    expect(feed.items).toHaveLength(3)
    for (const [at, entry] of entries.entries()) {
      expect(feed.items[at]).toMatchObject({ guid: entry.id, link: entry.url, 'content:encoded': entry.html })
      expect(feed.items[at]?.isoDate).toBe(entry.published?.toISOString())
      expect(feed.items[at]?.['origin']).toEqual([{ _: entry.source.title, $: { url: entry.source.feedUrl } }])
    }
  })

  it('comes back from RSS by feedsmith with every creator, category, licence and its recording', () => {
    const [first, second, third] = parseRssFeed(rss).items ?? []
    expect(first?.dc?.creators).toEqual(['Jane Roe', 'Max Muster'])
    expect(first?.categories?.map(({ name }) => name)).toEqual(['Aid & relief', 'Aleppo'])
    expect(first?.creativeCommons?.licenses).toEqual(['https://creativecommons.org/licenses/by/4.0/'])
    expect(first?.enclosures).toEqual([{ url: 'https://audio.example/1.mp3', type: 'audio/mpeg', length: 123 }])
    expect(first?.guid).toEqual({ value: entries[0]?.id, isPermaLink: false })
    expect(second?.dc?.languages).toEqual(['ar'])
    expect(third?.pubDate).toBeUndefined()
  })

  it('comes back from Atom by feedsmith with its origin', () => {
    const [first, second, third] = parseAtomFeed(atom).entries ?? []
    expect(first).toMatchObject({
      id: entries[0]?.id,
      published: '2026-11-24T09:30:00.000Z',
      updated: '2026-11-24T09:30:00.000Z',
      authors: [{ name: 'Jane Roe' }, { name: 'Max Muster' }],
      source: {
        id: 'https://www.morning-post.example/world.xml',
        title: { value: 'Morning Post: World' },
        updated: '2026-11-24T09:30:00.000Z',
        authors: [{ name: 'Morning Post' }],
      },
    })
    expect(first?.links).toEqual(
      expect.arrayContaining([
        { href: entries[0]?.url },
        { rel: 'via', href: 'https://www.morning-post.example/world.xml' },
        { rel: 'license', href: 'https://creativecommons.org/licenses/by/4.0/' },
        { rel: 'enclosure', href: 'https://audio.example/1.mp3', type: 'audio/mpeg', length: 123 },
      ]),
    )
    expect(second?.authors).toEqual([{ name: 'الجريدة' }])
    expect(third?.published).toBeUndefined()
    expect(third?.updated).toBe('2026-11-22T08:00:00.000Z')
  })

  it('comes back from Atom by rss-parser', async () => {
    const feed = await new RssParser().parseString(atom)
    expect(feed.items.map(({ id, link, content }) => ({ id, link, content }))).toEqual(
      entries.map(({ id, url, html }) => ({ id, link: url, content: html })),
    )
  })

  it('has the same id, order and body in all three formats', () => {
    const ids = entries.map(({ id }) => id)
    expect(parseRssFeed(rss).items?.map(({ guid }) => guid?.value)).toEqual(ids)
    expect(parseAtomFeed(atom).entries?.map(({ id }) => id)).toEqual(ids)
    expect(parseJsonFeed(json).items?.map(({ id }) => id)).toEqual(ids)
    expect(parseJsonFeed(json).items?.map(({ content_html }) => content_html)).toEqual(entries.map(({ html }) => html))
  })
})
