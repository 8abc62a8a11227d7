import type { DatabaseSync } from 'node:sqlite'
import { numberIn } from './row.ts'
import { MOST_PER_BAND, NAMED_STRETCHES, stretchOf } from './stretch.ts'

/** The index of likeness: which placed items carry a band, by time. */
export type BandTable = {
  readonly put: (bands: readonly string[], moment: number, item: number) => void
  readonly remove: (bands: readonly string[], moment: number, item: number) => void
  /** item -> how many of these bands it carries, of items dated from `from` up to and including `to` */
  readonly sharing: (bands: readonly string[], from: number, to: number) => Map<number, number>
}

/**
 * Keyed by stretch first, so that writing and asking stay within the pages of the last days, however old the archive is.
 * All bands of an item go through one statement as one JSON list: 32 statements would cost several times as much.
 */
export function bandTable(db: DatabaseSync): BandTable {
  const put = db.prepare('INSERT OR IGNORE INTO bands SELECT ?, value, ?, ? FROM json_each(?)')
  const remove = db.prepare(`
    DELETE FROM bands WHERE stretch = ? AND band IN (SELECT value FROM json_each(?)) AND moment = ? AND item = ?`)
  const nextStretch = db.prepare('SELECT min(stretch) AS stretch FROM bands WHERE stretch >= ?')
  const sharing = db.prepare(`
    SELECT found.value AS item, count(*) AS bands
    FROM json_each(?1) AS stretch CROSS JOIN json_each(?2) AS band CROSS JOIN json_each((
      SELECT json_group_array(item) FROM (
        SELECT b.item FROM bands b WHERE b.stretch = stretch.value AND b.band = band.value AND b.moment BETWEEN ?3 AND ?4
        ORDER BY b.moment DESC, b.item DESC LIMIT ${MOST_PER_BAND}
      )
    )) AS found
    GROUP BY found.value`)

  function stretchesOf(from: number, to: number): readonly number[] {
    const [first, last] = [stretchOf(from), stretchOf(to)]
    if (last - first < NAMED_STRETCHES) return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n)
    const stretches: number[] = []
    let stretch = nextStretch.get(first)?.['stretch']
    while (typeof stretch === 'number' && stretch <= last) {
      stretches.push(stretch)
      stretch = nextStretch.get(stretch + 1)?.['stretch']
    }
    return stretches
  }

  return {
    put: (bands, moment, item) => {
      if (bands.length > 0) put.run(stretchOf(moment), moment, item, listed(bands))
    },
    remove: (bands, moment, item) => {
      if (bands.length > 0) remove.run(stretchOf(moment), listed(bands), moment, item)
    },
    sharing: (bands, from, to) => {
      const rows = bands.length === 0 ? [] : sharing.all(JSON.stringify(stretchesOf(from, to)), listed(bands), from, to)
      return new Map(rows.map((row) => [numberIn(row, 'item'), numberIn(row, 'bands')]))
    },
  }
}

/** Each band once, in letters that SQLite reads back as they are. */
function listed(bands: readonly string[]): string {
  return JSON.stringify([...new Set(bands.map((band) => band.toWellFormed()))])
}
