import type { Item, ItemId, Relation, Story, StoryQuery } from '../../model/index.ts'
import { placementIn } from '../place-columns.ts'
import { momentOf, type Row, rowLimit, textIn } from '../row.ts'
import { MOST_OF_SOURCE, MOST_OF_STORY } from '../story-copies.ts'
import { storyOf } from '../story-of.ts'
import type { ReadItem } from './items.ts'
import { newestOfEach } from './newest-of-each.ts'
import type { Sql } from './session.ts'

/** Newest first. */
export async function newestStories(sql: Sql, read: ReadItem, query: StoryQuery): Promise<readonly Story[]> {
  const { limit, since, perSource } = query
  const heads =
    perSource === undefined
      ? await sql(
          `SELECT s.id AS story, c.item AS n, c.json FROM (
             SELECT id, lead, moment FROM stories WHERE moment >= $1 ORDER BY moment DESC, id LIMIT $2
           ) AS s JOIN contents c ON c.item = s.lead ORDER BY s.moment DESC, s.id`,
          [momentOf(since), rowLimit(limit)],
        )
      : await newestOfEach(sql, { limit, since, perSource })
  return await storiesOf(sql, read, heads)
}

/** Those first seen from one moment up to another, newest first. */
export async function begunStories(
  sql: Sql,
  read: ReadItem,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<readonly Story[]> {
  const heads = await sql(
    `SELECT s.id AS story, c.item AS n, c.json FROM stories s JOIN contents c ON c.item = s.lead
     WHERE s.begun >= $1 AND s.begun < $2 ORDER BY s.moment DESC, s.id`,
    [momentOf(from), momentOf(to)],
  )
  return await storiesOf(sql, read, heads)
}

/** The months in which a story began: an index finds the first moment of each, whatever the archive's size. */
export async function storyMonths(sql: Sql): Promise<readonly string[]> {
  const months: string[] = []
  let from = Number.MIN_SAFE_INTEGER
  for (;;) {
    const [row] = await sql('SELECT min(begun) AS first FROM stories WHERE begun >= $1', [from])
    const first = row?.['first']
    if (typeof first !== 'number') return months
    const month = new Date(first)
    months.push(month.toISOString().slice(0, 7))
    from = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1)
  }
}

export async function placementOf(
  sql: Sql,
  id: ItemId,
): Promise<{ readonly storyId: ItemId; readonly relation: Relation } | undefined> {
  const [row] = await sql('SELECT story, relation FROM items WHERE id = $1 AND story IS NOT NULL', [id])
  return placementIn(row)
}

async function storiesOf(sql: Sql, read: ReadItem, heads: readonly Row[]): Promise<readonly Story[]> {
  const copies = await copiesOf(
    sql,
    read,
    heads.map((row) => textIn(row, 'story') ?? ''),
  )
  return heads.map((row) => storyOf(read(row), textIn(row, 'story') ?? '', copies)).filter((story) => story !== undefined)
}

/** The copies of stories, by date, then id: of each source the earliest few. Stories without any are absent. */
async function copiesOf(sql: Sql, read: ReadItem, stories: readonly string[]): Promise<ReadonlyMap<string, readonly Item[]>> {
  const copies = new Map<string, Item[]>()
  if (stories.length === 0) return copies
  const rows = await sql(
    `SELECT c.item AS n, o.story, c.json FROM (
       SELECT s.id AS story, found.n, found.id, found.moment, found.nth, row_number() OVER (PARTITION BY s.id ORDER BY found.moment, found.id) AS place
       FROM stories s CROSS JOIN LATERAL (
         SELECT i.n, i.id, i.moment, row_number() OVER (PARTITION BY i.source ORDER BY i.moment, i.id) AS nth
         FROM items i WHERE i.story = s.id AND i.n <> s.lead
       ) AS found
       WHERE s.id = ANY($1) AND found.nth <= ${MOST_OF_SOURCE}
     ) AS o JOIN contents c ON c.item = o.n WHERE o.place <= ${MOST_OF_STORY} ORDER BY o.moment, o.id`,
    [stories],
  )
  for (const row of rows) {
    const item = read(row)
    if (item === undefined) continue
    const story = textIn(row, 'story') ?? ''
    const known = copies.get(story)
    if (known === undefined) copies.set(story, [item])
    else known.push(item)
  }
  return copies
}
