import type { Log } from '../../model/index.ts'
import type { OpenedStore } from '../open-sqlite-store.ts'
import { migrate } from './migrate.ts'
import { statePlace } from './place.ts'
import { postgresStore } from './postgres-store.ts'
import { openSession } from './session.ts'

/** See `openPostgresStore`, which loads this file and the driver when they are needed. */
export async function openPostgres(
  address: string,
  { log = () => undefined }: { readonly log?: Log } = {},
): Promise<OpenedStore> {
  const place = statePlace(address)
  const session = openSession(place, log)
  try {
    const isNew = await migrate(session, place)
    const store = postgresStore(session, { place, log })
    return { store, notices: isNew ? [{ kind: 'created', message: `${place.name}: begun` }] : [] }
  } catch (problem) {
    await session.close()
    throw problem
  }
}
