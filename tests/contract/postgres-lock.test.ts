import { once } from 'node:events'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Store } from '../../src/model/index.ts'
import { openPostgresStore } from '../../src/store/index.ts'
import { type DatabaseServer, databaseServer } from '../helpers/database-server.ts'
import { makeItem } from '../helpers/make-item.ts'
import { keepItems, makeChange, placed } from './store-home.ts'

/** What only a server can do to a store: cut its connections, or go away in the middle. */
describe('openPostgresStore, when its server cuts it off', () => {
  let server: DatabaseServer
  let address = ''
  beforeAll(async () => {
    server = await databaseServer()
  }, 60_000)
  afterAll(() => server.close(), 60_000)
  beforeEach(async () => {
    address = await server.fresh()
  })

  async function opened(): Promise<Store> {
    const { store } = await openPostgresStore(address)
    onTestFinished(() => store.close())
    return store
  }

  async function outsider(): Promise<Client> {
    const client = new Client(address)
    client.on('error', () => undefined)
    await client.connect()
    onTestFinished(() => client.end())
    return client
  }

  /** Ends the session that holds the lock, as an administrator or a failing network would. */
  async function cutLock(client: Client): Promise<void> {
    await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kaynak lock'")
  }

  /** Resolves when a statement of the store waits for a lock that an outsider holds. */
  async function untilWaiting(client: Client, many = 1): Promise<void> {
    const asked = "SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND locktype = 'advisory'"
    for (let found = 0; found < many; ) found = (await client.query<{ n: number }>(asked)).rows[0]?.n ?? 0
  }

  /** Keeps whoever commits a reading of the Morning Post waiting in the middle of its transaction. */
  async function hinder(client: Client): Promise<() => Promise<unknown>> {
    const key = "hashtextextended('kaynak source kaynak morning-post', 0)"
    await client.query(`SELECT pg_advisory_lock(${key})`)
    return () => client.query(`SELECT pg_advisory_unlock(${key})`)
  }

  it('tells the holder of a lost lock, and lets it neither read nor write on', async () => {
    const [store, client] = [await opened(), await outsider()]
    const lock = await store.lock()
    if (lock === undefined) throw new Error('the lock is free')
    await keepItems(lock.store, [makeItem({ id: 1 })])
    await cutLock(client)
    if (!lock.lost.aborted) await once(lock.lost, 'abort')
    const refusal = {
      name: 'KaynakError',
      code: 'STATE_WRITE',
      message: expect.stringMatching(/the lock was lost with its connection/),
    }
    await expect(lock.prove()).rejects.toMatchObject(refusal)
    await expect(keepItems(lock.store, [makeItem({ id: 2 })])).rejects.toMatchObject(refusal)
    await expect(lock.store.place([placed(makeItem({ id: 1 }))])).rejects.toMatchObject(refusal)
    await expect(lock.store.stories({ limit: 1, since: new Date(0) })).rejects.toMatchObject(refusal)
    await lock.release()
    expect((await store.counts()).items).toBe(1)
    expect(await (await opened()).lock()).toBeDefined()
  })

  it('refuses what a holder writes that has not noticed yet that another one has had the lock', async () => {
    const [store, client] = [await opened(), await outsider()]
    const lock = await store.lock()
    if (lock === undefined) throw new Error('the lock is free')
    await client.query('UPDATE kaynak.lock_holder SET number = number + 1') // as the next holder does
    const refusal = { name: 'KaynakError', code: 'LOCKED', message: expect.stringMatching(/another pass has taken the lock/) }
    await expect(lock.prove()).rejects.toMatchObject(refusal)
    await expect(keepItems(lock.store, [makeItem()])).rejects.toMatchObject(refusal)
    expect((await store.counts()).items).toBe(0)
    await lock.release()
    const next = await store.lock()
    await next?.prove()
    await next?.release()
  })

  it('gives the lock to the next one when the last transaction of the one before has ended', async () => {
    const [store, client] = [await opened(), await outsider()]
    const lock = await store.lock()
    if (lock === undefined) throw new Error('the lock is free')
    const free = await hinder(client)
    const late = keepItems(lock.store, [makeItem()])
    await untilWaiting(client)
    await cutLock(client)
    if (!lock.lost.aborted) await once(lock.lost, 'abort')
    const order: string[] = []
    const other = await opened()
    const taking = other.lock().then((next) => {
      order.push('next holder')
      return next
    })
    await untilWaiting(client, 2)
    await Promise.all([late.then(() => order.push('last commit')), free()])
    const next = await taking
    expect(order).toEqual(['last commit', 'next holder'])
    await next?.prove()
    await next?.release()
    await lock.release()
  })

  it('holds all or nothing of a commit that a restart has cut, and the same store goes on afterwards', async () => {
    const [store, client] = [await opened(), await outsider()]
    await keepItems(store, [makeItem({ id: 1 })])
    await hinder(client)
    const reading = makeChange({ items: [makeItem({ id: 2 }), makeItem({ id: 3 })], seen: new Map([['guid:2', 'x']]) })
    const cut = store.commit([reading]).catch((problem: unknown) => problem)
    await untilWaiting(client)
    await server.restart()
    expect(await cut).toMatchObject({ name: 'KaynakError', code: 'STATE_WRITE' })
    expect(await store.counts()).toMatchObject({ items: 1 })
    expect(await store.seen(reading.state.sourceId)).toEqual(new Map())
    await store.commit([reading])
    expect(await store.counts()).toMatchObject({ items: 3 })
    expect(await store.seen(reading.state.sourceId)).toEqual(new Map([['guid:2', 'x']]))
  })
})
