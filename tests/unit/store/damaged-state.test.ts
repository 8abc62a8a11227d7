import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Log, Store } from '../../../src/model/index.ts'
import { openSqliteStore } from '../../../src/store/index.ts'
import { ALL_TIME, keepItems, makeChange, placed } from '../../contract/store-home.ts'
import { aSourceId, makeItem } from '../../helpers/make-item.ts'

const POST = aSourceId('morning-post')
const clock = { now: () => new Date('2026-11-25T08:00:00Z') }
const ASIDE = 'kaynak.db.damaged-2026-11-25T08-00-00.000Z'

let folder = ''
let file = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaynak-open-'))
  file = join(folder, 'kaynak.db')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Leaves a closed state with so many items of about 1 kB behind. */
async function leaveState(items: number): Promise<void> {
  const { store } = await openSqliteStore(file)
  await keepItems(
    store,
    Array.from({ length: items }, (_, n) => makeItem({ id: n + 1, text: 'word '.repeat(200) })),
  )
  await store.close()
}

async function overwrite(from: number, bytes: Uint8Array): Promise<void> {
  const content = await readFile(file)
  content.set(bytes, from)
  await writeFile(file, content)
}

async function expectEmpty(store: Store): Promise<void> {
  expect(await store.counts()).toEqual({ items: 0, stories: 0, decisions: 0 })
  expect(await store.sourceStates()).toEqual(new Map())
  await keepItems(store, [makeItem()])
  expect(await store.find(POST, makeItem().identities)).toEqual(makeItem())
}

/** Always the same junk. */
function junk(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, n) => (n * 2_654_435_761) >>> 24)
}

describe('openSqliteStore of a damaged file', () => {
  const damages: readonly (readonly [string, () => Promise<void>])[] = [
    ['holds text', () => writeFile(file, 'these are my notes, not a database\n')],
    ['holds random bytes', () => writeFile(file, junk(20_000))],
    ['is cut within its header', async () => writeFile(file, (await stateBytes()).subarray(0, 60))],
    ['is cut within a page', async () => writeFile(file, (await stateBytes()).subarray(0, 5_000))],
    ['is cut at half', async () => writeFile(file, (await stateBytes()).subarray(0, (await stateBytes()).length / 2))],
    [
      'has lost its first page',
      async () => {
        await leaveState(50)
        await overwrite(0, new Uint8Array(4096))
      },
    ],
    [
      'has junk in its schema',
      async () => {
        await leaveState(50)
        await overwrite(100, junk(3_000))
      },
    ],
    [
      'has junk in its middle',
      async () => {
        await leaveState(50)
        await overwrite(40_960, junk(16_384))
      },
    ],
    [
      'has lost all but its header',
      async () => {
        await leaveState(50)
        await overwrite(100, new Uint8Array((await readFile(file)).length - 100))
      },
    ],
  ]

  async function stateBytes(): Promise<Buffer> {
    if (!existsSync(file)) await leaveState(50)
    return readFile(file)
  }

  it.each(damages)('that %s sets it aside, says so and begins anew', async (_how, damage) => {
    await damage()
    const damaged = readFileSync(file)
    const events: string[] = []
    const log: Log = (_level, event) => events.push(event)
    const { store, notices } = await openSqliteStore(file, { clock, log })
    expect(notices.map((notice) => notice.kind)).toEqual(['set-aside'])
    expect(notices[0]?.message).toMatch(/^\S+kaynak\.db: was damaged \(.+\); it lies in \S+ now, and an empty one was begun$/)
    expect(events).toEqual(['store.set-aside'])
    expect(readFileSync(join(folder, ASIDE)).equals(damaged)).toBe(true)
    await expectEmpty(store)
    await store.close()
  })

  it('begins anew in an empty one', async () => {
    await writeFile(file, '')
    const { store, notices } = await openSqliteStore(file)
    expect(notices.map((notice) => notice.kind)).toEqual(['created'])
    await expectEmpty(store)
    await store.close()
  })
  it('gives each damaged file a name of its own', async () => {
    for (const _time of [1, 2]) {
      await writeFile(file, 'notes')
      await (await openSqliteStore(file, { clock })).store.close()
    }
    expect((await readdir(folder)).filter((name) => name.includes('damaged')).toSorted()).toEqual([ASIDE, `${ASIDE}-2`])
  })
  it('reads a large one through after damage was met in it', async () => {
    await leaveState(8_000)
    await overwrite(100_000, junk(5_000_000))
    const { store } = await openSqliteStore(file)
    await expect(store.unplaced(8_000)).rejects.toMatchObject({
      code: 'STATE_UNUSABLE',
      message: expect.stringMatching(/is damaged: run again/),
    })
    await store.close()
    const { store: next, notices } = await openSqliteStore(file, { clock })
    expect(notices.map((notice) => notice.kind)).toEqual(['set-aside'])
    await expectEmpty(next)
    await next.close()
  })
  it('leaves it where it is while another process holds the lock', async () => {
    await leaveState(1)
    const { store } = await openSqliteStore(file)
    const lock = await store.lock()
    await overwrite(0, new Uint8Array(4096))
    await expect(openSqliteStore(file)).rejects.toMatchObject({ code: 'STATE_UNUSABLE' })
    expect(existsSync(file)).toBe(true)
    await lock?.release()
    await store.close()
  })
  it('passes over rows that hold no JSON, and names them in the log', async () => {
    const { store, db, events } = await placedItems()
    db.exec(
      `UPDATE contents SET json = '{"id":' WHERE item = 1; UPDATE source_states SET json = '[]'; UPDATE seen SET json = '7'`,
    )
    expect(await store.item(makeItem({ id: 1 }).id)).toBeUndefined()
    expect((await store.stories({ limit: 9, since: new Date(0) })).map((story) => story.lead.id)).toEqual([
      makeItem({ id: 2 }).id,
    ])
    expect((await store.neighbours({ ...ALL_TIME, bands: ['x'], urlKey: '' })).map((found) => found.item.id)).toEqual([
      makeItem({ id: 2 }).id,
    ])
    expect(await store.sourceStates()).toEqual(new Map())
    expect(await store.seen(POST)).toEqual(new Map())
    expect(new Set(events)).toEqual(new Set(['store.row-unreadable']))
    db.close()
    await store.close()
  })

  /** Two placed items, and a second connection to spoil them with. */
  async function placedItems(): Promise<{ store: Store; db: DatabaseSync; events: string[] }> {
    const events: string[] = []
    const { store } = await openSqliteStore(file, { log: (_level, event) => events.push(event) })
    const items = [makeItem({ id: 1 }), makeItem({ id: 2 })]
    await store.commit([makeChange({ items, seen: new Map([['k', 'f']]) })])
    await store.place(items.map((item) => placed(item, { bands: ['x'] })))
    return { store, db: new DatabaseSync(file), events }
  }
})
