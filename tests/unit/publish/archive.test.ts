import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import type { Story } from '../../../src/model/index.ts'
import { type Publication, publish } from '../../../src/publish/index.ts'
import { makeItem, makeStory } from '../../helpers/make-item.ts'
import { makePublication } from '../../helpers/make-publication.ts'
import { temporaryDirectory } from '../../helpers/temporary-directory.ts'

/** a story a day from 20 August to 24 November, newest first */
const ALL: readonly Story[] = Array.from({ length: 97 }, (_, at) => {
  const firstSeen = new Date(Date.UTC(2026, 10, 24, 10) - at * 86_400_000)
  return makeStory(makeItem({ id: 97 - at, firstSeen, published: new Date(firstSeen.getTime() - 3_600_000) }))
})

function atTime(now: string, windowSize: number, parts: Partial<Publication> = {}): Publication {
  const seen = ALL.filter((story) => story.lead.firstSeen.toISOString() <= now)
  const monthOf = (story: Story) => story.lead.firstSeen.toISOString().slice(0, 7)
  return makePublication({
    stories: seen.slice(0, windowSize),
    months: [...new Set(seen.map(monthOf))],
    archive: async (month) => seen.filter((story) => monthOf(story) === month),
    now: new Date(now),
    ...parts,
  })
}

const links = (xml: string) =>
  Object.fromEntries(
    [...xml.matchAll(/<atom:link rel="([a-z-]+)" href="https:\/\/news\.example\.org\/syria\/([^"]+)"/g)].map((hit) => [
      hit[1],
      hit[2],
    ]),
  )

describe('the archive', () => {
  it('lets a subscriber who follows prev-archive from the feed meet every story', async () => {
    const directory = await temporaryDirectory()
    await publish(atTime('2026-11-24T12:00:00Z', 5), directory)
    const met = new Set<string | undefined>()
    for (let path: string | undefined = 'feed.xml'; path !== undefined; ) {
      const xml: string = await readFile(join(directory, path), 'utf8')
      for (const item of parseRssFeed(xml).items ?? []) met.add(item.guid?.value)
      path = links(xml)['prev-archive']
    }
    expect(met).toEqual(new Set(ALL.map((story) => story.id)))
  })

  it('links months both ways and to the subscription document', async () => {
    const directory = await temporaryDirectory()
    await publish(atTime('2026-11-24T12:00:00Z', 5), directory)
    const october = await readFile(join(directory, 'archive/2026-10.xml'), 'utf8')
    expect(links(october)).toEqual({
      current: 'feed.xml',
      'prev-archive': 'archive/2026-09.xml',
      'next-archive': 'archive/2026-11.xml',
    })
    expect(october).toContain('<fh:archive/>')
    expect(await readFile(join(directory, 'archive/2026-11.xml'), 'utf8')).not.toContain('<fh:archive/>')
  })

  it('never changes a month that is over, not even for a corrected story, and does not ask for it again', async () => {
    const directory = await temporaryDirectory()
    await publish(atTime('2026-10-30T12:00:00Z', 5), directory)
    await publish(atTime('2026-11-02T12:00:00Z', 5), directory)
    const before = await readFile(join(directory, 'archive/2026-10.xml'), 'utf8')
    const asked: string[] = []
    const later = atTime('2026-11-24T12:00:00Z', 5)
    await publish(
      {
        ...later,
        archive: async (month) => {
          asked.push(month)
          return []
        },
      },
      directory,
    )
    expect(asked).toEqual(['2026-11'])
    expect(await readFile(join(directory, 'archive/2026-10.xml'), 'utf8')).toBe(before)
  })

  it('keeps the months that the store has forgotten', async () => {
    const directory = await temporaryDirectory()
    await publish(atTime('2026-11-24T12:00:00Z', 5), directory)
    const { removed } = await publish(atTime('2026-11-24T12:00:00Z', 5, { months: ['2026-11'] }), directory)
    expect(removed).toEqual([])
  })

  it('leads from the feed to the last month that is over while the window holds all of the present one', async () => {
    const directory = await temporaryDirectory()
    await publish(atTime('2026-11-24T12:00:00Z', 50), directory)
    expect(links(await readFile(join(directory, 'feed.xml'), 'utf8'))['prev-archive']).toBe('archive/2026-10.xml')
  })
})
