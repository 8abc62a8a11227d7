import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseServer } from '../helpers/database-server.ts'
import {
  EVENING,
  LATER,
  type LostState,
  lostState,
  NOTHING_NEW,
  OLD,
  POST,
  RETRACTED,
  SCHOOL,
  UNDATED,
} from '../helpers/lost-state.ts'

let scene: LostState
beforeEach(async () => {
  scene = await lostState()
  await scene.twoPasses()
})
afterEach(() => scene.close())

describe('what was published before the state is lost', () => {
  it('holds whatever the tests below say of it', () => {
    const [feed, archive] = [scene.items(), scene.room.published().get('archive/2026-11.xml') ?? '']
    const carriers = feed.map(({ _kaynak }) => _kaynak['carriers']).filter((list) => list !== undefined)
    expect(feed.map(({ url }) => url)).toContain('https://post.example/wells')
    expect(carriers).toEqual([[expect.anything(), expect.anything()]])
    expect(feed.filter(({ _kaynak }) => _kaynak['revisions'] !== undefined)).toHaveLength(1)
    expect(feed.filter(({ _kaynak }) => _kaynak['withdrawn'] !== undefined)).toHaveLength(1)
    expect(archive).toContain(OLD.title)
    expect(feed.map(({ title }) => title)).not.toContain(OLD.title)
  })
})

describe('a pass that finds its state lost', () => {
  it.each([
    ['was deleted', () => undefined],
    ['is empty', (_: Buffer) => Buffer.alloc(0)],
    ['is cut within its header', (bytes: Buffer) => bytes.subarray(0, 60)],
    ['is cut within a page', (bytes: Buffer) => bytes.subarray(0, 9_000)],
    ['is cut at half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    [
      'holds random bytes',
      (_: Buffer) => Buffer.from(Uint8Array.from({ length: 50_000 }, (_none, n) => (n * 2_654_435_761) >>> 24)),
    ],
  ])('publishes the same, byte for byte, when it %s', async (_, harmed) => {
    const before = scene.room.published()
    const bytes = harmed(readFileSync(scene.room.state))
    scene.lose()
    if (bytes !== undefined) writeFileSync(scene.room.state, bytes)
    const report = JSON.parse(await scene.fine(EVENING, 'run', '--json'))
    expect(report).toMatchObject({
      pass: NOTHING_NEW,
      recovered: { stories: 7, items: 9, withdrawn: 2, archived: 1, troubles: [] },
    })
    expect(scene.room.published()).toEqual(before)
    await scene.fine(LATER, 'run', '--force')
    expect(scene.room.published()).toEqual(before)
  })

  it('says what it has taken up again, in one line', async () => {
    scene.lose()
    const [first] = (await scene.fine(EVENING, 'run')).split('\n')
    expect(first).toBe(
      'The state was empty: 7 stories of 9 items, 2 withdrawals and 1 archived story taken up again from output.',
    )
    expect(await scene.fine(LATER, 'run', '--force')).not.toContain('taken up again')
  })

  it('publishes the same when no source can be asked', async () => {
    const before = scene.room.published()
    scene.lose()
    for (const id of ['wire', 'post', 'star', 'linked', 'open', 'paged']) scene.serve(id, [])
    await scene.fine(EVENING, 'run')
    expect(scene.room.published()).toEqual(before)
  })

  it('keeps what its sources have dropped meanwhile, and finds what they have added', async () => {
    const before = scene.items()
    scene.lose()
    const added = {
      title: 'Raqqa opens its library',
      link: 'https://post.example/library',
      guid: 'new',
      text: 'In Raqqa, Syria.',
    }
    scene.serve('post', [added, RETRACTED])
    scene.serve('wire', [])
    const report = JSON.parse(await scene.fine(EVENING, 'run', '--json'))
    expect(report.pass).toMatchObject({ ...NOTHING_NEW, kept: 1 })
    expect(scene.items()[0]).toMatchObject({ title: added.title })
    expect(scene.items().slice(1)).toEqual(before)
  })

  it('marks what a source has changed meanwhile as its change, once', async () => {
    scene.lose()
    scene.serve('post', [
      { ...SCHOOL, title: 'Schools in Homs and Hama open again', text: `${SCHOOL.text}`.replace('Forty', 'Fifty') },
      ...POST.slice(1),
    ])
    const report = JSON.parse(await scene.fine(EVENING, 'run', '--json'))
    expect(report.pass).toMatchObject({ kept: 0, changed: 1 })
    const item = scene.items().find(({ url }) => url === SCHOOL.link)
    expect(item?._kaynak['revisions']).toMatchObject([
      { changed: ['title'] },
      { changed: ['text'], at: '2026-11-20T18:00:00.000Z' },
    ])
    expect(JSON.parse(await scene.fine(LATER, 'run', '--force', '--json')).pass).toMatchObject({ kept: 0, changed: 0 })
  })

  it('keeps what a source published that feeds.json does not name any more', async () => {
    scene.lose()
    scene.configure(['wire', 'star'])
    const before = scene.items()
    await scene.fine(EVENING, 'run')
    expect(scene.items()).toEqual(before)
  })

  it('lets a retraction stand for good, also when nothing is told of it any more', async () => {
    scene.lose()
    await scene.fine('2027-03-01T08:00:00Z', 'run')
    for (const [path, text] of scene.room.published()) expect(text, path).not.toContain('harbour')
    scene.lose()
    scene.serve('post', [RETRACTED, { ...UNDATED, title: 'Damascus waters a thousand trees' }])
    const report = JSON.parse(await scene.fine('2027-03-02T08:00:00Z', 'run', '--json'))
    expect(report.recovered).toMatchObject({ withdrawn: 2 })
    expect(JSON.stringify(scene.items())).not.toContain('harbour')
  })

  it('knows why an item was kept, and what it is a copy of', async () => {
    scene.lose()
    await scene.fine(EVENING, 'run', '--only', 'paged')
    const words = await scene.fine(EVENING, 'explain', 'https://wire.example/convoy')
    expect(words).toContain('the same text as "Twenty lorries reach Aleppo" of The star')
    expect(words).toContain('aleppo')
  })

  it('tells in a dry run what it would do, and begins no state', async () => {
    scene.lose()
    const report = JSON.parse(await scene.fine(EVENING, 'run', '--dry-run', '--json'))
    expect(report).toMatchObject({ pass: { kept: 0, changed: 0 }, recovered: { stories: 7 } })
    expect(existsSync(scene.room.state)).toBe(false)
  })

  it('sees a retraction that names no term of the topic, and an article that is gone', async () => {
    scene.lose()
    scene.serve('wire', [
      {
        title: 'Notice',
        guid: 'wire-convoy',
        link: 'https://wire.example/convoy',
        text: 'This article has been removed.',
      },
    ])
    scene.serve('paged', [
      { title: 'Cup final', link: 'https://paged.example/cup', guid: 'cup', text: 'It ended without a goal.' },
    ])
    scene.answer('/paged/1', 410)
    const report = JSON.parse(await scene.fine(EVENING, 'run', '--json'))
    expect(report.pass).toMatchObject({ kept: 0, changed: 0, withdrawn: 2 })
    const [convoy] = scene.items().filter(({ title }) => title?.includes('lorries'))
    expect(convoy?._kaynak['carriers']).toHaveLength(1)
    expect(scene.items().filter(({ _kaynak }) => _kaynak['withdrawn'] !== undefined)).toHaveLength(2)
  })

  it('tells its operator nothing twice', async () => {
    for (const hour of ['08', '16', '20']) {
      scene.answer('/star.xml', 500)
      await scene.fine(`2026-11-22T${hour}:00:00Z`, 'run', '--force')
    }
    await scene.fine('2026-11-24T08:00:00Z', 'run', '--force')
    const notices = readFileSync(join(scene.room.output, 'status.xml'), 'utf8')
    expect(notices).toContain('cannot be read any more')
    scene.lose()
    await scene.fine('2026-11-24T09:00:00Z', 'run')
    expect(readFileSync(join(scene.room.output, 'status.xml'), 'utf8')).toBe(notices)
  })

  it('finds a copy again that shares with the published words too little', async () => {
    scene.lose()
    await scene.fine(EVENING, 'run')
    const text = 'The olive harvest around Idlib was counted on Friday, and nobody had ever counted so many in northern Syria.'
    scene.serve('star', [
      {
        title: 'Nobody ever counted so many',
        link: 'https://star.example/olives',
        guid: 'star-olives',
        date: 'Fri, 20 Nov 2026 19:00:00 GMT',
        text,
      },
    ])
    const report = JSON.parse(await scene.fine(LATER, 'run', '--force', '--json'))
    expect(report.pass).toMatchObject({ kept: 1, copies: 1 })
  })

  it('recovers at each loss anew, from what it had recovered', async () => {
    const before = scene.room.published()
    for (const at of [EVENING, LATER]) {
      scene.lose()
      await scene.fine(at, 'run', '--only', 'paged')
      expect(scene.room.published()).toEqual(before)
    }
  })
})

