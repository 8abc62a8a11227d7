/** One row as a database gives it. */
export type Row = Readonly<Record<string, unknown>>

/** A text column, or undefined when it holds NULL or the row is absent. */
export function textIn(row: Row | undefined, column: string): string | undefined {
  const value = row?.[column]
  return typeof value === 'string' ? value : undefined
}

/** A number column that the schema says is never NULL. @throws TypeError otherwise: the query is wrong */
export function numberIn(row: Row | undefined, column: string): number {
  const value = row?.[column]
  if (typeof value !== 'number') throw new TypeError(`expected a number in column ${column}, got ${typeof value}`)
  return value
}

/** A row limit that SQL takes: a whole number of at least 0 (SQLite reads -1 as "no limit"). */
export function rowLimit(limit: number): number {
  if (Number.isNaN(limit)) return 0
  return Math.min(Math.max(Math.floor(limit), 0), Number.MAX_SAFE_INTEGER)
}

/** A bound in time as SQL takes it, in milliseconds; a date beyond all dates bounds nothing. */
export function momentOf(date: Date): number {
  const moment = date.getTime()
  return Number.isNaN(moment) ? Number.MIN_SAFE_INTEGER : moment
}
