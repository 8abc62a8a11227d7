import { type Item, type ItemId, itemMoment, type Log, type SourceId } from '../../model/index.ts'
import { itemOf } from '../item-json.ts'
import { nameHash } from '../name-hash.ts'
import { numberIn, type Row, rowLimit, textIn } from '../row.ts'
import { safeText } from './safe-text.ts'
import type { Sql } from './session.ts'

/** The item in a row's column `json`; undefined, and said in the log, when the row is damaged. */
export type ReadItem = (row: Row | undefined) => Item | undefined

export function itemReader(log: Log): ReadItem {
  return (row) => {
    if (row === undefined) return undefined
    const item = itemOf(textIn(row, 'json') ?? '')
    if (item === undefined) log('warn', 'store.row-unreadable', { table: 'contents', item: row['id'] ?? row['n'] })
    return item
  }
}

/** An item to be written, and the hashes of the names that lead to it where they are others than its own. */
export type Written = { readonly item: Item; readonly names?: readonly Uint8Array[] }

/** A placed item whose moment has changed: its bands and its story must follow. */
export type Moved = { readonly id: ItemId; readonly moment: number }

/** Writes items, each in place of the one with its id; of two with one id the later. */
export async function putItems(sql: Sql, written: readonly Written[]): Promise<readonly Moved[]> {
  if (written.length === 0) return []
  const items = [...new Map(written.map(({ item }) => [item.id, item])).values()]
  const ids = items.map(({ id }) => id)
  const moments = items.map((item) => itemMoment(item).getTime())
  const before = await sql('SELECT id, moment, story FROM items WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids])
  await sql(
    `INSERT INTO items AS i (id, source, url_key, moment, first_seen)
     SELECT id, source, url_key, moment, first_seen
     FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[]) WITH ORDINALITY AS v(id, source, url_key, moment, first_seen, place)
     ORDER BY place
     ON CONFLICT (id) DO UPDATE SET url_key = excluded.url_key, first_seen = excluded.first_seen
     WHERE (i.url_key, i.first_seen) IS DISTINCT FROM (excluded.url_key, excluded.first_seen)`,
    [
      ids,
      items.map(({ carrier }) => carrier.sourceId),
      items.map(({ urlKey }) => safeText(urlKey)),
      moments,
      items.map(({ firstSeen }) => firstSeen.getTime()),
    ],
  )
  const numbers = new Map<string, number>()
  for (const row of await sql('SELECT id, n FROM items WHERE id = ANY($1)', [ids]))
    numbers.set(textIn(row, 'id') ?? '', numberIn(row, 'n'))
  await sql(
    'INSERT INTO contents SELECT * FROM unnest($1::bigint[], $2::text[]) ON CONFLICT (item) DO UPDATE SET json = excluded.json',
    [ids.map((id) => numbers.get(id)), items.map((item) => JSON.stringify(item))],
  )
  const names = written.flatMap(({ item, names = item.identities.map(nameHash) }) =>
    names.map((name) => ({ source: item.carrier.sourceId, name: hex(name), item: numbers.get(item.id) })),
  )
  await sql(
    `INSERT INTO identities SELECT source, decode(name, 'hex'), item FROM unnest($1::text[], $2::text[], $3::bigint[]) AS v(source, name, item)
     ON CONFLICT DO NOTHING`, // whoever had the name first keeps it
    [names.map(({ source }) => source), names.map(({ name }) => name), names.map(({ item }) => item)],
  )
  return await moved(sql, before, new Map(ids.map((id, at) => [id, moments[at] ?? 0])))
}

/** Sets the moment of items without a place; gives those with one, whose bands and stories must follow. */
async function moved(sql: Sql, before: readonly Row[], moments: ReadonlyMap<ItemId, number>): Promise<readonly Moved[]> {
  const known = new Map(before.map((row) => [textIn(row, 'id') ?? '', row]))
  const changed = [...moments].flatMap(([id, moment]) => {
    const row = known.get(id)
    return row === undefined || row['moment'] === moment ? [] : [{ id, moment, isPlaced: textIn(row, 'story') !== undefined }]
  })
  const free = changed.filter(({ isPlaced }) => !isPlaced)
  if (free.length > 0)
    await sql('UPDATE items i SET moment = v.moment FROM unnest($1::text[], $2::bigint[]) AS v(id, moment) WHERE i.id = v.id', [
      free.map(({ id }) => id),
      free.map(({ moment }) => moment),
    ])
  return changed.filter(({ isPlaced }) => isPlaced)
}

export async function readItem(sql: Sql, read: ReadItem, id: ItemId): Promise<Item | undefined> {
  const [row] = await sql('SELECT i.id, c.json FROM items i JOIN contents c ON c.item = i.n WHERE i.id = $1', [id])
  return read(row)
}

/** The item that the first known of these identities names. */
export async function findItem(
  sql: Sql,
  read: ReadItem,
  { sourceId, identities }: { readonly sourceId: SourceId; readonly identities: readonly string[] },
): Promise<Item | undefined> {
  if (identities.length === 0) return undefined
  const rows = await sql(
    `SELECT d.item AS n, c.json FROM unnest($2::text[]) WITH ORDINALITY AS v(name, place)
     JOIN identities d ON d.source = $1 AND d.name = decode(v.name, 'hex') JOIN contents c ON c.item = d.item ORDER BY v.place`,
    [sourceId, identities.map((identity) => hex(nameHash(identity)))],
  )
  for (const row of rows) {
    const item = read(row)
    if (item !== undefined) return item
  }
  return undefined
}

export async function unplacedItems(sql: Sql, read: ReadItem, limit: number): Promise<readonly Item[]> {
  const rows = await sql(
    `SELECT i.id, c.json FROM items i JOIN contents c ON c.item = i.n
     WHERE i.story IS NULL AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.item = i.n) ORDER BY i.moment, i.id LIMIT $1`,
    [rowLimit(limit)],
  )
  return rows.map(read).filter((item) => item !== undefined)
}

export async function itemsAt(sql: Sql, read: ReadItem, urlKey: string): Promise<readonly Item[]> {
  const rows = await sql(
    `SELECT i.id, c.json FROM items i JOIN contents c ON c.item = i.n WHERE i.story IS NOT NULL AND i.url_key = $1
     UNION SELECT i.id, c.json FROM withdrawals w JOIN items i ON i.n = w.item JOIN contents c ON c.item = i.n WHERE i.url_key = $1
     ORDER BY 1 LIMIT 50`,
    [safeText(urlKey)],
  )
  return rows.map(read).filter((item) => item !== undefined)
}

/** Bytes as a list of texts takes them. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
