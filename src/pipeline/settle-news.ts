import type { Config } from '../config/index.ts'
import type { Item } from '../model/index.ts'
import type { Desk } from './desk.ts'
import { lookAgain } from './look-again.ts'
import { placeItems } from './place.ts'
import { publishStories } from './publish-stories.ts'
import type { PassReport } from './report.ts'

export type Settled = NonNullable<PassReport['published']> & { readonly copies: number; readonly withdrawn: number }

/**
 * What a pass does when its sources are read, for whoever reads them otherwise: looks again at what is listed no more, gives every
 * item its story, publishes. The caller holds the store's lock.
 * @param restored items whose withdrawal was taken back since the last time
 */
export async function settleNews(
  { config, output, restored }: { readonly config: Config; readonly output: string; readonly restored: readonly Item[] },
  desk: Desk,
): Promise<Settled> {
  const withdrawn = await lookAgain({ sources: config.sources }, desk)
  const copies = await placeItems(desk.store)
  return { ...(await publishStories({ config, output, restored }, desk)), copies, withdrawn }
}
