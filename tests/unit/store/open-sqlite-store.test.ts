import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/model/index.ts'
import { openSqliteStore } from '../../../src/store/index.ts'
import { ALL_TIME, keepItems, makeChange } from '../../contract/store-home.ts'
import { aSourceId, makeItem } from '../../helpers/make-item.ts'

const POST = aSourceId('morning-post')
const DOOR = new URL('../../../src/store/index.ts', import.meta.url).href
const HELPER = new URL('../../helpers/make-item.ts', import.meta.url).href

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

async function expectEmpty(store: Store): Promise<void> {
  expect(await store.counts()).toEqual({ items: 0, stories: 0, decisions: 0 })
  expect(await store.sourceStates()).toEqual(new Map())
  await keepItems(store, [makeItem()])
  expect(await store.find(POST, makeItem().identities)).toEqual(makeItem())
}

describe('openSqliteStore', () => {
  it('makes the folders above the file, and says that it began', async () => {
    const { store, notices } = await openSqliteStore(join(folder, 'a', 'b', 'kaynak.db'))
    expect(notices.map((notice) => notice.kind)).toEqual(['created'])
    await expectEmpty(store)
    await store.close()
  })
  it('has nothing to say of a state that is there', async () => {
    await leaveState(1)
    const { store, notices } = await openSqliteStore(file)
    expect(notices).toEqual([])
    await store.close()
  })
  it('keeps a state in memory for as long as the store lives', async () => {
    const { store } = await openSqliteStore(':memory:')
    await expectEmpty(store)
    await store.close()
    await expectEmpty((await openSqliteStore(':memory:')).store)
  })
  it('leaves one file behind when it is closed', async () => {
    await leaveState(10)
    expect(await readdir(folder)).toEqual(['kaynak.db'])
  })
})

describe('openSqliteStore refuses', () => {
  const refusals: readonly (readonly [string, string, () => Promise<unknown>, RegExp])[] = [
    ['a directory', 'STATE_UNUSABLE', () => mkdir(file), /expected a file for the state, got a directory$/],
    [
      'the database of another program',
      'STATE_UNUSABLE',
      async () => foreign('CREATE TABLE bookmarks (url TEXT)'),
      /is the database of another program/,
    ],
    [
      'the state of a later version',
      'STATE_UNUSABLE',
      async () => {
        await leaveState(1)
        foreign('PRAGMA user_version = 99')
      },
      /later version of kaynak \(schema 99\)/,
    ],
    [
      'a lock file that is a directory',
      'STATE_UNUSABLE',
      async () => {
        await writeFile(file, 'notes')
        await mkdir(`${file}.lock`)
      },
      /kaynak\.db\.lock: expected a file, got a directory$/,
    ],
    [
      'a journal that is a directory',
      'STATE_WRITE',
      async () => {
        await leaveState(1)
        await mkdir(`${file}-wal`)
      },
      /cannot be opened for writing/,
    ],
  ]

  function foreign(sql: string): void {
    const db = new DatabaseSync(file)
    db.exec(sql)
    db.close()
  }

  it.each(refusals)('%s', async (_what, code, make, message) => {
    await make()
    const before = await readdir(folder)
    await expect(openSqliteStore(file)).rejects.toMatchObject({
      name: 'KaynakError',
      code,
      message: expect.stringMatching(message),
    })
    expect((await readdir(folder)).filter((name) => !before.includes(name))).toEqual([])
  })
  it.skipIf(process.getuid?.() === 0)(
    'the lock of a state that cannot be written, so that no pass begins (needs a user that is not root)',
    async () => {
      await leaveState(1)
      await chmod(file, 0o444)
      const { store } = await openSqliteStore(file)
      expect((await store.counts()).items).toBe(1)
      await expect(store.lock()).rejects.toMatchObject({ code: 'STATE_WRITE', message: expect.stringMatching(/read-only/) })
      await store.close()
    },
  )
  it.skipIf(process.getuid?.() === 0)('a file that it may not read (needs a user that is not root)', async () => {
    await leaveState(1)
    await chmod(file, 0o000)
    await expect(openSqliteStore(file)).rejects.toMatchObject({
      code: 'STATE_WRITE',
      message: expect.stringMatching(/permission denied/),
    })
  })
  it('a folder that cannot be made', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(openSqliteStore(join(folder, 'file', 'kaynak.db'))).rejects.toMatchObject({ code: 'STATE_WRITE' })
  })
})

describe('openSqliteStore of an older version', () => {
  it('brings version 1 up to date and keeps what it holds', async () => {
    const db = new DatabaseSync(file)
    db.exec(await readFile(new URL('../../fixtures/store/version-1.sql', import.meta.url), 'utf8'))
    db.close()
    const { store, notices } = await openSqliteStore(file)
    const item = makeItem({ id: 7, identities: ['guid:seven'] })
    expect(notices).toEqual([])
    expect(await store.counts()).toEqual({ items: 1, stories: 1, decisions: 1 })
    expect(await store.find(POST, ['guid:seven'])).toEqual(item)
    expect(await store.stories({ limit: 1, since: new Date(0) })).toEqual([{ id: item.id, lead: item, copies: [] }])
    expect(await store.neighbours({ bands: ['x'], urlKey: '', ...ALL_TIME })).toEqual([{ item, storyId: item.id }])
    expect((await store.sourceStates()).get(POST)?.bodyHash).toBe('kept')
    expect(await store.seen(POST)).toEqual(new Map([['guid:seven', 'f']]))
    await keepItems(store, [makeItem({ id: 8 })])
    expect((await store.counts()).items).toBe(2)
    await store.close()
  })
})

describe('a full disk', () => {
  /** Stores ever more in a process whose files may not grow beyond `kb`: the nearest thing to a full disk that needs no rights. */
  async function fillUp(kb: number): Promise<string> {
    const script = `
      import { openSqliteStore } from ${JSON.stringify(DOOR)}
      import { makeItem } from ${JSON.stringify(HELPER)}
      process.on('SIGXFSZ', () => {})
      const { store } = await openSqliteStore(${JSON.stringify(file)})
      const state = { ...${JSON.stringify(makeChange().state)}, bodyHash: 'filled' }
      try {
        const items = Array.from({ length: 4_000 }, (_, n) => makeItem({ id: n + 100, text: 'word '.repeat(200) }))
        await store.commit([{ state, items, decisions: [] }])
        console.log('stored')
      } catch (problem) {
        console.log(problem.code, problem.message)
      }`
    const shell = `ulimit -f ${kb}; exec "$0" --input-type=module-typescript --eval "$1"`
    return (await promisify(execFile)('bash', ['-c', shell, process.execPath, script])).stdout
  }

  it.skipIf(process.platform === 'win32')('costs the commit that did not fit, and nothing else', async () => {
    await leaveState(20)
    expect(await fillUp(1_000)).toMatch(
      /^STATE_WRITE \S+kaynak\.db: the disk (is full|failed); what was stored before is untouched/,
    )
    const { store, notices } = await openSqliteStore(file)
    expect(notices).toEqual([])
    expect((await store.counts()).items).toBe(20)
    expect((await store.sourceStates()).get(POST)).not.toHaveProperty('bodyHash')
    expect(await store.item(makeItem({ id: 20 }).id)).toBeDefined()
    await store.close()
    expect(await fillUp(100_000)).toBe('stored\n')
  })
})
