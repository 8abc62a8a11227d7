import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import type { Story } from '../../../src/model/index.ts'
import { feedFrame, jsonFeed, publishedEntries } from '../../../src/publish/index.ts'
import { anAddress, makeItem, makeStory } from '../../helpers/make-item.ts'
import { makeChannel } from '../../helpers/make-publication.ts'
import { JSON_FEED_SCHEMA } from './json-feed-schema.ts'
import { sampleStories } from './sample-stories.ts'

const ajv = new Ajv({ allErrors: true, strict: false })
formats.default(ajv)
const isJsonFeed = ajv.compile(JSON_FEED_SCHEMA)
const channel = makeChannel({ hubs: [anAddress('https://hub.example/')] })

function read(stories: readonly Story[]) {
  const entries = publishedEntries(stories, 'en')
  const document: { items: Record<string, unknown>[] } = JSON.parse(
    jsonFeed(feedFrame(channel, { path: 'feed.json' }, entries), entries),
  )
  return document
}

describe('jsonFeed', () => {
  it('is valid JSON Feed 1.1, extensions and all', () => {
    isJsonFeed(read(sampleStories()))
    expect(isJsonFeed.errors ?? []).toEqual([])
  })

  it('gives both dates, the original address, authors, tags, language and attachments', () => {
    expect(read(sampleStories()).items[0]).toMatchObject({
      date_published: '2026-11-24T09:30:00.000Z',
      date_modified: '2026-11-24T09:30:00.000Z',
      external_url: 'https://wire.example/1',
      authors: [{ name: 'Jane Roe' }, { name: 'Max Muster' }],
      tags: ['Aid & relief', 'Aleppo'],
      language: 'en',
      attachments: [{ url: 'https://audio.example/1.mp3', mime_type: 'audio/mpeg', size_in_bytes: 123 }],
    })
  })

  it('invents no date of publication', () => {
    expect(read(sampleStories()).items[2]).not.toHaveProperty('date_published')
  })

  it('says in _kaynak whose it is, how that is known, why it was kept and who carried it', () => {
    expect(read(sampleStories()).items[0]?.['_kaynak']).toMatchObject({
      source: { id: 'morning-post', name: 'Morning Post', ownership: 'independent' },
      credit: {
        publisher: 'Morning Post',
        agency: ['Northern Wire'],
        dateline: { place: 'ALEPPO' },
        evidence: [{ part: 'agency', rule: 'dateline-with-agency' }],
      },
      relevance: { score: 6, threshold: 4, reasons: [{ term: 'Aleppo', field: 'title' }] },
      carriers: [{ name: 'Evening Star & Sons', url: 'https://star.example/?a=1&b=2' }],
    })
  })

  it('holds no character that another format could not, not even as an escape', () => {
    const { items } = read([makeStory(makeItem({ title: 'a\u0000b\\u0001c\uD800', text: 'x\u000b y \uFFFE z.' }))])
    expect(items[0]?.['title']).toBe('ab\\u0001c\uFFFD')
    expect(JSON.stringify(items)).not.toMatch(/[\uFFFE\uFFFF]|[^\\]\\u00/)
  })

  it('carries pictures only where the whole text may be republished', () => {
    const enclosures = [{ url: anAddress('https://pictures.example/1.jpg'), type: 'image/jpeg' }]
    const [part, whole] = read([
      makeStory(makeItem({ id: 1, enclosures })),
      makeStory(makeItem({ id: 2, enclosures, republish: 'full', html: '<p>All.</p>' })),
    ]).items
    expect(part).not.toHaveProperty('attachments')
    expect(whole).toHaveProperty('attachments')
  })
})
