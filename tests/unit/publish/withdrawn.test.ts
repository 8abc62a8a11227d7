import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJsonFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import type { Story } from '../../../src/model/index.ts'
import { type Publication, publish, type Withdrawn } from '../../../src/publish/index.ts'
import { makeItem, makeStory } from '../../helpers/make-item.ts'
import { makePublication } from '../../helpers/make-publication.ts'
import { temporaryDirectory } from '../../helpers/temporary-directory.ts'

const [stays, goes] = [1, 2].map((id) =>
  makeStory(
    makeItem({
      id,
      title: `Story ${id}`,
      published: new Date('2026-10-05T09:00:00Z'),
      firstSeen: new Date('2026-10-05T10:00:00Z'),
    }),
  ),
)
const both = [stays, goes].filter((story): story is Story => story !== undefined)
const one = both.slice(0, 1)
const tombstone: Withdrawn = {
  id: makeItem({ id: 2 }).id,
  when: new Date('2026-11-24T11:00:00Z'),
  by: 'operator',
  reason: 'Wrong <person> named & shown',
  title: 'Story 2',
}

const during = (stories: readonly Story[], parts: Partial<Publication>) =>
  makePublication({
    stories,
    months: ['2026-10'],
    archive: async (month) => (month === '2026-10' ? stories : []),
    ...parts,
  })

async function afterWithdrawal(): Promise<(path: string) => Promise<string>> {
  const directory = await temporaryDirectory()
  await publish(during(both, { now: new Date('2026-10-31T12:00:00Z') }), directory)
  await publish(during(both, { stories: [], now: new Date('2026-11-20T12:00:00Z') }), directory)
  await publish(during(one, { stories: [], withdrawn: [tombstone] }), directory)
  return (path) => readFile(join(directory, path), 'utf8')
}

describe('a withdrawn story', () => {
  it('is a tombstone in Atom, with its reason', async () => {
    const read = await afterWithdrawal()
    expect(await read('atom.xml')).toContain(
      `<at:deleted-entry ref="${tombstone.id}" when="2026-11-24T11:00:00.000Z"><at:comment>Withdrawn by this site: Wrong &lt;person&gt; named &amp; shown</at:comment></at:deleted-entry>`,
    )
  })

  it('is marked in JSON Feed under its id', async () => {
    const read = await afterWithdrawal()
    const text = await read('feed.json')
    expect(parseJsonFeed(text).items).toMatchObject([
      {
        id: tombstone.id,
        content_text: 'Withdrawn by this site: Wrong <person> named & shown',
        date_modified: '2026-11-24T11:00:00.000Z',
      },
    ])
    expect(JSON.parse(text)).toMatchObject({ items: [{ _kaynak: { withdrawn: { by: 'operator' } } }] })
  })

  it('leaves closed archives and old bulletins, in which the others stay', async () => {
    const read = await afterWithdrawal()
    for (const path of ['archive/2026-10.xml', 'bulletin/2026-10-05.html']) {
      expect(await read(path)).toContain(stays?.id.slice(9))
      expect(await read(path)).not.toContain(tombstone.id.slice(9))
    }
  })

  it('is listed among the sources, for people and for scripts', async () => {
    const read = await afterWithdrawal()
    expect(await read('sources.html')).toContain(
      '<bdi>Story 2</bdi> <small>November 24, 2026 · Withdrawn by this site: Wrong &lt;person&gt;',
    )
    expect(JSON.parse(await read('status.json'))).toMatchObject({ withdrawn: [{ id: tombstone.id, by: 'operator' }] })
  })

  it('adds no namespace to a feed in which nothing was withdrawn', async () => {
    const directory = await temporaryDirectory()
    await publish(during(both, {}), directory)
    expect(await readFile(join(directory, 'atom.xml'), 'utf8')).not.toContain('tombstones')
  })
})
