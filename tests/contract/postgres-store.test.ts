import { Client } from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { openPostgresStore } from '../../src/store/index.ts'
import { type DatabaseServer, databaseServer } from '../helpers/database-server.ts'
import { storeContract } from './store.ts'
import type { StoreHome } from './store-home.ts'

const DOOR = new URL('../../src/store/index.ts', import.meta.url).href
/** a server that somebody else runs: each home takes a schema of its own there, and drops it */
const OUTSIDE = process.env['KAYNAK_TEST_POSTGRES_URL']

describe('openPostgresStore', () => {
  let server: DatabaseServer | undefined
  let database = OUTSIDE ?? ''
  let homes = 0
  beforeAll(async () => {
    if (OUTSIDE !== undefined) return
    server = await databaseServer()
    database = await server.fresh()
  }, 60_000)
  afterAll(async () => {
    await server?.close()
  }, 60_000)

  async function postgresHome(): Promise<StoreHome> {
    const schema = `contract_${process.pid}_${homes++}`
    const address = `${database}${database.includes('?') ? '&' : '?'}schema=${schema}`
    return {
      open: async () => (await openPostgresStore(address)).store,
      opening: `import { openPostgresStore } from ${JSON.stringify(DOOR)}\nconst { store } = await openPostgresStore(${JSON.stringify(address)})`,
      async remove() {
        const client = new Client(database)
        await client.connect()
        await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
        await client.end()
      },
    }
  }

  storeContract(postgresHome)
})
