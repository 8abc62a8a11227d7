import { type ItemId, present, type Store, type WithdrawnItem } from '../model/index.ts'
import type { Withdrawn } from '../publish/index.ts'
import { hashedName } from './hashed-name.ts'

/** So many withdrawals are told of, the newest. */
const MOST = 500

/**
 * What was withdrawn since a moment, newest first: a tombstone for each story that ended, and a line for each item whose story goes on
 * with the other outlets that carry it. What was withdrawn before it was ever published is passed over.
 */
export async function tombstones(store: Store, since: Date): Promise<readonly Withdrawn[]> {
  const told: Withdrawn[] = []
  const ended = new Map<ItemId, number>()
  for (const one of await store.withdrawals({ limit: MOST, since })) {
    const { item, storyId, goesOn } = one
    if (storyId === undefined) continue
    const at = goesOn ? undefined : ended.get(storyId)
    if (at === undefined) {
      if (!goesOn) ended.set(storyId, told.length)
      told.push(withdrawnOf(one, storyId))
    } else {
      const known = told[at]
      if (known !== undefined) told[at] = joined(known, item)
    }
  }
  return told
}

/** So many withdrawals of all times are looked through for those of the operator. */
const MOST_REMEMBERED = 2_000

/**
 * What must not be forgotten should the state be lost, newest first: what was withdrawn since a moment, and what the operator ever withdrew,
 * since that stays out for good. What names an item is hashed: it has left every file.
 */
export async function rememberedWithdrawals(store: Store, since: Date): Promise<readonly WithdrawnItem[]> {
  const all = await store.withdrawals({ limit: MOST_REMEMBERED, since: new Date(0) })
  return all
    .filter(({ withdrawal }) => withdrawal.by === 'operator' || withdrawal.at.getTime() >= since.getTime())
    .map((one) => ({ ...one, item: { ...one.item, identities: one.item.identities.map(hashedName) } }))
}

function withdrawnOf({ withdrawal, item, goesOn }: WithdrawnItem, storyId: ItemId): Withdrawn {
  const { at, by, evidence, reason } = withdrawal
  return present({
    id: storyId,
    when: at,
    by,
    evidence,
    reason,
    title: item.title,
    url: item.url,
    goesOn: goesOn ? true : undefined,
    urls: [item.url],
    sources: [item.carrier.sourceId],
    language: item.language,
  })
}

/** The last item of a story to go gives its tombstone; those that went before lend their addresses. */
function joined(known: Withdrawn, { url, carrier }: WithdrawnItem['item']): Withdrawn {
  return { ...known, urls: [...(known.urls ?? []), url], sources: [...new Set([...(known.sources ?? []), carrier.sourceId])] }
}
