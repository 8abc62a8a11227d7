import type { Row } from './database.ts'

/** A text column that the schema says is never NULL. @throws TypeError otherwise: the query is wrong */
export function textIn(row: Row | undefined, column: string): string {
  const value = row?.[column]
  if (typeof value !== 'string') throw new TypeError(`expected a text in column ${column}, got ${typeof value}`)
  return value
}

/** A number column that the schema says is never NULL; a bigint comes as digits. @throws TypeError otherwise: the query is wrong */
export function numberIn(row: Row | undefined, column: string): number {
  const value = row?.[column]
  const number = typeof value === 'string' ? Number(value) : value
  if (typeof number !== 'number' || Number.isNaN(number))
    throw new TypeError(`expected a number in column ${column}, got ${typeof value}`)
  return number
}

/** A moment, or undefined where the column holds NULL. */
export function dateIn(row: Row | undefined, column: string): Date | undefined {
  const value = row?.[column]
  return value instanceof Date ? value : undefined
}
