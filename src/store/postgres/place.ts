import { KaynakError } from '../../model/index.ts'

/** Where a state in PostgreSQL lives. */
export type Place = {
  /** for the driver: with its password, never to be shown */
  readonly connection: string
  readonly schema: string
  /** for people: host, database and schema */
  readonly name: string
}

const PLAIN = /^[a-z_][a-z0-9_]{0,40}$/

/**
 * Reads `postgres://USER@HOST/DATABASE?schema=NAME`; without a schema it is `kaynak`.
 * @throws KaynakError USAGE for any other address, without repeating it: it may hold a password
 */
export function statePlace(address: string): Place {
  const url = URL.parse(address)
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    throw new KaynakError('USAGE', '--state: expected postgres://USER@HOST/DATABASE, got an address that cannot be read')
  const schema = url.searchParams.get('schema') ?? 'kaynak'
  if (!PLAIN.test(schema))
    throw new KaynakError('USAGE', `--state: schema: expected a plain name in lower case, got ${JSON.stringify(schema)}`)
  url.searchParams.delete('schema')
  const database = decodeURIComponent(url.pathname.slice(1)) || url.username
  return { connection: url.href, schema, name: `postgres://${url.host}/${database} (schema ${schema})` }
}
