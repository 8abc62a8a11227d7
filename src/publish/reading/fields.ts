import type { HttpUrl } from '../../model/index.ts'
import { httpUrl } from '../../text/index.ts'

/** An object read from a file that anybody may have written. */
export type Fields = Readonly<Record<string, unknown>>

/** The object at this key, or that the value is; an empty one for anything else, so that whatever is looked for in it is absent. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

/** The text at this key, whole letters only, at most so many characters; undefined for anything else and for an empty one. */
export function textAt(fields: Fields, key: string, most = 2_000): string | undefined {
  const value = fields[key]
  return typeof value === 'string' && value !== '' ? value.slice(0, most).toWellFormed() : undefined
}

export function numberAt(fields: Fields, key: string): number | undefined {
  const value = fields[key]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export function urlAt(fields: Fields, key: string): HttpUrl | undefined {
  const text = textAt(fields, key)
  return text === undefined ? undefined : httpUrl(text)
}

/** A moment written as ISO 8601 with a zone. */
export function dateAt(fields: Fields, key: string): Date | undefined {
  const text = textAt(fields, key, 40)
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** The members of the list at this key; none when there is no list. */
export function listAt(fields: Fields, key: string, most = 1_000): readonly unknown[] {
  const value = fields[key]
  return Array.isArray(value) ? value.slice(0, most) : []
}

export function textsAt(fields: Fields, key: string, most = 100): readonly string[] {
  return listAt(fields, key, most).flatMap((value) => textAt({ value }, 'value') ?? [])
}

/** One of a closed list of words, given as keys so that the compiler proves the list complete. */
export function wordAt<T extends string>(fields: Fields, key: string, words: Readonly<Record<T, true>>): T | undefined {
  const value = fields[key]
  return isWord(value, words) ? value : undefined
}

function isWord<T extends string>(value: unknown, words: Readonly<Record<T, true>>): value is T {
  return typeof value === 'string' && Object.hasOwn(words, value)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
