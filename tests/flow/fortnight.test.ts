import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ItemId, isItemId } from '../../src/model/index.ts'
import { type FeedItem, rssText } from '../helpers/feed-text.ts'
import { newsPage, paragraphs } from '../helpers/news-page.ts'
import { type Newsroom, newsroom } from '../helpers/pass-over.ts'
import { type Site, site } from '../helpers/site.ts'

/** What a reader may look at, each in its own format. */
const FORMATS = ['feed.xml', 'atom.xml', 'feed.json', 'index.html', 'by/source/post.xml', 'by/language/en.json'] as const

const TEXTS = {
  bakery:
    'The public bakery in the Syrian city of Aleppo opened its doors again after two years of repairs, the municipality said on Monday.',
  bridge:
    'Engineers in Deir ez-Zor in eastern Syria opened the iron bridge over the river to lorries again, nine years after its middle arch fell.',
  library:
    'A library of forty thousand volumes opened in Damascus, in the Syrian capital’s old post office. It lends books to everyone.',
  school:
    'Pupils in the Syrian city of Homs came back to painted rooms and new desks. The council paid for the paint, and parents did the work.',
  orchard:
    'Growers near the Syrian town of Idlib planted six thousand young olive trees where the old ones had been cut. The first oil is due in five years.',
  market:
    'The covered market of Hama in central Syria sells cloth again after its roof was mended, and the guild of dyers took its old corner.',
} as const
type Story = keyof typeof TEXTS

const TITLES: Readonly<Record<Story, string>> = {
  bakery: 'Bakery in Aleppo bakes again',
  bridge: 'Iron bridge of Deir ez-Zor opens to lorries',
  library: 'Damascus opens a library for everyone',
  school: 'Homs school paints its classrooms',
  orchard: 'Idlib growers plant olive trees',
  market: 'Hama market sells cloth again',
}

let post: Site
let star: Site
let room: Newsroom
const ids = new Map<Story, ItemId>()

function entry(story: Story, at: Site, parts: Partial<FeedItem> = {}): FeedItem {
  const hour = 6 + Object.keys(TEXTS).indexOf(story)
  const date = `Mon, 09 Nov 2026 0${hour}:00:00 GMT`.replace('010:', '10:').replace('011:', '11:')
  return { title: TITLES[story], link: `${at.origin}/${story}`, guid: story, date, text: TEXTS[story], ...parts }
}

/** The newest first, as feeds have it. */
function list(at: Site, stories: readonly (Story | FeedItem)[]): void {
  const items = stories.map((story) => (typeof story === 'string' ? entry(story, at) : story))
  at.put('/feed.xml', { body: rssText('News', items), type: 'application/rss+xml' })
}

function output(file: string): string {
  return readFileSync(join(room.output, file), 'utf8')
}

function holding(text: string): readonly string[] {
  return FORMATS.filter((file) => output(file).includes(text))
}

function idOf(story: Story): ItemId {
  const id = ids.get(story)
  if (id === undefined) throw new Error(`${story} was not published`)
  return id
}

type JsonItem = {
  readonly id: string
  readonly title: string
  readonly content_text?: string
  readonly date_modified: string
  readonly _kaynak: {
    readonly revisions?: readonly object[]
    readonly withdrawn?: object
    readonly carriers?: readonly { readonly name: string }[]
  }
}

function inJson(story: Story): JsonItem | undefined {
  const { items }: { items: JsonItem[] } = JSON.parse(output('feed.json'))
  return items.find(({ id }) => id === ids.get(story))
}

function tombstoneOf(story: Story): string {
  const found = output('atom.xml').match(/<at:deleted-entry .*<\/at:deleted-entry>/g) ?? []
  return found.find((one) => one.includes(ids.get(story) ?? 'none')) ?? ''
}

/** A tombstone in Atom, a mark in JSON Feed, a line for people and for scripts, and not a word in the other formats. */
function expectWithdrawn(story: Story, words: string): void {
  const id = ids.get(story) ?? ''
  expect(tombstoneOf(story)).toContain(words)
  expect(output('atom.xml')).not.toContain(`<id>${id}</id>`)
  expect(inJson(story)).toMatchObject({ content_text: expect.stringContaining(words), _kaynak: { withdrawn: {} } })
  for (const file of ['feed.xml', 'index.html', 'by/source/post.xml', 'bulletin/2026-11-09.html', 'archive/2026-11.xml'])
    if (existsSync(join(room.output, file))) expect(output(file), file).not.toContain(`${post.origin}/${story}`)
  expect(output('sources.html')).toContain(words)
  expect(JSON.parse(output('status.json')).withdrawn).toContainEqual(expect.objectContaining({ id }))
}

