import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Item, itemMoment, type Store } from '../../src/model/index.ts'
import { openPostgresStore } from '../../src/store/index.ts'
import { giveHistory } from '../helpers/database-history.ts'
import { type DatabaseServer, databaseServer } from '../helpers/database-server.ts'
import { aSourceId, makeItem } from '../helpers/make-item.ts'
import { keepItems, makeChange, makeDecision, POST, placed } from './store-home.ts'

const ITEMS = 50_000
const OUTLETS = 50
const UNTIL = new Date('2026-11-24T00:00:00Z')
const BIG = ['bands', 'contents', 'decisions', 'identities', 'items', 'pruned', 'stories'] as const
const EVER = new Date(0)

/** What the server itself counted of the reading of one table. */
type Reading = { readonly scans: number; readonly rows: number }

/** The statements of a pass and of a worker over a large archive: what the server read for each, as it counts it itself. */
describe('openPostgresStore, over 50,000 items', () => {
  let server: DatabaseServer
  let client: Client
  let address = ''
  const fresh = Array.from({ length: 8 }, (_, n) => numbered(100 + n))

  beforeAll(async () => {
    server = await databaseServer()
    address = await server.fresh()
    const { store } = await openPostgresStore(address)
    const items = Array.from({ length: 64 }, (_, n) => numbered(1 + n))
    await store.commit([makeChange({ items, seen: new Map([['guid:1', 'x']]), decisions: [makeDecision()] })])
    await store.place(items.map((item, n) => placed(item, { bands: bandsOf(n) })))
    await keepItems(store, fresh)
    await store.close()
    await giveHistory(address, { items: ITEMS, outlets: OUTLETS, until: UNTIL }, () => undefined)
    client = new Client(address)
    await client.connect()
  }, 120_000)
  afterAll(async () => {
    await client.end()
    await server.close()
  }, 60_000)

  /** Does it with connections of its own, whose counts are told when they are closed. */
  async function readingOf(work: (store: Store) => Promise<unknown>): Promise<ReadonlyMap<string, Reading>> {
    const { store } = await openPostgresStore(address)
    const before = await counted()
    try {
      await work(store)
    } finally {
      await store.close()
    }
    for (let open = 1; open > 0; )
      open = (await client.query("SELECT FROM pg_stat_activity WHERE application_name = 'kaynak'")).rowCount ?? 0
    const after = await counted()
    return new Map(
      [...after].map(([table, { scans, rows }]) => [
        table,
        { scans: scans - (before.get(table)?.scans ?? 0), rows: rows - (before.get(table)?.rows ?? 0) },
      ]),
    )
  }

  async function counted(): Promise<ReadonlyMap<string, Reading>> {
    const { rows } = await client.query<{ table: string; scans: string; rows: string }>(
      `SELECT relname AS table, seq_scan AS scans,
         coalesce(idx_tup_fetch, 0) + seq_tup_read + (SELECT coalesce(sum(idx_tup_read), 0) FROM pg_stat_user_indexes i WHERE i.relid = t.relid) AS rows
       FROM pg_stat_user_tables t WHERE schemaname = 'kaynak'`,
    )
    return new Map(rows.map(({ table, scans, rows }) => [table, { scans: Number(scans), rows: Number(rows) }]))
  }

  const known = numbered(1)
  const [first = known, second = known] = fresh
  const around = { from: new Date('2026-11-21T00:00:00Z'), to: new Date('2026-11-27T00:00:00Z') }
  const works: readonly (readonly [string, number, (store: Store) => Promise<unknown>])[] = [
    ['finds an item by its names', 50, (store) => store.find(POST, ['guid:nothing', ...known.identities])],
    ['finds none by the names of something new', 50, (store) => store.find(POST, ['guid:new', 'url:new.example/1', 'title:new'])],
    ['knows which names were pruned', 50, (store) => store.prunedAmong(aSourceId('s7'), ['guid:new', 'url:new.example/1'])],
    ['knows what an operator withdrew', 50, (store) => store.isRetracted(POST, 'fingerprint-1')],
    [
      'stores a reading with new items, changed ones and decisions',
      3_000,
      (store) =>
        store.commit([
          makeChange({
            items: [
              numbered(200),
              { ...known, title: 'Corrected' },
              { ...numbered(2), published: new Date('2026-11-24T08:00:00Z') },
            ],
            decisions: [makeDecision({ entryKey: 'guid:200' })],
            seen: new Map([['guid:200', 'y']]),
            basis: 'never-attempted',
          }),
          makeChange({
            state: { sourceId: aSourceId('s7') },
            decisions: [makeDecision({ sourceId: aSourceId('s7'), entryKey: 'guid:7' })],
          }),
        ]),
    ],
    [
      'stores what became of items',
      500,
      (store) =>
        store.follow({
          withdrawn: [{ itemId: numbered(3).id, at: UNTIL, by: 'source', evidence: 'gone' }],
          absent: [{ itemId: numbered(4).id, since: UNTIL, due: UNTIL, checks: 0 }],
          settled: [numbered(5).id],
          restored: [],
        }),
    ],
    ['finds what has no place', 1_000, (store) => store.unplaced(2_000)],
    [
      'finds the neighbours of an item',
      2_000,
      (store) => store.neighbours({ bands: bandsOf(1), urlKey: first.urlKey, ...around }),
    ],
    [
      'places an item alone and another into a story',
      2_000,
      (store) => store.place([placed(first, { bands: bandsOf(70) }), placed(second, { in: known, bands: bandsOf(1) })]),
    ],
    ['gives the newest 200 stories', 3_000, (store) => store.stories({ limit: 200, since: EVER })],
    ['gives the newest 200, 20 of a source', 12_000, (store) => store.stories({ limit: 200, since: EVER, perSource: 20 })],
    ['gives the newest of every source', 12_000, (store) => store.stories({ limit: 90, since: EVER, perSource: 1 })],
    ['knows the months', 200, (store) => store.months()],
    ['gives the place of an item', 50, (store) => store.placement(known.id)],
    ['gives an item', 50, (store) => store.item(known.id)],
    ['gives the newest withdrawals', 500, (store) => store.withdrawals({ limit: 20, since: EVER })],
    ['gives absences that are due', 500, (store) => store.absences({ due: UNTIL, limit: 20 })],
    ['gives the newest decision', 50, (store) => store.decisions({ limit: 1 })],
    ['gives the newest decisions of a source', 200, (store) => store.decisions({ sourceId: aSourceId('s7'), limit: 20 })],
    ['counts', 50, (store) => store.counts()],
  ]
  it.each(works)('%s without reading a large table through, and at most %i rows', async (_what, most, work) => {
    const reading = await readingOf(work)
    expect(BIG.filter((table) => (reading.get(table)?.scans ?? 0) > 0)).toEqual([])
    expect(BIG.reduce((sum, table) => sum + (reading.get(table)?.rows ?? 0), 0)).toBeLessThanOrEqual(most)
  })
  it('is counted right: reading a table through is seen', async () => {
    const reading = await readingOf((store) => store.decisions({ about: 'no such headline', limit: 1 }))
    expect(reading.get('decisions')?.rows).toBeGreaterThan(OUTLETS * 400)
  })
})

function numbered(n: number): Item {
  const item = makeItem({ id: n, identities: [`guid:${n}`, `url:www.morning-post.example/world/${n}`] })
  return { ...item, published: new Date(itemMoment(item).getTime() - n * 1_000) }
}

function bandsOf(n: number): readonly string[] {
  return Array.from({ length: 29 }, (_, band) => `l${band}x${n}`)
}
