import type { DatabaseSync } from 'node:sqlite'
import type { Item, ItemId, Log, Placement, Relation, Story, StoryQuery } from '../model/index.ts'
import type { BandTable } from './band-table.ts'
import { newestOfEach } from './newest-of-each.ts'
import { bandsIn, placementIn, rankOf } from './place-columns.ts'
import { momentOf, numberIn, type Row, rowLimit, textIn } from './row.ts'
import { storyCopies } from './story-copies.ts'
import { storyOf } from './story-of.ts'

/** Which items belong together, and which of them stands for the others. */
export type StoryTable = {
  readonly place: (placement: Placement) => void
  /** Takes a placed item, its bands and its story to another moment. */
  readonly move: (id: ItemId, moment: number) => void
  /** Takes an item out of its story and out of the index of likeness. @returns the story that it left */
  readonly leave: (id: ItemId) => string | undefined
  /** newest first */
  readonly newest: (query: StoryQuery) => readonly Story[]
  /** those first seen from one moment up to another, newest first */
  readonly begun: (from: Date, to: Date) => readonly Story[]
  readonly hasBegun: (from: Date, to: Date) => boolean
  /** the moments at which the first and the last story were first seen; undefined without stories */
  readonly span: () => { readonly first: number; readonly last: number } | undefined
  readonly placement: (id: ItemId) => { readonly storyId: ItemId; readonly relation: Relation } | undefined
}

type Tools = { readonly bands: BandTable; readonly log: Log; readonly read: (row: Row | undefined) => Item | undefined }

export function storyTable(db: DatabaseSync, { bands, log, read }: Tools): StoryTable {
  const byId = db.prepare('SELECT n, source, moment, story, bands FROM items WHERE id = ?')
  const setPlace = db.prepare('UPDATE items SET story = ?, rank = ?, relation = ?, bands = ? WHERE n = ?')
  const clearPlace = db.prepare('UPDATE items SET story = NULL, rank = NULL, relation = NULL, bands = NULL WHERE n = ?')
  const withdrawn = db.prepare('SELECT 1 FROM withdrawals WHERE item = ?')
  const setMoment = db.prepare('UPDATE items SET moment = ? WHERE n = ?')
  const found = db.prepare(`
    INSERT OR IGNORE INTO stories (id, lead, moment, source, begun)
    SELECT ?, ?, ?, ?, CAST(unixepoch(json_extract(json, '$.firstSeen'), 'subsec') * 1000 AS INTEGER) FROM contents WHERE item = ?`)
  const first = db.prepare('SELECT n, source, moment FROM items WHERE story = ? ORDER BY rank, moment, id LIMIT 1')
  const lead = db.prepare('UPDATE stories SET lead = ?, moment = ?, source = ? WHERE id = ? AND (lead <> ? OR moment <> ?)')
  const drop = db.prepare('DELETE FROM stories WHERE id = ?')
  const heads = db.prepare(`
    SELECT s.id AS story, c.item AS n, c.json FROM stories s JOIN contents c ON c.item = s.lead
    WHERE s.moment >= ? ORDER BY s.moment DESC, s.id LIMIT ?`)
  const headsOfEach = newestOfEach(db)
  const headsBegun = db.prepare(`
    SELECT s.id AS story, c.item AS n, c.json FROM stories s JOIN contents c ON c.item = s.lead
    WHERE s.begun >= ? AND s.begun < ? ORDER BY s.moment DESC, s.id`)
  const anyBegun = db.prepare('SELECT 1 FROM stories WHERE begun >= ? AND begun < ? LIMIT 1')
  const ends = db.prepare('SELECT (SELECT min(begun) FROM stories) AS first, (SELECT max(begun) FROM stories) AS last')
  const placeOf = db.prepare('SELECT story, relation FROM items WHERE id = ? AND story IS NOT NULL')
  const copies = storyCopies(db, read)

  /** A story is led by its lead, else by an item that copies nothing, else by its earliest; without items it is none. */
  function settle(story: string): void {
    const row = first.get(story)
    if (row === undefined) {
      drop.run(story)
      return
    }
    const n = numberIn(row, 'n')
    const moment = numberIn(row, 'moment')
    lead.run(n, moment, textIn(row, 'source') ?? '', story, n, moment)
  }

  function storiesOf(rows: readonly Row[]): readonly Story[] {
    const found = copies(rows.map((row) => textIn(row, 'story') ?? ''))
    return rows.map((row) => storyOf(read(row), textIn(row, 'story') ?? '', found)).filter((story) => story !== undefined)
  }

  return {
    place: ({ itemId, storyId, relation, bands: marks }) => {
      const row = byId.get(itemId)
      if (row === undefined) {
        log('warn', 'store.placed-unknown', { id: itemId })
        return
      }
      const n = numberIn(row, 'n')
      if (withdrawn.get(n) !== undefined) return
      const moment = numberIn(row, 'moment')
      const before = textIn(row, 'story')
      found.run(storyId, n, moment, textIn(row, 'source') ?? '', n)
      bands.remove(bandsIn(row), moment, n)
      bands.put(marks, moment, n)
      setPlace.run(storyId, rankOf(relation), JSON.stringify(relation), JSON.stringify(marks), n)
      settle(storyId)
      if (before !== undefined && before !== storyId) settle(before)
    },
    move: (id, moment) => {
      const row = byId.get(id)
      const n = numberIn(row, 'n')
      bands.remove(bandsIn(row), numberIn(row, 'moment'), n)
      bands.put(bandsIn(row), moment, n)
      setMoment.run(moment, n)
      const story = textIn(row, 'story')
      if (story !== undefined) settle(story)
    },
    leave: (id) => {
      const row = byId.get(id)
      const story = textIn(row, 'story')
      if (story === undefined) return undefined
      const n = numberIn(row, 'n')
      bands.remove(bandsIn(row), numberIn(row, 'moment'), n)
      clearPlace.run(n)
      settle(story)
      return story
    },
    newest: ({ limit, since, perSource }) =>
      storiesOf(perSource === undefined ? heads.all(momentOf(since), rowLimit(limit)) : headsOfEach({ limit, since, perSource })),
    begun: (from, to) => storiesOf(headsBegun.all(momentOf(from), momentOf(to))),
    hasBegun: (from, to) => anyBegun.get(momentOf(from), momentOf(to)) !== undefined,
    span: () => {
      const row = ends.get()
      return row === undefined || row['first'] === null
        ? undefined
        : { first: numberIn(row, 'first'), last: numberIn(row, 'last') }
    },
    placement: (id) => placementIn(placeOf.get(id)),
  }
}
