import type { DatabaseSync } from 'node:sqlite'
import type { StoryQuery } from '../model/index.ts'
import { momentOf, numberIn, type Row, rowLimit, textIn } from './row.ts'
import { walkOf } from './walk.ts'

/** The newest stories, at most `perSource` led by one source: rows with `story`, `n` and `json`. Costs what the answer is worth. */
export function newestOfEach(db: DatabaseSync): (query: Required<StoryQuery>) => readonly Row[] {
  const walked = db.prepare(`
    SELECT s.id AS story, c.item AS n, c.json, s.walked FROM (
      SELECT id, lead, moment, walked FROM (
        SELECT id, lead, moment, row_number() OVER (PARTITION BY source ORDER BY moment DESC, id) AS nth, count(*) OVER () AS walked
        FROM (SELECT id, lead, moment, source FROM stories WHERE moment >= ?1 ORDER BY moment DESC, id LIMIT ?4)
      ) WHERE nth <= ?2 ORDER BY moment DESC, id LIMIT ?3
    ) AS s JOIN contents c ON c.item = s.lead ORDER BY s.moment DESC, s.id`)
  const firstSource = db.prepare('SELECT min(source) AS source FROM stories')
  const nextSource = db.prepare('SELECT min(source) AS source FROM stories WHERE source > ?')
  const newest = db.prepare(
    'SELECT id, lead, moment FROM stories WHERE source = ? AND moment >= ? ORDER BY moment DESC, id LIMIT ?',
  )
  const head = db.prepare('SELECT ? AS story, item AS n, json FROM contents WHERE item = ?')

  function sources(): readonly string[] {
    const held: string[] = []
    let source = textIn(firstSource.get(), 'source')
    while (source !== undefined) {
      held.push(source)
      source = textIn(nextSource.get(source), 'source')
    }
    return held
  }

  /**
   * The walk has met a flood: every source is asked for its newest. No more sources than stories are wanted can have a part in the
   * answer, those with the newest first ones.
   */
  function ofEach(since: number, most: number, limit: number): readonly Row[] {
    const firsts = sources().flatMap((source) => {
      const row = newest.get(source, since, 1)
      return row === undefined ? [] : [{ source, row }]
    })
    const leading = firsts.toSorted((one, other) => byMoment(one.row, other.row)).slice(0, limit)
    const own = leading.flatMap(({ source }) => newest.all(source, since, most))
    const chosen = own.toSorted(byMoment).slice(0, limit)
    return chosen.map((row) => head.get(textIn(row, 'id') ?? '', numberIn(row, 'lead'))).filter((row) => row !== undefined)
  }

  return ({ limit, since, perSource }) => {
    const [from, most, wanted, walk] = [momentOf(since), rowLimit(perSource), rowLimit(limit), walkOf(limit)]
    const found = walked.all(from, most, wanted, walk)
    const isWhole = found.length === 0 || found.length >= wanted || numberIn(found[0], 'walked') < walk
    return isWhole ? found : ofEach(from, most, wanted)
  }
}

/** As both engines order stories: the newest first, then by the bytes of the id. */
function byMoment(one: Row, other: Row): number {
  return numberIn(other, 'moment') - numberIn(one, 'moment') || ((textIn(one, 'id') ?? '') < (textIn(other, 'id') ?? '') ? -1 : 1)
}
