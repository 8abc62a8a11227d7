import { type HttpUrl, type ItemId, isItemId, isSourceId, type SourceId } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'

/** Whether a value read from the database is what its type says. */
export type Check<T> = (value: unknown) => value is T

/** An object with all of these fields; the compiler sees to it that none of the type's is forgotten. More fields do no harm. */
export function shape<T>(fields: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const checks: readonly (readonly [string, (value: unknown) => boolean])[] = Object.entries<(value: unknown) => boolean>(fields)
  return (value): value is T => isRecord(value) && checks.every(([key, check]) => check(value[key]))
}

/** A list whose every member passes. */
export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(check)
}

/** A field that may be absent. */
export function maybe<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value)
}

/** One of a closed list of words, given as keys so that the compiler proves the list complete. */
export function keyOf<T extends string>(words: Readonly<Record<T, true>>): Check<T> {
  return (value): value is T => typeof value === 'string' && Object.hasOwn(words, value)
}

/** Turns the ISO texts under these keys of a freshly parsed object into dates, in place; other values are left for the checks. */
export function reviveDates(value: unknown, keys: readonly string[]): void {
  if (!isRecord(value)) return
  for (const key of keys) {
    const text = value[key]
    if (typeof text === 'string') value[key] = new Date(text)
  }
}

/** The value of a JSON text, or undefined when it is none. */
export function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // a damaged row: whoever asked leaves it out and says so
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

export function isDate(value: unknown): value is Date {
  return value instanceof Date && !Number.isNaN(value.getTime())
}

export function isHttpUrl(value: unknown): value is HttpUrl {
  return typeof value === 'string' && httpUrl(value) !== undefined
}

export function isId(value: unknown): value is ItemId {
  return typeof value === 'string' && isItemId(value)
}

export function isSource(value: unknown): value is SourceId {
  return typeof value === 'string' && isSourceId(value)
}