beforeAll(async () => {
  post = await site()
  star = await site()
  for (const story of ['bakery', 'bridge', 'library', 'school', 'orchard', 'market'] as const)
    post.put(`/${story}`, { body: newsPage({ headline: TITLES[story], body: paragraphs([TEXTS[story]]) }), type: 'text/html' })
  list(star, [])
  list(post, ['market', 'orchard', 'school', 'library', 'bridge', 'bakery'])
  const source = (id: string, name: string, at: Site) => ({ id, name, url: `${at.origin}/feed.xml`, language: 'en' })
  const sources = [source('post', 'Morning Post', post), source('star', 'Evening Star', star)]
  room = await newsroom({ homePage: 'https://news.example/', sources }, [post.host, star.host])
})

afterAll(async () => {
  await room.close()
  await post.close()
  await star.close()
})

describe('a fortnight', () => {
  it('9 November: six stories are published', async () => {
    await room.pass('2026-11-09T12:00:00Z')
    const { items }: { items: JsonItem[] } = JSON.parse(output('feed.json'))
    for (const story of ['bakery', 'bridge', 'library', 'school', 'orchard', 'market'] as const) {
      const id = items.find(({ title }) => title === TITLES[story])?.id ?? ''
      if (isItemId(id)) ids.set(story, id)
      expect(holding(TITLES[story])).toEqual(FORMATS)
    }
    expect(ids.size).toBe(6)
  })

  it('10 November: a copy arrives, and both outlets are credited', async () => {
    list(star, [entry('bridge', star, { date: 'Tue, 10 Nov 2026 07:00:00 GMT' })])
    await room.pass('2026-11-10T12:00:00Z')
    expect(inJson('bridge')?._kaynak.carriers).toMatchObject([{ name: 'Evening Star' }])
    expect(holding('Evening Star')).toEqual(FORMATS)
  })

  it('11 November: a corrected headline is shown as corrected, under the same id', async () => {
    list(post, [
      'market',
      'orchard',
      'school',
      'library',
      'bridge',
      entry('bakery', post, { title: 'Bakery in Aleppo opens after repairs' }),
    ])
    expect((await room.pass('2026-11-11T12:00:00Z')).pass).toMatchObject({ changed: 1 })
    for (const words of ['Bakery in Aleppo opens after repairs', 'corrected by the source on November 11, 2026'])
      expect(holding(words)).toEqual(FORMATS)
    expect(output('bulletin/2026-11-09.html')).toContain('corrected by the source on November 11, 2026')
    expect(output('atom.xml')).toMatch(/opens after repairs[\s\S]{0,400}<updated>2026-11-11T12:00:00.000Z</)
    expect(inJson('bakery')).toMatchObject({
      date_modified: '2026-11-11T12:00:00.000Z',
      _kaynak: { revisions: [{ at: '2026-11-11T12:00:00.000Z', changed: ['title'], previous_title: TITLES.bakery }] },
    })
  })

  it('12 November: other quotation marks, capitals, a call to read on and a shorter summary change nothing', async () => {
    const before = FORMATS.map(output)
    const bakery = entry('bakery', post, { title: 'BAKERY in Aleppo  opens after repairs' })
    const library = entry('library', post, { text: `${TEXTS.library.replace('’', "'")} Continue reading` })
    const school = entry('school', post, { text: 'Pupils in the Syrian city of Homs came back to painted rooms and…' })
    list(post, ['market', 'orchard', school, library, 'bridge', bakery])
    const { pass, sources } = await room.pass('2026-11-12T12:00:00Z')
    expect(pass.changed).toBe(0)
    expect(sources[0]?.candidates).toBe(3)
    expect(FORMATS.map(output)).toEqual(before)
  })

  it('13 November: an article that was taken out of the feed and answers 410 is withdrawn at once', async () => {
    post.put('/library', { body: 'gone', status: 410 })
    list(post, [
      'market',
      'orchard',
      'school',
      'bridge',
      entry('bakery', post, { title: 'Bakery in Aleppo opens after repairs' }),
    ])
    expect((await room.pass('2026-11-13T12:00:00Z')).pass).toMatchObject({ withdrawn: 1, changed: 0 })
    expectWithdrawn('library', 'Withdrawn by its publisher: its page was removed for good')
    expect(holding(TITLES.school)).toEqual(FORMATS)
  })

  it('14 to 16 November: one that answers 404 stays until it did so for two days', async () => {
    post.remove('/school')
    list(post, ['market', 'orchard', 'bridge', entry('bakery', post, { title: 'Bakery in Aleppo opens after repairs' })])
    for (const at of ['2026-11-14T12:00:00Z', '2026-11-14T18:00:00Z', '2026-11-15T12:00:00Z']) {
      await room.pass(at)
      expect(holding(TITLES.school), at).toEqual(FORMATS)
    }
    await room.pass('2026-11-16T12:00:00Z')
    expectWithdrawn('school', 'Withdrawn by its publisher: its page cannot be found any more')
    expect(post.requests.filter(({ path }) => path === '/school')).toHaveLength(3)
  })

  it('17 November: a notice in the place of the article withdraws it; what it said stays unsaid', async () => {
    const notice = 'This article has been removed because it named the wrong village.'
    list(post, [
      'market',
      entry('orchard', post, { text: notice }),
      'bridge',
      entry('bakery', post, { title: 'Bakery in Aleppo opens after repairs' }),
    ])
    expect((await room.pass('2026-11-17T12:00:00Z')).pass).toMatchObject({ withdrawn: 1, changed: 0 })
    expectWithdrawn('orchard', `Withdrawn by its publisher: ${notice}`)
  })

  it('18 November: the operator retracts one copy of a story, and the story goes on with the other', async () => {
    await room.retract('2026-11-18T12:00:00Z', idOf('bridge'), 'names a witness')
    const bridge = inJson('bridge')
    expect(bridge).toMatchObject({ title: TITLES.bridge, url: `${star.origin}/bridge` })
    expect(tombstoneOf('bridge')).toBe('')
    expect(output('by/source/post.xml')).not.toContain(TITLES.bridge)
    for (const file of ['feed.xml', 'atom.xml', 'feed.json', 'index.html', 'bulletin/2026-11-09.html'])
      if (existsSync(join(room.output, file))) expect(output(file), file).not.toContain(`${post.origin}/bridge`)
    expect(output('sources.html')).toContain('Withdrawn by this site: names a witness · other outlets still carry the story')
  })

  it('19 and 20 November: what the operator retracted stays out, whatever the source repeats', async () => {
    await room.retract('2026-11-19T08:00:00Z', idOf('market'), 'a legal request')
    expectWithdrawn('market', 'Withdrawn by this site: a legal request')
    const again = [
      entry('market', post, { title: `UPDATE: ${TITLES.market}` }),
      entry('market', post, { guid: 'new', link: `${post.origin}/market-2`, date: 'Fri, 20 Nov 2026 08:00:00 GMT' }),
    ]
    for (const [day, item] of again.entries()) {
      list(post, [item, 'bridge', entry('bakery', post, { title: 'Bakery in Aleppo opens after repairs' })])
      await room.pass(`2026-11-${19 + day}T20:00:00Z`)
      expectWithdrawn('market', 'Withdrawn by this site: a legal request')
      expect(output('feed.xml')).not.toContain('market-2')
    }
  })

  it('21 November: an article that its source had withdrawn and lists again is published again, newer than its tombstone', async () => {
    post.put('/library', { body: newsPage({ headline: TITLES.library, body: paragraphs([TEXTS.library]) }), type: 'text/html' })
    list(post, ['library', 'bridge', entry('bakery', post, { title: 'Bakery in Aleppo opens after repairs' })])
    await room.pass('2026-11-21T12:00:00Z')
    expect(holding(TITLES.library)).toEqual(FORMATS)
    expect(tombstoneOf('library')).toBe('')
    expect(inJson('library')?.date_modified).toBe('2026-11-21T12:00:00.000Z')
  })

  it('22 November: the operator takes a retraction back', async () => {
    await room.retract('2026-11-22T12:00:00Z', idOf('market'))
    expect(holding(TITLES.market)).toEqual(FORMATS)
    expect(tombstoneOf('market')).toBe('')
  })

  it('asked for few pages in all: those of vanished articles, and that of the one whose feed said too little', () => {
    const asked = (path: string) => post.requests.filter((request) => request.path === path).length
    const counts = ['/library', '/school', '/orchard', '/bakery', '/bridge', '/market'].map((path) => [path, asked(path)])
    expect(Object.fromEntries(counts)).toEqual({
      '/library': 1,
      '/school': 3,
      '/orchard': 1,
      '/bakery': 0,
      '/bridge': 0,
      '/market': 0,
    })
  })
})
