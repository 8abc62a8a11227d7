import type { Decision, DecisionQuery } from '../../model/index.ts'
import { httpUrl } from '../../text/index.ts'
import { decisionOf } from '../decision-json.ts'
import { nameHash } from '../name-hash.ts'
import { rowLimit, textIn } from '../row.ts'
import { KEPT_PER_SOURCE, searchable } from '../searchable.ts'
import { hex } from './items.ts'
import { safeText } from './safe-text.ts'
import type { Sql } from './session.ts'

/** Writes the latest decision on each entry, and trims what a source has too many of. */
export async function putDecisions(sql: Sql, decisions: readonly Decision[]): Promise<void> {
  if (decisions.length === 0) return
  const latest = [...new Map(decisions.map((decision) => [`${decision.sourceId} ${decision.entryKey}`, decision])).values()]
  await sql(
    `INSERT INTO decisions SELECT source, decode(entry, 'hex'), at, kept, url, title, json
     FROM unnest($1::text[], $2::text[], $3::bigint[], $4::boolean[], $5::text[], $6::text[], $7::text[]) AS v(source, entry, at, kept, url, title, json)
     ORDER BY 1, 2
     ON CONFLICT (source, entry) DO UPDATE SET at = excluded.at, kept = excluded.kept, url = excluded.url, title = excluded.title, json = excluded.json`,
    [
      latest.map(({ sourceId }) => sourceId),
      latest.map(({ entryKey }) => hex(nameHash(entryKey))),
      latest.map(({ at }) => at.getTime()),
      latest.map(({ verdict }) => verdict.relevant),
      latest.map(({ url = null }) => url),
      latest.map(({ title }) => safeText(searchable(title))),
      latest.map((decision) => JSON.stringify(decision)),
    ],
  )
  await sql(
    // an index tells which they are: the rows that stay, which are wide, are not looked at
    `DELETE FROM decisions d USING unnest($1::text[]) AS asked(source) CROSS JOIN LATERAL (
       SELECT entry FROM decisions k WHERE k.source = asked.source COLLATE "C" ORDER BY at DESC, entry OFFSET ${KEPT_PER_SOURCE}
     ) AS old
     WHERE d.source = asked.source COLLATE "C" AND d.entry = old.entry`,
    [[...new Set(latest.map(({ sourceId }) => sourceId))]],
  )
}

/** Newest first. */
export async function findDecisions(sql: Sql, { sourceId, kept, about, limit }: DecisionQuery): Promise<readonly Decision[]> {
  const values: unknown[] = [rowLimit(limit)]
  const bound = (value: unknown): string => `$${values.push(value)}`
  const parts = ['TRUE']
  if (sourceId !== undefined) parts.push(`source = ${bound(sourceId)}`)
  if (kept !== undefined) parts.push(`kept = ${bound(kept)}`)
  if (about !== undefined)
    parts.push(
      `(url = ${bound(httpUrl(about) ?? null)} OR entry = decode(${bound(hex(nameHash(about)))}, 'hex') OR strpos(title, ${bound(safeText(searchable(about)))}) > 0)`,
    )
  const rows = await sql(
    `SELECT json FROM decisions WHERE ${parts.join(' AND ')} ORDER BY at DESC, source, entry LIMIT $1`,
    values,
  )
  return rows.map((row) => decisionOf(textIn(row, 'json') ?? '')).filter((decision) => decision !== undefined)
}
