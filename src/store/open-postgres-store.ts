import type { Log } from '../model/index.ts'
import type { OpenedStore } from './open-sqlite-store.ts'

/**
 * Opens the state at `postgres://USER@HOST/DATABASE?schema=NAME`, making its schema where absent and bringing an older one up to date;
 * several processes may do so at once. Passwords stand in no message.
 * @throws KaynakError USAGE for another address; STATE_WRITE when the server cannot be reached; STATE_UNUSABLE when it refuses, or for a
 * later version's schema or another program's
 */
export async function openPostgresStore(address: string, options: { readonly log?: Log } = {}): Promise<OpenedStore> {
  const { openPostgres } = await import('./postgres/open.ts') // whoever has a file for a state never loads the driver
  return await openPostgres(address, options)
}
