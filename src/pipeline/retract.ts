import type { Config } from '../config/index.ts'
import type { Item, WithdrawnItem } from '../model/index.ts'
import type { Desk } from './desk.ts'
import { restoredItem } from './fate.ts'
import { placeItems } from './place.ts'
import { publishStories } from './publish-stories.ts'
import type { PassReport } from './report.ts'

type Where = { readonly config: Config; readonly output: string }
type Published = NonNullable<PassReport['published']>

/**
 * Withdraws items in the operator's name and publishes at once. They stay out whatever their sources say, until this is taken back. The
 * caller holds the store's lock.
 * @param why plain text for readers
 * @throws KaynakError STATE_WRITE, STATE_UNUSABLE or OUTPUT_WRITE; after the last the next pass publishes the withdrawal
 */
export async function retractItems(
  items: readonly Item[],
  why: string,
  { desk, ...where }: Where & { readonly desk: Desk },
): Promise<Published> {
  const withdrawn = items.map(({ id }) => ({ itemId: id, at: desk.now, by: 'operator' as const, reason: why }))
  await desk.store.follow({ withdrawn })
  return await publishStories(where, desk)
}

/** Takes withdrawals back, whoever made them, and publishes at once. Lock and errors as for `retractItems`. */
export async function restoreItems(
  items: readonly WithdrawnItem[],
  { desk, ...where }: Where & { readonly desk: Desk },
): Promise<Published> {
  const restored = items.map(({ item }) => restoredItem(item, desk.now))
  await desk.store.follow({ restored })
  await placeItems(desk.store)
  return await publishStories({ ...where, restored }, desk)
}
