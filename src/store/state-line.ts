import { present, type StateRow, type StoredItem } from '../model/index.ts'
import { decisionIn } from './decision-json.ts'
import { itemIn } from './item-json.ts'
import { relationOf } from './relation-shape.ts'
import { isDate, isId, isRecord, isSource, isText, jsonValue, listOf, reviveDates } from './shape.ts'
import { stateIn } from './state-json.ts'
import { absenceIn, withdrawalIn } from './withdrawal-json.ts'

/** A row of a state as one line of JSON, without its end; `seen` is a list of key, print, key, print, … */
export function stateLine(row: StateRow): string {
  if (row.kind !== 'source') return JSON.stringify(row)
  const { seen, ...rest } = row
  return JSON.stringify(present({ ...rest, seen: seen === undefined ? undefined : [...seen].flat() }))
}

/** The row that a line holds; undefined when it holds none, or one with a field that is not what it should be. */
export function stateRowOf(line: string): StateRow | undefined {
  const value = jsonValue(line)
  if (!isRecord(value)) return undefined
  switch (value['kind']) {
    case 'source':
      return sourceRow(value)
    case 'item':
      return itemRow(value)
    case 'story':
      return storyRow(value)
    case 'decision': {
      const decision = decisionIn(value['decision'])
      return decision === undefined ? undefined : { kind: 'decision', decision }
    }
    case 'pruned': {
      const { sourceId, names } = value
      return isSource(sourceId) && areNames(names) ? { kind: 'pruned', sourceId, names } : undefined
    }
    default:
      return undefined
  }
}

type Fields = Record<string, unknown>
const areTexts = listOf(isText)

function sourceRow({ state, seen }: Fields): StateRow | undefined {
  const read = stateIn(state)
  if (read === undefined) return undefined
  if (seen === undefined) return { kind: 'source', state: read }
  if (!areTexts(seen) || seen.length % 2 !== 0) return undefined
  return { kind: 'source', state: read, seen: new Map(pairs(seen)) }
}

function* pairs(flat: readonly string[]): Iterable<readonly [string, string]> {
  for (let at = 0; at < flat.length; at += 2) yield [flat[at] ?? '', flat[at + 1] ?? '']
}

function itemRow(value: Fields): StoredItem | undefined {
  const item = itemIn(value['item'])
  const { names } = value
  const place = placeOf(value['place'])
  const withdrawn = withdrawnOf(value['withdrawn'])
  const absence = value['absence'] === undefined ? undefined : (absenceIn(value['absence']) ?? 'bad')
  if (item === undefined || place === 'bad' || withdrawn === 'bad' || absence === 'bad') return undefined
  if (names !== undefined && !areNames(names)) return undefined
  if (place !== undefined && withdrawn !== undefined) return undefined
  if ((withdrawn?.withdrawal.itemId ?? item.id) !== item.id || (absence?.itemId ?? item.id) !== item.id) return undefined
  return present({ kind: 'item' as const, item, names, place, withdrawn, absence })
}

function placeOf(value: unknown): StoredItem['place'] | 'bad' {
  if (value === undefined) return undefined
  if (!isRecord(value)) return 'bad'
  const { storyId, bands } = value
  const relation = relationOf(value['relation'])
  return isId(storyId) && areTexts(bands) && relation !== undefined ? { storyId, relation, bands } : 'bad'
}

function withdrawnOf(value: unknown): StoredItem['withdrawn'] | 'bad' {
  if (value === undefined) return undefined
  if (!isRecord(value)) return 'bad'
  const { storyId, fingerprint } = value
  const withdrawal = withdrawalIn(value['withdrawal'])
  if (withdrawal === undefined || !isText(fingerprint) || !(storyId === undefined || isId(storyId))) return 'bad'
  return present({ withdrawal, storyId, fingerprint })
}

function storyRow(value: Fields): StateRow | undefined {
  reviveDates(value, ['begun'])
  const { id, begun } = value
  return isId(id) && isDate(begun) ? { kind: 'story', id, begun } : undefined
}

/** Hashes of names, 16 bytes each. */
function areNames(value: unknown): value is readonly string[] {
  return areTexts(value) && value.every((name) => /^[\w-]{22}$/.test(name))
}
