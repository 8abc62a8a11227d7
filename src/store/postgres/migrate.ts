import { KaynakError } from '../../model/index.ts'
import { numberIn } from '../row.ts'
import type { Place } from './place.ts'
import type { Session } from './session.ts'
import { STEPS } from './tables.ts'

/**
 * Makes the schema where it is absent and brings an older one up to date, in one transaction. Several processes may do it at once: one
 * does, the others wait for it. @returns whether there was none
 * @throws KaynakError STATE_UNUSABLE for a later version's schema, or one with another program's tables
 */
export async function migrate({ sql, transaction }: Session, { schema, name }: Place): Promise<boolean> {
  const [row] = await sql(`SELECT to_regclass($1) IS NOT NULL AS ours`, [`${schema}.version`])
  if (row?.['ours'] === true && numberIn((await sql('SELECT version FROM version'))[0], 'version') === STEPS.length) return false
  return await transaction(async (sql) => {
    await sql('SET LOCAL statement_timeout = 0') // a state of millions is brought up to date in minutes, and others wait for that
    await sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`kaynak state ${schema}`])
    await sql(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
    const [counted] = await sql(
      'SELECT count(*) AS tables, count(*) FILTER (WHERE relname = $2) AS marks FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = $3',
      [schema, 'version', 'r'],
    )
    const isOurs = numberIn(counted, 'marks') > 0
    if (!isOurs && numberIn(counted, 'tables') > 0)
      throw new KaynakError('STATE_UNUSABLE', `${name}: holds tables of another program: name another schema, as in ?schema=news`)
    if (!isOurs) await sql('CREATE TABLE version AS SELECT 0 AS version')
    const from = numberIn((await sql('SELECT version FROM version'))[0], 'version')
    if (from > STEPS.length)
      throw new KaynakError(
        'STATE_UNUSABLE',
        `${name}: was written by a later version of kaynak (schema version ${from}): update kaynak or name another schema`,
      )
    for (const step of STEPS.slice(from)) await sql(step)
    await sql('UPDATE version SET version = $1', [STEPS.length])
    return from === 0
  })
}
