import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FeedItem, rssText } from '../helpers/feed-text.ts'
import { type Newsroom, newsroom } from '../helpers/pass-over.ts'
import { type Site, site } from '../helpers/site.ts'

const DAY = '2026-11-20'

let outlet: Site
let room: Newsroom

beforeEach(async () => {
  outlet = await site()
})

afterEach(async () => {
  await room?.close()
  await outlet.close()
})

function source(id: string, more: object = {}): object {
  return { id, name: `Outlet ${id.toUpperCase()}`, url: `${outlet.origin}/${id}.xml`, language: 'en', article: 'never', ...more }
}

function serve(id: string, items: readonly FeedItem[]): void {
  outlet.put(`/${id}.xml`, { body: rssText(`Feed of ${id}`, items), type: 'application/rss+xml' })
}

/** Items that share no word but the name of the place: none is a copy of another. */
function items(count: number, wave: string, at = '09:00:00'): readonly FeedItem[] {
  return Array.from({ length: count }, (_, n) => ({
    title: `Aleppo ${wave}${n} reports ${n * 7_919}`,
    link: `https://outlet.example/${wave}/${n}`,
    guid: `${wave}-${n}`,
    date: `Fri, 20 Nov 2026 ${at} GMT`,
    text: Array.from({ length: 15 }, (_word, at) => `${wave}w${n}x${at * 31}`).join(' '),
  }))
}

function publishedSources(): readonly string[] {
  const feed: { items: { _kaynak: { source: { id: string } } }[] } = JSON.parse(
    readFileSync(join(room.output, 'feed.json'), 'utf8'),
  )
  return feed.items.map((item) => item._kaynak.source.id)
}

const QUIET: FeedItem = {
  title: 'Aleppo reopens its library',
  link: 'https://quiet.example/library',
  guid: 'q',
  date: 'Fri, 20 Nov 2026 06:00:00 GMT',
  text: 'The library in the Syrian city of Aleppo opened again on Friday.',
}

describe('a pass over a source that floods', () => {
  it('publishes what the others have, though the flood is newer and fills the window several times', async () => {
    serve('flood', items(300, 'a'))
    serve('deluge', items(300, 'b'))
    serve('quiet', [QUIET])
    await (await open(['flood', 'deluge', 'quiet'], 50)).pass(`${DAY}T12:00:00Z`)
    expect(publishedSources()).toHaveLength(50)
    expect(publishedSources().at(-1)).toBe('quiet')
  })

  it('lets one source fill the window when nobody is pushed out by that', async () => {
    serve('flood', items(300, 'a'))
    serve('quiet', [{ ...QUIET, date: 'Fri, 20 Nov 2026 10:00:00 GMT' }])
    await (await open(['flood', 'quiet'], 50)).pass(`${DAY}T12:00:00Z`)
    expect(publishedSources()).toEqual(['quiet', ...Array.from({ length: 49 }, () => 'flood')])
  })

  it('writes the same bytes at the next pass', async () => {
    serve('flood', items(300, 'a'))
    serve('quiet', [QUIET])
    const opened = await open(['flood', 'quiet'], 50)
    await opened.pass(`${DAY}T12:00:00Z`)
    const before = publishedSources()
    const again = await opened.pass(`${DAY}T14:00:00Z`)
    expect(again.published?.written).toEqual([])
    expect(publishedSources()).toEqual(before)
  })
})

describe('a source that renames everything at each reading', () => {
  it('brings what it likes once, and then no more than a day may bring; the report says so', async () => {
    const opened = await open(['flood'], 50)
    const kept: number[] = []
    for (const [day, wave] of ['a', 'b', 'c', 'd'].entries()) {
      serve('flood', items(3_000, wave))
      const report = await opened.pass(`2026-11-2${day + 1}T12:00:00Z`)
      kept.push(report.pass.kept)
      if (day === 2) expect(report.sources[0]?.warnings.join()).toContain('were left out: one source may bring 1,000 a day')
    }
    expect(kept).toEqual([3_000, 3_000, 1_000, 1_000])
    expect(await opened.store.counts()).toMatchObject({ items: 8_000 })
  }, 120_000)
})

describe('a source whose articles take too long to be read', () => {
  const HUNDRED = Array.from({ length: 100 }, (_, n) => ({
    title: `Syria: harbour report ${n}`,
    link: `/page/${n}`,
    guid: `p${n}`,
    date: 'Fri, 20 Nov 2026 09:00:00 GMT',
  }))

  it('has the rest of them read at the next pass, though its document did not change', async () => {
    serve(
      'pages',
      HUNDRED.map((one) => ({ ...one, link: `${outlet.origin}${one.link}` })),
    )
    room = await newsroom({ window: { items: 500, days: 30 }, sources: [source('pages', { article: 'always' })] }, [outlet.host])
    const first = await room.pass(`${DAY}T12:00:00Z`)
    expect(first.pass.kept).toBe(40)
    expect(first.sources[0]?.warnings).toContain('60 entries wait for the next pass: there was no time to read more pages')
    const later: number[] = []
    for (const hour of [14, 16, 18]) later.push((await room.pass(`${DAY}T${hour}:00:00Z`)).pass.kept)
    expect(later).toEqual([40, 20, 0])
    expect(outlet.requests.filter(({ path }) => path.startsWith('/page/'))).toHaveLength(100)
  })

  it('loses none of them when the pass is told to end in between', async () => {
    serve(
      'pages',
      HUNDRED.slice(0, 3).map((one) => ({ ...one, link: `${outlet.origin}${one.link}` })),
    )
    outlet.put('/page/1', { body: '', type: 'text/html', held: true })
    room = await newsroom({ sources: [source('pages', { article: 'always' })] }, [outlet.host])
    const stop = new AbortController()
    const passing = room.pass(`${DAY}T12:00:00Z`, { signal: stop.signal })
    await outlet.asked('/page/1')
    stop.abort()
    expect((await passing).pass.kept).toBe(1)
    outlet.remove('/page/1')
    expect((await room.pass(`${DAY}T14:00:00Z`)).pass.kept).toBe(2)
  })
})

async function open(ids: readonly string[], window: number): Promise<Newsroom> {
  room = await newsroom({ window: { items: window, days: 30 }, sources: ids.map((id) => source(id)) }, [outlet.host])
  return room
}
