import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Decision, DecisionQuery, SourceId } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
import { decisionOf } from './decision-json.ts'
import { nameHash } from './name-hash.ts'
import { numberIn, rowLimit, textIn } from './row.ts'
import { KEPT_PER_SOURCE, searchable } from './searchable.ts'

/** The verdicts that `explain` looks up: the latest one on each entry. */
export type DecisionTable = {
  readonly put: (decisions: readonly Decision[]) => void
  readonly find: (query: DecisionQuery) => readonly Decision[]
}

export function decisionTable(db: DatabaseSync): DecisionTable {
  const put = db.prepare(`
    INSERT INTO decisions (source, entry, at, kept, url, title, json) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (source, entry) DO UPDATE SET
      at = excluded.at, kept = excluded.kept, url = excluded.url, title = excluded.title, json = excluded.json`)
  const firstTooMany = db.prepare('SELECT at, entry FROM decisions WHERE source = ? ORDER BY at DESC, entry LIMIT 1 OFFSET ?')
  const trim = db.prepare('DELETE FROM decisions WHERE source = ? AND (at < ? OR (at = ? AND entry >= ?))')

  function trimmed(source: SourceId): void {
    const row = firstTooMany.get(source, KEPT_PER_SOURCE)
    if (row === undefined) return
    const at = numberIn(row, 'at')
    trim.run(source, at, at, row['entry'] ?? null)
  }

  return {
    put: (decisions) => {
      for (const decision of decisions) {
        const { sourceId, entryKey, at, verdict, url = null, title } = decision
        const json = JSON.stringify(decision)
        put.run(sourceId, nameHash(entryKey), at.getTime(), verdict.relevant ? 1 : 0, url, searchable(title), json)
      }
      for (const source of new Set(decisions.map((decision) => decision.sourceId))) trimmed(source)
    },
    find: (query) => {
      const { where, values } = conditions(query)
      const sql = `SELECT json FROM decisions WHERE ${where} ORDER BY at DESC, source, entry LIMIT ?`
      const rows = db.prepare(sql).all(...values, rowLimit(query.limit))
      return rows.map((row) => decisionOf(textIn(row, 'json') ?? '')).filter((decision) => decision !== undefined)
    },
  }
}

function conditions({ sourceId, about, kept }: DecisionQuery): {
  readonly where: string
  readonly values: readonly SQLInputValue[]
} {
  const parts: string[] = ['TRUE']
  const values: SQLInputValue[] = []
  if (sourceId !== undefined) {
    parts.push('source = ?')
    values.push(sourceId)
  }
  if (kept !== undefined) {
    parts.push('kept = ?')
    values.push(kept ? 1 : 0)
  }
  if (about !== undefined) {
    parts.push('(url = ? OR entry = ? OR instr(title, ?) > 0)')
    values.push(httpUrl(about) ?? null, nameHash(about), searchable(about))
  }
  return { where: parts.join(' AND '), values }
}
