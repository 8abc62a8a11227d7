import { KaynakError } from '../model/index.ts'

/** Where a fleet meets: one database, and the names under which several may share it. */
export type Place = {
  readonly connection: string
  /** of the fleet's own tables */
  readonly schema: string
  /** of the queue's tables, which are pg-boss's */
  readonly queue: string
}

const PREFIX = /^[a-z_][a-z0-9_]{0,40}$/

/**
 * Reads `--state postgres://…?schema=NAME`; without a schema it is `kaynak`.
 * @throws KaynakError USAGE for an address that is none of PostgreSQL's, without ever repeating it: it may hold a password
 */
export function placeOf(state: string): Place {
  const url = URL.parse(state)
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    throw new KaynakError('USAGE', '--state: a fleet meets in a database: expected postgres://USER@HOST/DATABASE')
  const name = url.searchParams.get('schema') ?? 'kaynak'
  if (!PREFIX.test(name))
    throw new KaynakError('USAGE', `--state: schema: expected a plain name in lower case, got ${JSON.stringify(name)}`)
  url.searchParams.delete('schema')
  return { connection: url.href, schema: `${name}_fleet`, queue: `${name}_queue` }
}
