import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../src/model/index.ts'
import { openPostgresStore, openSqliteStore } from '../../src/store/index.ts'
import { type DatabaseServer, databaseServer } from '../helpers/database-server.ts'
import { aSourceId, makeItem } from '../helpers/make-item.ts'
import { temporaryDirectory } from '../helpers/temporary-directory.ts'
import { keepItems, placed } from './store-home.ts'

const EVER = new Date(0)
const flood = Array.from({ length: 1_100 }, (_, n) => makeItem({ id: n + 10 }))
const other = makeItem({ id: 1, published: new Date('2026-11-20T00:00:00Z'), carrier: { sourceId: aSourceId('evening-post') } })

/** A state as the schema before stories knew who leads them left it; then opened by this version. */
describe('a state of an older version', () => {
  let server: DatabaseServer
  beforeAll(async () => {
    server = await databaseServer()
  }, 60_000)
  afterAll(() => server.close(), 60_000)

  async function filled(store: Store): Promise<void> {
    await keepItems(store, [...flood, other])
    await store.place([...flood, other].map((item) => placed(item)))
    await store.close()
  }

  async function expectKnown(store: Store): Promise<void> {
    const leads = (await store.stories({ limit: 9, since: EVER, perSource: 1 })).map(({ lead }) => lead.id)
    expect(leads).toEqual([makeItem({ id: 10 }).id, other.id])
    const lock = await store.lock()
    await lock?.prove()
    await lock?.release()
    await store.close()
  }

  it('in a file knows who leads its stories', async () => {
    const file = join(await temporaryDirectory(), 'kaynak.db')
    await filled((await openSqliteStore(file)).store)
    const db = new DatabaseSync(file)
    db.exec('DROP INDEX stories_of_source; ALTER TABLE stories DROP COLUMN source; PRAGMA user_version = 5')
    db.close()
    await expectKnown((await openSqliteStore(file)).store)
  })

  it('in PostgreSQL knows who leads its stories, and who holds its lock, though several open it at once', async () => {
    const address = await server.fresh()
    await filled((await openPostgresStore(address)).store)
    const client = new Client(address)
    await client.connect()
    await client.query(
      'ALTER TABLE kaynak.stories DROP COLUMN source; DROP TABLE kaynak.lock_holder; UPDATE kaynak.version SET version = 1',
    )
    await client.end()
    const [first, second] = await Promise.all([openPostgresStore(address), openPostgresStore(address)])
    await second.store.close()
    await expectKnown(first.store)
  })
})
