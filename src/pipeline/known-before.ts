import type { SourceId, Store } from '../model/index.ts'
import type { Named } from './identity.ts'

/** An entry dated so long ago is old, whatever it is. */
const OLD_MS = 30 * 86_400_000

type Where = { readonly sourceId: SourceId; readonly store: Pick<Store, 'prunedAmong'>; readonly now: Date }

/**
 * Whether an entry that no stored item answers to was an item once and has been pruned since: then it is not news. An address or a dated
 * headline says so by itself. A guid does not when the entry has an address that is new, unless the entry is old: some feeds
 * give the guid of one article to the next.
 */
export async function wasPruned(entry: Named, identities: readonly string[], { sourceId, store, now }: Where): Promise<boolean> {
  const known = await store.prunedAmong(sourceId, identities)
  if (known.length === 0) return false
  if (known.some((identity) => !identity.startsWith('guid:'))) return true
  if (!identities.some((identity) => identity.startsWith('url:'))) return true
  return entry.published !== undefined && now.getTime() - entry.published.getTime() > OLD_MS
}
