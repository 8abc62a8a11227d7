import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'cheerio'
import { parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { publish } from '../../../src/publish/index.ts'
import { makeItem, makeStory } from '../../helpers/make-item.ts'
import { makeChannel, makePublication } from '../../helpers/make-publication.ts'
import { temporaryDirectory } from '../../helpers/temporary-directory.ts'
import { sampleStories } from './sample-stories.ts'

describe('the bulletin', () => {
  it('prints each story in the order of the seed: title, its own date, outlet with its date, text, source', async () => {
    const directory = await temporaryDirectory()
    await publish(makePublication({ stories: sampleStories() }), directory)
    const page = load(await readFile(join(directory, 'bulletin/2026-11-24.html'), 'utf8'))
    const lines = page('article')
      .first()
      .children()
      .map((_, element) => page(element).text().trim())
      .get()
    expect(lines).toEqual([
      'A & B &AMP; C: <B>BOLD</B> WORDS ]]> "HERE"',
      '- 24.11.2026',
      'Northern Wire, via Morning Post, by Jane Roe and Max Muster, November 24, 2026',
      expect.stringContaining('A convoy of twenty lorries'),
      'Kaynak/Source: https://www.morning-post.example/world/1',
    ])
  })

  it.each([
    ['tr', 'İdlib’de ışık, şiir ve ilgi', 'İDLİB’DE IŞIK, ŞİİR VE İLGİ'],
    ['az-Latn', 'iki', 'İKİ'],
    ['de', 'Straße nach Aleppo', 'STRASSE NACH ALEPPO'],
    ['en', 'Fire in Idlib', 'FIRE IN IDLIB'],
    ['x-no-such', 'Fire in Idlib', 'FIRE IN IDLIB'],
    ['ar', 'حلب اليوم', 'حلب اليوم'],
  ])('sets a title of language %s in its own capitals', async (language, title, capitals) => {
    const directory = await temporaryDirectory()
    await publish(makePublication({ stories: [makeStory(makeItem({ language, title }))] }), directory)
    expect(load(await readFile(join(directory, 'bulletin/2026-11-24.html'), 'utf8'))('article h2').text()).toBe(capitals)
  })

  it('has a masthead in two languages under the configured title', async () => {
    const directory = await temporaryDirectory()
    await publish(
      makePublication({ stories: sampleStories(), channel: makeChannel({ language: 'tr', title: 'Suriye <haberleri>' }) }),
      directory,
    )
    const page = load(await readFile(join(directory, 'bulletin/2026-11-24.html'), 'utf8'))
    expect(page('h1').text()).toBe('Suriye <haberleri>')
    expect(
      page('.names span[lang]')
        .map((_, one) => page(one).attr('lang'))
        .get(),
    ).toEqual(['tr', 'en'])
  })

  it('is followed by a feed with one entry a day', async () => {
    const directory = await temporaryDirectory()
    await publish(makePublication({ stories: sampleStories() }), directory)
    const items = parseRssFeed(await readFile(join(directory, 'bulletin/feed.xml'), 'utf8')).items ?? []
    expect(items.map(({ link }) => link)).toEqual([
      'https://news.example.org/syria/bulletin/2026-11-24.html',
      'https://news.example.org/syria/bulletin/2026-11-23.html',
      'https://news.example.org/syria/bulletin/2026-11-22.html',
    ])
    expect(items[0]?.content?.encoded).toContain('Kaynak/Source:')
  })

  it('stays when its day leaves the window, and is not cut when the window cuts into its day', async () => {
    const directory = await temporaryDirectory()
    await publish(makePublication({ stories: sampleStories() }), directory)
    const { removed, written } = await publish(makePublication({ stories: sampleStories().slice(0, 2) }), directory)
    expect(removed).toEqual([])
    expect(written).not.toContain('bulletin/2026-11-23.html')
    expect(await readFile(join(directory, 'bulletin/index.html'), 'utf8')).toContain('2026-11-22.html')
  })
})
