import type { StoryQuery } from '../../model/index.ts'
import { momentOf, numberIn, type Row, rowLimit } from '../row.ts'
import { walkOf } from '../walk.ts'
import type { Sql } from './session.ts'

type FairQuery = Required<StoryQuery>

/** The newest stories, at most `perSource` led by one source: rows with `story`, `n` and `json`. Costs what the answer is worth. */
export async function newestOfEach(sql: Sql, { limit, since, perSource }: FairQuery): Promise<readonly Row[]> {
  const bounds = [momentOf(since), rowLimit(perSource), rowLimit(limit)]
  const walk = walkOf(limit)
  const found = await sql(
    `SELECT s.id AS story, c.item AS n, c.json, s.walked FROM (
       SELECT id, lead, moment, walked FROM (
         SELECT id, lead, moment, row_number() OVER (PARTITION BY source ORDER BY moment DESC, id) AS nth, count(*) OVER () AS walked
         FROM (SELECT id, lead, moment, source FROM stories WHERE moment >= $1 ORDER BY moment DESC, id LIMIT $4) AS newest
       ) AS numbered WHERE nth <= $2 ORDER BY moment DESC, id LIMIT $3
     ) AS s JOIN contents c ON c.item = s.lead ORDER BY s.moment DESC, s.id`,
    [...bounds, walk],
  )
  const isWhole = found.length === 0 || found.length >= limit || numberIn(found[0], 'walked') < walk
  return isWhole ? found : await sql(OF_EACH, bounds)
}

/**
 * The walk has met a flood: every source is asked for its newest. No more sources than stories are wanted can have a part in the
 * answer, those with the newest first ones.
 */
const OF_EACH = `
  WITH RECURSIVE held(source) AS (
    SELECT min(source) FROM stories
    UNION ALL SELECT (SELECT min(s.source) FROM stories s WHERE s.source > held.source) FROM held WHERE held.source IS NOT NULL
  ), foremost AS (
    SELECT held.source FROM held CROSS JOIN LATERAL (
      SELECT moment, id FROM stories s WHERE s.source = held.source AND s.moment >= $1 ORDER BY s.moment DESC, s.id LIMIT 1
    ) AS first ORDER BY first.moment DESC, first.id LIMIT $3
  )
  SELECT s.id AS story, c.item AS n, c.json FROM (
    SELECT own.id, own.lead, own.moment FROM foremost CROSS JOIN LATERAL (
      SELECT id, lead, moment FROM stories s WHERE s.source = foremost.source AND s.moment >= $1 ORDER BY s.moment DESC, s.id LIMIT $2
    ) AS own ORDER BY own.moment DESC, own.id LIMIT $3
  ) AS s JOIN contents c ON c.item = s.lead ORDER BY s.moment DESC, s.id`
