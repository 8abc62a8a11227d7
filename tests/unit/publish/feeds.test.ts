import { describe, expect, it } from 'vitest'
import { atomFeed, feedFrame, jsonFeed, publishedEntries, rssFeed } from '../../../src/publish/index.ts'
import { anAddress } from '../../helpers/make-item.ts'
import { makeChannel } from '../../helpers/make-publication.ts'
import { sampleStories } from './sample-stories.ts'

const channel = makeChannel({
  hubs: [anAddress('https://hub.example/'), anAddress('https://hub-two.example/')],
  publisher: { name: 'Desk & Co', url: anAddress('https://desk.example/'), email: 'desk@desk.example' },
})
const entries = publishedEntries(sampleStories(), 'en')
const frame = (path: string) => feedFrame(channel, { path }, entries)

describe('the feeds', () => {
  it.each([
    ['feed.xml', rssFeed(frame('feed.xml'), entries)],
    ['atom.xml', atomFeed(frame('atom.xml'), entries)],
    ['feed.json', jsonFeed(frame('feed.json'), entries)],
  ])('are written as the reviewed %s', async (name, text) => {
    await expect(text).toMatchFileSnapshot(`../../golden/publish/${name}`)
  })

  it('say nothing of an address or a hub while it is not known where they will be', () => {
    const { homePage: _, ...homeless } = channel
    const local = feedFrame(homeless, { path: 'feed.xml' }, entries)
    expect(local.self).toBeUndefined()
    expect(local.hubs).toEqual([])
    expect(rssFeed(local, entries)).not.toContain('rel="self"')
  })

  it('keep an id of their own without a home page, the same for the same topic', () => {
    const { homePage: _, ...homeless } = channel
    const ids = [homeless, { ...homeless, title: 'Renamed' }].map((one) => feedFrame(one, { path: 'atom.xml' }, []).id)
    expect(ids[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(ids[1]).toBe(ids[0])
  })

  it('are valid documents without a single entry', () => {
    const empty = feedFrame(channel, { path: 'feed.xml' }, [])
    expect(rssFeed(empty, [])).toContain('<lastBuildDate>Thu, 01 Jan 1970 00:00:00 GMT</lastBuildDate>')
    expect(JSON.parse(jsonFeed(empty, []))).toMatchObject({ items: [] })
    expect(atomFeed(empty, [])).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
  })

  it('are dated by their newest entry', () => {
    expect(frame('feed.xml').updated).toEqual(new Date('2026-11-24T10:00:00Z'))
  })
})
