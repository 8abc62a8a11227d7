import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/store/index.ts'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, kaynak } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'

let folder: string
let outlet: Site

const ITEM = {
  title: 'Damascus opens a library',
  link: 'https://outlet.example/library',
  guid: '1',
  text: 'A public library opened in the Syrian capital on Friday.',
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaynak-retract-'))
  outlet = await site()
  outlet.put('/a.xml', { body: rssText('A', [ITEM]), type: 'application/rss+xml' })
  const sources = [{ id: 'a', name: 'Outlet A', url: `${outlet.origin}/a.xml`, article: 'never' }]
  const config = { title: 'T', fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources }
  writeFileSync(join(folder, 'feeds.json'), JSON.stringify(config))
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await outlet.close()
})

const run = (at: string, ...words: string[]) => kaynak([...words, '--now', `2026-11-20T${at}:00Z`], { cwd: folder })
const output = (file: string) => readFileSync(join(folder, 'output', file), 'utf8')

function publishedId(): string {
  const feed: { items: { id: string }[] } = JSON.parse(output('feed.json'))
  return feed.items[0]?.id ?? ''
}

describe.skipIf(!isBuilt)('kaynak retract', () => {
  it('publishes the withdrawal at once, and keeps it through later passes', async () => {
    await run('12:00', 'run')
    const id = publishedId()
    const { exit, stdout, stderr } = await run('13:00', 'retract', id, '--reason', 'names the wrong street')
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(stdout).toMatch(/^withdrawn "Damascus opens a library" of Outlet A: \d+ files written in output\n$/)
    for (let hour = 14; hour < 16; hour += 1) {
      expect(output('feed.xml')).not.toContain('Damascus opens')
      expect(output('atom.xml')).toContain(`<at:deleted-entry ref="${id}" when="2026-11-20T13:00:00.000Z">`)
      expect(JSON.parse(output('feed.json')).items).toMatchObject([{ id, _kaynak: { withdrawn: { by: 'operator' } } }])
      expect(JSON.parse(output('status.json')).withdrawn).toMatchObject([{ id, reason: 'names the wrong street' }])
      outlet.put('/a.xml', { body: rssText('A', [{ ...ITEM, title: `${ITEM.title}, ${hour}` }]), type: 'application/rss+xml' })
      await run(`${hour}:00`, 'run', '--force')
    }
  })

  it('takes an address too, and takes the withdrawal back', async () => {
    await run('12:00', 'run')
    const told = await run('13:00', 'retract', `${ITEM.link}?utm_source=mail`, '--reason', 'wrong', '--json')
    expect(JSON.parse(told.stdout)).toMatchObject({ withdrawn: [{ title: ITEM.title, source: 'a' }], reason: 'wrong' })
    const { exit, stdout } = await run('14:00', 'retract', ITEM.link, '--undo')
    expect(exit).toBe(0)
    expect(stdout).toContain('restored "Damascus opens a library"')
    expect(output('feed.xml')).toContain('Damascus opens a library')
    expect(output('atom.xml')).not.toContain('deleted-entry')
    expect(await run('15:00', 'retract', ITEM.link, '--undo')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('was not withdrawn'),
    })
  })

  it('withdraws one copy of a story, and asks which one is meant when it is told its id again', async () => {
    const text =
      'Engineers reopened the railway between Homs and Tartus in western Syria on Thursday, the first passenger line to run there in a decade.'
    const rail = { title: 'Railway between Homs and Tartus reopens', guid: 'r', text }
    const [first, second] = ['https://outlet.example/rail', 'https://other.example/rail']
    outlet.put('/a.xml', { body: rssText('A', [{ ...rail, link: first }]), type: 'application/rss+xml' })
    outlet.put('/b.xml', { body: rssText('B', [{ ...rail, link: second }]), type: 'application/rss+xml' })
    const sources = ['a', 'b'].map((id) => ({ id, name: id.toUpperCase(), url: `${outlet.origin}/${id}.xml`, article: 'never' }))
    const config = { title: 'T', fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources }
    writeFileSync(join(folder, 'feeds.json'), JSON.stringify(config))
    await run('12:00', 'run')
    const id = publishedId()
    expect((await run('13:00', 'retract', id, '--reason', 'x')).stdout).toMatch(/; its story goes on with other outlets\n$/)
    expect(publishedId()).toBe(id)
    expect(output('feed.json').includes(first)).not.toBe(output('feed.json').includes(second))
    expect(await run('14:00', 'retract', id, '--reason', 'x')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('give the address of the copy that is meant'),
    })
  })

  it.each([
    [['retract', 'urn:uuid:00000000-0000-8000-8000-000000000001', '--reason', 'x'], 'no item is known by'],
    [['retract', 'nonsense', '--reason', 'x'], 'no item is known by'],
    [['retract', ITEM.link], '--reason: expected a few words'],
    [['retract', ITEM.link, '--reason', ' '], '--reason: expected a few words'],
    [['retract', ITEM.link, '--reason', 'x', '--state', 'other.db'], 'there is no such state'],
    [['retract'], 'missing required argument'],
  ])('exits 2 with one line for %j', async (words, message) => {
    await run('12:00', 'run')
    const before = output('feed.xml')
    const { exit, stdout, stderr } = await run('13:00', ...words)
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(output('feed.xml')).toBe(before)
  })

  it('is silent with --quiet, and leaves at once with 75 while a pass is at work', async () => {
    await run('12:00', 'run')
    const { store } = await openSqliteStore(join(folder, '.kaynak/kaynak.db'))
    const lock = await store.lock()
    const words = ['retract', ITEM.link, '--reason', 'x', '--quiet']
    expect(await run('13:00', ...words)).toMatchObject({ exit: 75, stderr: expect.stringContaining('another pass is at work') })
    await lock?.release()
    await store.close()
    expect(await run('13:00', ...words)).toMatchObject({ exit: 0, stdout: '', stderr: '' })
  })
})
