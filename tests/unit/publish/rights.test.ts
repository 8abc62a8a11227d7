import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publish } from '../../../src/publish/index.ts'
import { anAddress, makeItem, makeStory } from '../../helpers/make-item.ts'
import { makePublication } from '../../helpers/make-publication.ts'
import { temporaryDirectory } from '../../helpers/temporary-directory.ts'

const FILES = ['feed.xml', 'atom.xml', 'feed.json', 'index.html', 'bulletin/2026-11-24.html'] as const

async function published(): Promise<(file: (typeof FILES)[number]) => Promise<string>> {
  const directory = await temporaryDirectory()
  const reserved = makeItem({
    id: 1,
    title: 'Reserved',
    credit: { licence: 'CC BY-ND 4.0' },
    rights: { reserved: true, noExcerpt: false },
  })
  const linked = makeItem({
    id: 2,
    title: 'Linked only',
    text: 'Words that its page forbids to show.',
    republish: 'link',
    enclosures: [{ url: anAddress('https://audio.example/2.mp3'), type: 'audio/mpeg' }],
    rights: { reserved: false, noExcerpt: true },
  })
  await publish(makePublication({ stories: [reserved, linked].map((item) => makeStory(item)) }), directory)
  return (file) => readFile(join(directory, file), 'utf8')
}

describe('publish, of rights,', () => {
  it.each(FILES)('carries on in %s what the publisher reserves and licenses', async (file) => {
    const text = await (await published())(file)
    expect(text).toContain('The publisher reserves text and data mining.')
    expect(text).toContain('CC BY-ND 4.0')
  })

  it.each(FILES)(
    'shows in %s the title of an item whose page forbids excerpts, and nothing of its text or files',
    async (file) => {
      const text = await (await published())(file)
      expect(text.toLowerCase()).toContain('linked only')
      expect(text).not.toMatch(/its page forbids|audio\.example/)
    },
  )

  it('says the reservation to machines, of that item alone', async () => {
    const read = await published()
    const feed: { items: { title: string; _kaynak: { tdm_reservation?: number } }[] } = JSON.parse(await read('feed.json'))
    expect(feed.items.map(({ title, _kaynak }) => [title, _kaynak.tdm_reservation])).toEqual([
      ['Reserved', 1],
      ['Linked only', undefined],
    ])
    expect((await read('feed.xml')).match(/<dc:rights>/g)).toHaveLength(2)
    expect(await read('atom.xml')).toContain('<rights>CC BY-ND 4.0. The publisher reserves text and data mining.</rights>')
  })
})
