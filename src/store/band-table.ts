import type { DatabaseSync } from 'node:sqlite'
import { numberIn } from './row.ts'

/** 2^28 ms, about three days: the window of likeness (72 h each way) touches three stretches at most. */
const STRETCH_MS = 2 ** 28
/** Of one band in one stretch only so many items are looked at: a flood of like items must not be compared each with each. */
const MOST_PER_BAND = 200

/** The index of likeness: which placed items carry a band, by time. */
export type BandTable = {
  readonly put: (bands: Iterable<string>, moment: number, item: number) => void
  readonly remove: (bands: Iterable<string>, moment: number, item: number) => void
  /** item -> how many of these bands it carries, of items dated from `from` up to and including `to` */
  readonly sharing: (bands: Iterable<string>, from: number, to: number) => Map<number, number>
}

/** Keyed by stretch first, so that writing and asking stay within the pages of the last days, however old the archive is. */
export function bandTable(db: DatabaseSync): BandTable {
  const put = db.prepare('INSERT OR IGNORE INTO bands VALUES (?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM bands WHERE stretch = ? AND band = ? AND moment = ? AND item = ?')
  const nextStretch = db.prepare('SELECT min(stretch) AS stretch FROM bands WHERE stretch >= ?')
  const items = db.prepare(`
    SELECT item FROM bands WHERE stretch = ? AND band = ? AND moment BETWEEN ? AND ? ORDER BY moment DESC, item LIMIT ${MOST_PER_BAND}`)
  return {
    put: (bands, moment, item) => {
      for (const band of bands) put.run(stretchOf(moment), band, moment, item)
    },
    remove: (bands, moment, item) => {
      for (const band of bands) remove.run(stretchOf(moment), band, moment, item)
    },
    sharing: (bands, from, to) => {
      const shared = new Map<number, number>()
      const asked = new Set(bands)
      let stretch = stretchOf(from)
      while (asked.size > 0 && stretch <= stretchOf(to)) {
        const next = nextStretch.get(stretch)?.['stretch'] // stretches without any item cost nothing
        if (typeof next !== 'number' || next > stretchOf(to)) break
        for (const band of asked) {
          for (const row of items.iterate(next, band, from, to)) {
            const item = numberIn(row, 'item')
            shared.set(item, (shared.get(item) ?? 0) + 1)
          }
        }
        stretch = next + 1
      }
      return shared
    },
  }
}

function stretchOf(moment: number): number {
  return Math.floor(moment / STRETCH_MS)
}
