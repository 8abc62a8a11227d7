import { applyEdits, type Edit, type Node } from 'jsonc-parser'
import { appended, removed } from './edit-list.ts'
import { plainValue, readJsonText } from './json-text.ts'
import { inline, layoutOf } from './layout.ts'
import { unknownSource } from './unknown-source.ts'

/** A text of feeds.json with one thing changed and every other character as it was, or why that cannot be. */
export type SourcesEdit =
  | { readonly kind: 'edited'; readonly text: string }
  | { readonly kind: 'problem'; readonly words: string }

/** An entry as it is to stand in the file. */
export type NewEntry = { readonly id: string } & Readonly<Record<string, unknown>>

/**
 * Puts entries behind the last one of `sources`, written as their neighbour is: on one line or on several, with its indentation; keys come
 * in each entry's order. The text must be a feeds.json that can be read; an id that is taken is a problem, and nothing is put in.
 */
export function addSources(text: string, added: readonly NewEntry[]): SourcesEdit {
  const found = sourcesIn(text)
  if (found.kind === 'problem') return found
  const { list, entries } = found
  const taken = new Set(entries.map(idOf))
  for (const { id } of added) {
    if (taken.has(id)) return problem(`there is a source ${JSON.stringify(id)} already`)
    taken.add(id)
  }
  if (added.length === 0) return { kind: 'edited', text }
  const layout = layoutOf(text, list)
  return edited(text, appended(text, list, added.map(layout.entry)))
}

/** Takes the entry with this id out, and what is remarked behind it on its line. Remarks on lines of their own stay. */
export function removeSource(text: string, id: string): SourcesEdit {
  const found = entryIn(text, id)
  return found.kind === 'problem' ? found : edited(text, removed(text, found.list, found.at))
}

/** Switches the entry with this id on or off. The text stays as it is where that is so already. */
export function setEnabled(text: string, id: string, enabled: boolean): SourcesEdit {
  const found = entryIn(text, id)
  if (found.kind === 'problem') return found
  const value = propertyOf(found.node, 'enabled')
  if (value !== undefined) return edited(text, [{ offset: value.offset, length: value.length, content: String(enabled) }])
  return enabled ? { kind: 'edited', text } : edited(text, appended(text, found.node, ['"enabled": false']))
}

/**
 * Changes keys of the entry with this id, each to a new value; undefined takes a key out. Other keys, remarks and the layout stay, a new
 * key comes last, and a value that is the same already is left as it is written. The id itself cannot be changed: it is a problem.
 */
export function editSource(text: string, id: string, changes: Readonly<Record<string, unknown>>): SourcesEdit {
  if ('id' in changes) return problem('the id of a source never changes')
  let result = text
  for (const [key, value] of Object.entries(changes)) {
    const found = entryIn(result, id)
    if (found.kind === 'problem') return found
    result = applyEdits(result, [...keyEdits(result, found.node, { key, value })])
  }
  const found = entryIn(result, id)
  return found.kind === 'problem' ? found : { kind: 'edited', text: result }
}

/** The entry with this id as it stands in the file, with nothing filled in, wrong or not; undefined where there is none, or several. */
export function sourceEntry(text: string, id: string): Readonly<Record<string, unknown>> | undefined {
  const found = entryIn(text, id)
  return found.kind === 'problem' ? undefined : Object.fromEntries((found.node.children ?? []).flatMap(pairOf))
}

function pairOf({ children }: Node): readonly (readonly [string, unknown])[] {
  const [key, value] = children ?? []
  return key === undefined || value === undefined ? [] : [[String(key.value), plainValue(value)]]
}

function keyEdits(text: string, entry: Node, { key, value }: { readonly key: string; readonly value: unknown }): readonly Edit[] {
  const at = entry.children?.findIndex((property) => property.children?.[0]?.value === key) ?? -1
  const before = entry.children?.[at]?.children?.[1]
  if (value === undefined) return before === undefined ? [] : removed(text, entry, at)
  if (before === undefined) return appended(text, entry, [`${JSON.stringify(key)}: ${inline(value)}`])
  const isSame = JSON.stringify(plainValue(before)) === JSON.stringify(value)
  return isSame ? [] : [{ offset: before.offset, length: before.length, content: inline(value) }]
}

type Found =
  | { readonly kind: 'found'; readonly list: Node; readonly entries: readonly Node[] }
  | { readonly kind: 'problem'; readonly words: string }

function sourcesIn(text: string): Found {
  const { root, faults } = readJsonText(text)
  const list = root?.type === 'object' && faults.length === 0 ? propertyOf(root, 'sources') : undefined
  if (list?.type !== 'array') return problem('expected a feeds.json that can be read, with a list of sources')
  return { kind: 'found', list, entries: list.children ?? [] }
}

function entryIn(
  text: string,
  id: string,
):
  | { readonly kind: 'entry'; readonly list: Node; readonly node: Node; readonly at: number }
  | Extract<Found, { kind: 'problem' }> {
  const found = sourcesIn(text)
  if (found.kind === 'problem') return found
  const { list, entries } = found
  const places = entries.flatMap((node, at) => (idOf(node) === id ? [{ node, at }] : []))
  const [place] = places
  if (place === undefined)
    return problem(
      unknownSource(
        id,
        entries.map(idOf).filter((one) => typeof one === 'string'),
      ),
    )
  if (places.length > 1)
    return problem(
      `the id ${JSON.stringify(id)} stands in the list ${places.length} times: only a person can tell which is meant`,
    )
  return { kind: 'entry', list, ...place }
}

function idOf(entry: Node): unknown {
  return entry.type === 'object' ? propertyOf(entry, 'id')?.value : undefined
}

function propertyOf(object: Node, key: string): Node | undefined {
  return object.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1]
}

function edited(text: string, edits: readonly Edit[]): SourcesEdit {
  return { kind: 'edited', text: applyEdits(text, [...edits]) }
}

function problem(words: string): { readonly kind: 'problem'; readonly words: string } {
  return { kind: 'problem', words }
}