describe('a state that another program must not touch', () => {
  it.each([
    ['of a later version', 'later version'],
    ['that is a folder', 'expected a file'],
  ])('%s is left where it is, and so is the output; another name for the state goes on from there', async (what, words) => {
    const before = scene.room.published()
    if (what === 'that is a folder') {
      scene.lose()
      mkdirSync(scene.room.state)
    } else {
      const db = new DatabaseSync(scene.room.state)
      db.exec('PRAGMA user_version = 9999')
      db.close()
    }
    const refused = await scene.room.kaynak(EVENING, 'run')
    expect(refused.exit).toBe(4)
    expect(refused.stderr).toContain(words)
    expect(scene.room.published()).toEqual(before)
    expect(readdirSync(dirname(scene.room.state)).filter((name) => name.includes('damaged'))).toEqual([])
    rmSync(scene.room.state, { recursive: true })
    await scene.fine(EVENING, 'run')
    expect(scene.room.published()).toEqual(before)
  })
})

describe('a fleet whose database was emptied', () => {
  it('publishes the same', async () => {
    const server = await databaseServer()
    const [one, other] = [await server.fresh(), await server.fresh()]
    try {
      await scene.fine(LATER, 'run', '--force', '--state', one)
      const before = scene.room.published()
      const report = JSON.parse(await scene.fine(LATER, 'run', '--force', '--json', '--state', other))
      expect(report).toMatchObject({ pass: NOTHING_NEW, recovered: { stories: 7, items: 9, withdrawn: 2, archived: 1 } })
      expect(scene.room.published()).toEqual(before)
      const again = JSON.parse(await scene.fine(LATER, 'run', '--force', '--json', '--state', other))
      expect(again.recovered).toBeUndefined()
    } finally {
      await server.close()
    }
  }, 60_000)
})
