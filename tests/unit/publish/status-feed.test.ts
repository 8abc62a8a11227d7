import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { publish } from '../../../src/publish/index.ts'
import { makeChannel, makePublication, makeSourceView } from '../../helpers/make-publication.ts'
import { temporaryDirectory } from '../../helpers/temporary-directory.ts'

const DIED = { kind: 'gone', at: new Date('2026-11-20T10:00:00Z'), words: 'it answered 410 <b>&\u0007' } as const
const BACK = { kind: 'recovered', at: new Date('2026-11-22T10:00:00Z'), words: 'can be read again' } as const
const channel = makeChannel({ statusFeed: true })
const sources = [
  makeSourceView({ id: 'north', name: 'North & Sons' }, { events: [DIED, BACK] }),
  makeSourceView({ id: 'south', name: 'South' }, { events: [{ ...DIED, at: new Date('2026-11-21T10:00:00Z') }] }),
  makeSourceView({ id: 'west' }),
]

async function published(parts: Parameters<typeof makePublication>[0]): Promise<string> {
  const directory = await temporaryDirectory()
  await publish(makePublication(parts), directory)
  return await readFile(join(directory, 'status.xml'), 'utf8')
}

describe('status.xml', () => {
  it('has an entry for each event, the newest first', async () => {
    const feed = parseRssFeed(await published({ channel, sources }))
    expect(feed.title).toBe('Syria in the news: notices')
    expect(feed.items?.map(({ title, pubDate }) => [title, pubDate])).toEqual([
      ['North & Sons is back', 'Sun, 22 Nov 2026 10:00:00 GMT'],
      ['South is gone for ever', 'Sat, 21 Nov 2026 10:00:00 GMT'],
      ['North & Sons is gone for ever', 'Fri, 20 Nov 2026 10:00:00 GMT'],
    ])
    expect(new Set(feed.items?.map(({ guid }) => guid?.value)).size).toBe(3)
    expect(feed.items?.[2]?.content?.encoded).toContain('North &amp; Sons (north): it answered 410 &lt;b&gt;&amp;')
  })
  it('has the same bytes whatever else is published, as long as nothing befalls a source', async () => {
    const later = { channel, sources: sources.toReversed(), now: new Date('2026-11-29T12:00:00Z') }
    expect(await published(later)).toBe(await published({ channel, sources }))
  })
  it('is a feed while nothing has happened', async () => {
    expect(parseRssFeed(await published({ channel })).items ?? []).toEqual([])
  })
  it('is published only where it is asked for', async () => {
    await expect(published({ sources })).rejects.toThrow('ENOENT')
  })
})
