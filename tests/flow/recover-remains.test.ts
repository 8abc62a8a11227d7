import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EVENING, LATER, type LostState, lostState, NOON, NOTHING_NEW, OLD } from '../helpers/lost-state.ts'

let scene: LostState
beforeEach(async () => {
  scene = await lostState()
  await scene.twoPasses()
})
afterEach(() => scene.close())

function file(path: string): string {
  return join(scene.room.output, path)
}

function removeAll(ending: RegExp): void {
  const files = readdirSync(scene.room.output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { parentPath, name } of files) if (ending.test(name)) rmSync(join(parentPath, name))
}

/** What a subscriber knows an item by, and would see move. */
function known(): readonly (object & { readonly id: string })[] {
  return scene.items().map(({ id, url, title, date_published }) => ({ id, url, title, date_published }))
}

describe('a state that is lost together with a part of what was published', () => {
  it.each([
    ['is cut', (text: string) => text.slice(0, text.length / 2), /is damaged/],
    ['is empty', () => '', /is damaged/],
    ['holds something else', () => '[1, 2, {"items": 3}]', /^$/],
    ['holds no text', () => '\u0000\ufffd'.repeat(500), /is damaged/],
  ])('comes back from the other feeds when feed.json %s', async (_, harmed, words) => {
    const before = scene.room.published()
    scene.lose()
    writeFileSync(file('feed.json'), harmed(readFileSync(file('feed.json'), 'utf8')))
    const { exit, stdout, stderr } = await scene.room.kaynak(EVENING, 'run', '--json')
    expect({ exit, stderr: stderr.split('\n').length }).toMatchObject({ exit: 0 })
    expect(stderr).toMatch(words)
    expect(JSON.parse(stdout)).toMatchObject({ pass: NOTHING_NEW, recovered: { stories: 7, items: 9, archived: 1 } })
    expect(scene.room.published()).toEqual(before)
  })

  it.each([
    ['Atom', /\.json$/],
    ['RSS', /\.json$|atom\.xml$/],
    ['the archive', /^(feed|atom|status)\.|\.json$|atom\.xml$|^(wire|post|star|linked|open|paged|en)\./],
  ])('comes back from %s when nothing better is left: nothing is new, ids and dates stay', async (from, gone) => {
    const before = known()
    const alive = scene.items().filter(({ _kaynak }) => _kaynak['withdrawn'] === undefined)
    scene.lose()
    const status = readFileSync(file('status.json'))
    removeAll(gone)
    if (from !== 'the archive') writeFileSync(file('status.json'), status)
    const report = JSON.parse(await scene.fine(EVENING, 'run', '--json'))
    expect(report.pass).toMatchObject({ changed: 0, withdrawn: 0 })
    const after = known()
    if (from !== 'the archive') expect(after.toSorted(byId)).toEqual(before.toSorted(byId))
    for (const { id } of alive) expect(after.map((item) => item.id)).toContain(id)
    expect(scene.items().filter(({ title }) => title === OLD.title)).toEqual([])
    await scene.fine(LATER, 'run', '--force')
    expect(known()).toEqual(after)
  })

  it('keeps in the archive what only the archive still holds, in this month and when it is over', async () => {
    scene.lose()
    scene.serve('linked', [])
    await scene.fine(EVENING, 'run')
    expect(scene.room.published().get('archive/2026-11.xml')).toContain(OLD.title)
    expect(scene.room.published().get('feed.xml')).toContain('prev-archive')
    scene.lose()
    await scene.fine('2026-12-02T08:00:00Z', 'run')
    const closed = scene.room.published().get('archive/2026-11.xml') ?? ''
    expect(closed).toContain('<fh:archive/>')
    expect(closed.split(OLD.title)).toHaveLength(2)
  })

  it('takes what an older version has left out of feed.json as it can', async () => {
    const before = new Map([...scene.room.published()].filter(([path]) => !path.endsWith('.json')))
    const feed = JSON.parse(readFileSync(file('feed.json'), 'utf8'))
    const added = ['identities', 'fingerprint', 'text_from', 'excerpt_words', 'updated', 'limits']
    for (const item of feed.items) {
      for (const key of added) delete item._kaynak[key]
      item._kaynak.carriers = item._kaynak.carriers?.map((carrier: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(carrier).filter(([key]) => READERS.includes(key))),
      )
    }
    delete feed._kaynak.withdrawn
    writeFileSync(file('feed.json'), JSON.stringify(feed))
    scene.lose()
    const report = JSON.parse(await scene.fine(EVENING, 'run', '--json'))
    expect(report.pass).toMatchObject(NOTHING_NEW)
    expect(new Map([...scene.room.published()].filter(([path]) => !path.endsWith('.json')))).toEqual(before)
  })

  it('believes nothing in feed.json that it would not have written', async () => {
    const feed = JSON.parse(readFileSync(file('feed.json'), 'utf8'))
    const [first, second] = feed.items
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    first.url = 'javascript:alert(1)'
    second.title = evil
    second._kaynak.source.home_page_url = 'file:///etc/passwd'
    second._kaynak.carriers = [null, 7, { item: 'x' }, { __proto__: { polluted: true } }]
    for (const item of feed.items)
      if (item._kaynak.republish === 'full') item.content_html = item.content_html.replace('<blockquote>', `${evil}<blockquote>`)
    feed.items.push(null, 5, 'x', [], { id: '../../etc' }, { _kaynak: { item: first.id, story: first.id } })
    writeFileSync(file('feed.json'), JSON.stringify(feed))
    scene.lose()
    for (const id of ['wire', 'post', 'star', 'linked', 'open', 'paged']) scene.serve(id, [])
    await scene.fine(EVENING, 'run')
    const texts = [...scene.room.published()].filter(([path]) => !path.endsWith('.json'))
    for (const [path, text] of [
      ...texts,
      [
        'feed.json',
        scene
          .items()
          .map((item) => item.content_html)
          .join(''),
      ] as const,
    ]) {
      expect(`${path} ${/<script>alert|<img src=x|href="(javascript|file):/.exec(text)?.[0] ?? 'is clean'}`).toBe(
        `${path} is clean`,
      )
    }
    expect(scene.items().length).toBeGreaterThan(6)
  })

  it('passes over folders and links where its documents should be', async () => {
    scene.lose()
    rmSync(file('feed.json'))
    mkdirSync(file('feed.json'))
    rmSync(file('status.json'))
    mkdirSync(file('status.json'))
    const { exit, stderr } = await scene.room.kaynak(EVENING, 'run')
    expect({ exit, stderr }).toMatchObject({ exit: 4 })
    rmSync(file('feed.json'), { recursive: true })
    rmSync(file('status.json'), { recursive: true })
    await scene.fine(LATER, 'run', '--force')
    expect(scene.items().length).toBeGreaterThan(6)
  })

  it('begins anew beside a folder that is not ours', async () => {
    scene.lose()
    removeAll(/./)
    writeFileSync(file('feed.json'), '{"version":"https://jsonfeed.org/version/1.1","title":"Not ours","items":[{"id":"1"}]}')
    const report = JSON.parse(await scene.fine(NOON, 'run', '--json'))
    expect(report.recovered).toBeUndefined()
    expect(report.pass.kept).toBeGreaterThan(8)
  })
})

/** What carriers told of themselves before they were remembered. */
const READERS = ['name', 'url', 'title', 'language', 'published', 'ownership']

function byId(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}
