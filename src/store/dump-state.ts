import type { DatabaseSync } from 'node:sqlite'
import { type Item, isItemId, isSourceId, type Log, present, type StateRow, type StoredItem } from '../model/index.ts'
import { decisionOf } from './decision-json.ts'
import { nameHash } from './name-hash.ts'
import { relationOf } from './relation-shape.ts'
import { numberIn, type Row, textIn } from './row.ts'
import { isText, jsonValue } from './shape.ts'
import type { SourceTable } from './source-table.ts'
import { absenceOf, withdrawalOf } from './withdrawal-json.ts'

/** So many names of pruned items go into one row. */
const NAMES_A_ROW = 200

type Tools = {
  readonly log: Log
  readonly sources: SourceTable
  readonly read: (row: Row | undefined) => Item | undefined
}

/** Every row of the state at one moment, in the order that `StateRow` names. Damaged rows are left out, and said in the log. */
export function stateDump(db: DatabaseSync, { log, sources, read }: Tools): () => Iterable<StateRow> {
  const names = db.prepare('SELECT name FROM identities WHERE item = ? ORDER BY name')

  return function* dump() {
    db.exec('BEGIN') // what is read from here on is the state of the first reading
    try {
      yield* sourceRows()
      yield* itemRows()
      yield* storyRows()
      yield* decisionRows()
      yield* prunedRows()
    } finally {
      if (db.isTransaction) db.exec('ROLLBACK')
    }
  }

  function* sourceRows(): Iterable<StateRow> {
    for (const state of sources.states().values()) {
      const seen = sources.seen(state.sourceId)
      yield { kind: 'source', state, ...(seen.size === 0 ? {} : { seen }) }
    }
  }

  function* itemRows(): Iterable<StateRow> {
    const rows = db.prepare(`
      SELECT i.n, i.id, i.story, i.relation, i.bands, c.json, w.json AS withdrawal, w.print, w.story AS left_story, a.json AS absence
      FROM items i JOIN contents c ON c.item = i.n LEFT JOIN withdrawals w ON w.item = i.n LEFT JOIN absences a ON a.item = i.n
      ORDER BY i.n`)
    for (const row of rows.iterate()) {
      const item = read(row)
      if (item !== undefined) yield storedItem(item, row)
    }
  }

  function storedItem(item: Item, row: Row): StoredItem {
    return present({
      kind: 'item' as const,
      item,
      names: ownNames(item, numberIn(row, 'n')),
      place: placeIn(row),
      withdrawn: withdrawnIn(row),
      absence: absenceOf(textIn(row, 'absence') ?? ''),
    })
  }

  /** Undefined when the item's identities say the same: as a rule they do. */
  function ownNames(item: Item, n: number): readonly string[] | undefined {
    const kept = names.all(n).map((row) => base64(row['name']))
    const own = new Set(item.identities.map((identity) => base64(nameHash(identity))))
    return kept.length === own.size && kept.every((name) => own.has(name)) ? undefined : kept.toSorted()
  }

  function* storyRows(): Iterable<StateRow> {
    for (const row of db.prepare('SELECT id, begun FROM stories ORDER BY id').iterate()) {
      const id = textIn(row, 'id') ?? ''
      if (isItemId(id)) yield { kind: 'story', id, begun: new Date(numberIn(row, 'begun')) }
    }
  }

  function* decisionRows(): Iterable<StateRow> {
    const rows = db.prepare('SELECT source, json FROM decisions ORDER BY source, at DESC, entry')
    for (const row of rows.iterate()) {
      const decision = decisionOf(textIn(row, 'json') ?? '')
      if (decision === undefined) log('warn', 'store.row-unreadable', { table: 'decisions', source: row['source'] })
      else yield { kind: 'decision', decision }
    }
  }

  function* prunedRows(): Iterable<StateRow> {
    let source = ''
    let names: string[] = []
    for (const row of db.prepare('SELECT source, name FROM pruned ORDER BY source, name').iterate()) {
      const next = textIn(row, 'source') ?? ''
      if (next !== source || names.length === NAMES_A_ROW) {
        if (isSourceId(source)) yield { kind: 'pruned', sourceId: source, names }
        source = next
        names = []
      }
      names.push(base64(row['name']))
    }
    if (isSourceId(source)) yield { kind: 'pruned', sourceId: source, names }
  }
}

function placeIn(row: Row): StoredItem['place'] {
  const storyId = textIn(row, 'story') ?? ''
  const relation = relationOf(jsonValue(textIn(row, 'relation') ?? ''))
  if (!isItemId(storyId) || relation === undefined) return undefined
  const bands = jsonValue(textIn(row, 'bands') ?? '')
  return { storyId, relation, bands: Array.isArray(bands) ? bands.filter(isText) : [] }
}

function withdrawnIn(row: Row): StoredItem['withdrawn'] {
  const withdrawal = withdrawalOf(textIn(row, 'withdrawal') ?? '')
  if (withdrawal === undefined) return undefined
  const storyId = textIn(row, 'left_story') ?? ''
  return present({ withdrawal, storyId: isItemId(storyId) ? storyId : undefined, fingerprint: textIn(row, 'print') ?? '' })
}

function base64(bytes: unknown): string {
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('base64url') : ''
}
