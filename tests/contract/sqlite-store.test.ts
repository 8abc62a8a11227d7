import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import { openSqliteStore } from '../../src/store/index.ts'
import { storeContract } from './store.ts'
import type { StoreHome } from './store-home.ts'

const DOOR = new URL('../../src/store/index.ts', import.meta.url).href

async function sqliteHome(): Promise<StoreHome> {
  const folder = await mkdtemp(join(tmpdir(), 'kaynak-store-'))
  const file = join(folder, 'state', 'kaynak.db')
  return {
    open: async () => (await openSqliteStore(file)).store,
    opening: `import { openSqliteStore } from ${JSON.stringify(DOOR)}\nconst { store } = await openSqliteStore(${JSON.stringify(file)})`,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

describe('openSqliteStore', () => {
  storeContract(sqliteHome)
})
