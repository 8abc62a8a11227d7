import { isSourceId, type SourceId } from '../model/index.ts'
import type { Database, Row } from './database.ts'

/** A source and the moment from which on it is to be read. */
export type Turn = { readonly source: SourceId; readonly due: Date }

export type Backlog = {
  /** sources whose turn has come */
  readonly due: number
  /** since when the first of them waits */
  readonly since?: Date
}

/**
 * When each source falls due: a copy, by host and moment, of what the states of the sources say, so that nobody has to read them all to
 * know whose turn it is. Where the copy is wrong a source is looked at once in vain; it is never read for that reason.
 */
export type Turns = {
  /** makes the list anew: these sources and no others */
  readonly list: (turns: readonly (Turn & { readonly host: string })[]) => Promise<void>
  /** hosts of which a source is due and not yet planned, the longest due first */
  readonly ripe: (now: Date, most: number) => Promise<readonly string[]>
  /** notes that these hosts are in the queue */
  readonly planned: (hosts: readonly string[], now: Date) => Promise<void>
  /** takes that note back where it stands for a minute: whoever should have read them has not */
  readonly forget: (now: Date) => Promise<void>
  readonly dueAt: (hosts: readonly string[], now: Date) => Promise<ReadonlyMap<string, readonly SourceId[]>>
  /** notes when these are due next */
  readonly put: (turns: readonly Turn[]) => Promise<void>
  /** notes that these hosts are in the queue no more */
  readonly unplanned: (hosts: readonly string[]) => Promise<void>
  readonly backlog: (now: Date) => Promise<Backlog>
}

const AT_ONCE = 5_000
/** PostgreSQL's dates end before ours do. */
const NEVER_MS = Date.UTC(9999, 0)

export function turnsIn({ schema, rows }: Database): Turns {
  const turn = `${schema}.turn`

  async function put(turns: readonly Turn[]): Promise<void> {
    const ordered = [...turns].sort((one, other) => (one.source < other.source ? -1 : 1)) // all in one order: nobody waits for each other
    await rows(
      `UPDATE ${turn} SET due = v.due, planned = NULL FROM unnest($1::text[], $2::timestamptz[]) AS v(source, due) WHERE ${turn}.source = v.source`,
      [ordered.map(({ source }) => source), ordered.map(({ due }) => moment(due))],
    )
  }

  return {
    async list(turns) {
      for (let at = 0; at < turns.length; at += AT_ONCE) {
        const piece = turns.slice(at, at + AT_ONCE)
        await rows(
          `INSERT INTO ${turn} AS t (source, host, due) SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[])
           ON CONFLICT (source) DO UPDATE SET host = excluded.host, due = excluded.due
           WHERE (t.host, t.due) IS DISTINCT FROM (excluded.host, excluded.due)`,
          [piece.map(({ source }) => source), piece.map(({ host }) => host), piece.map(({ due }) => moment(due))],
        )
      }
      await rows(
        `DELETE FROM ${turn} t WHERE NOT EXISTS (SELECT FROM unnest($1::text[]) AS kept(source) WHERE kept.source = t.source)`,
        [turns.map(({ source }) => source)],
      )
    },
    async ripe(now, most) {
      const found = await rows(
        `SELECT host FROM (SELECT host, due FROM ${turn} WHERE due <= $1 AND planned IS NULL ORDER BY due LIMIT $2) ripe GROUP BY host ORDER BY min(due), host`,
        [now, most],
      )
      return found.flatMap((row) => textIn(row, 'host'))
    },
    async planned(hosts, now) {
      await rows(`UPDATE ${turn} SET planned = now() WHERE host = ANY($1::text[]) AND due <= $2 AND planned IS NULL`, [
        hosts,
        now,
      ])
    },
    async forget(now) {
      await rows(`UPDATE ${turn} SET planned = NULL WHERE due <= $1 AND planned < now() - interval '1 minute'`, [now])
    },
    async dueAt(hosts, now) {
      const found = await rows(
        `SELECT host, source FROM ${turn} WHERE host = ANY($1::text[]) AND due <= $2 ORDER BY due, source`,
        [hosts, now],
      )
      const byHost = new Map<string, SourceId[]>()
      for (const row of found) {
        const [host = ''] = textIn(row, 'host')
        const ids = textIn(row, 'source').filter(isSourceId)
        const known = byHost.get(host)
        if (known === undefined) byHost.set(host, [...ids])
        else known.push(...ids)
      }
      return byHost
    },
    put,
    async unplanned(hosts) {
      await rows(`UPDATE ${turn} SET planned = NULL WHERE host = ANY($1::text[]) AND planned IS NOT NULL`, [hosts])
    },
    async backlog(now) {
      const [row] = await rows(`SELECT count(*)::int AS due, min(due) AS since FROM ${turn} WHERE due <= $1`, [now])
      const since = row?.['since']
      const due = row?.['due']
      return { due: typeof due === 'number' ? due : 0, ...(since instanceof Date ? { since } : {}) }
    },
  }
}

function moment(due: Date): Date {
  return new Date(Math.min(due.getTime(), NEVER_MS))
}

function textIn(row: Row, column: string): readonly string[] {
  const value = row[column]
  return typeof value === 'string' ? [value] : []
}
