import { createHash } from 'node:crypto'
import { type EntryFields, entryFields } from '../../serve/index.ts'

/** An entry of feeds.json as it stands there. */
export type RawEntry = Readonly<Record<string, unknown>>

/** What the console's form shows of an entry, wrong or not: nothing filled in. */
export function fieldsOf(entry: RawEntry): EntryFields {
  return entryFields((field) => shown(entry[field]))
}

/** The keys that a form changes, with the values that they get; undefined takes a key out. What is shown as it was stays as it is written. */
export function changesOf(entry: RawEntry, fields: EntryFields): Readonly<Record<string, unknown>> {
  const changed = Object.entries(fields).filter(([key, value]) => value !== shown(entry[key]))
  return Object.fromEntries(changed.map(([key, value]) => [key, asWritten(key, value)]))
}

/** The keys of a new entry, in the order of the documentation. */
export function newEntryOf(id: string, fields: EntryFields): { readonly id: string } & RawEntry {
  const stated = Object.entries(fields).filter(([, value]) => value !== '')
  return { id, ...Object.fromEntries(stated.map(([key, value]) => [key, asWritten(key, value)])) }
}

/** Tells one wording of an entry from another. */
export function versionOf(entry: RawEntry): string {
  return createHash('sha256').update(JSON.stringify(entry)).digest('base64url').slice(0, 22)
}

function shown(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value.trim() : JSON.stringify(value)
}

function asWritten(key: string, value: string): unknown {
  if (value === '') return undefined
  return key === 'excerptWords' && /^\d{1,9}$/.test(value) ? Number(value) : value
}
