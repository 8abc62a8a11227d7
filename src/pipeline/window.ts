import { itemMoment, type SourceId, type Store, type Story } from '../model/index.ts'

/** What was first seen so lately is news of its source. */
const FRESH_MS = 3 * 86_400_000
/** These few sources, when they hold so much of a full window, may be flooding it. */
const FEW = 8
const MUCH = 3 / 4

/** What the main feeds may hold. `now` tells which stories are fresh. */
export type WindowQuery = { readonly limit: number; readonly since: Date; readonly now: Date }

/**
 * The stories of the window, newest first. As a rule these are simply the newest. When a few sources fill it, though, and would
 * push out what another source brought within three days, they are cut to a quarter of the places each, to an eighth, and so on
 * until nobody's news is missing; places that stay free go to the newest again.
 */
export async function windowStories(store: Store, { limit, since, now }: WindowQuery): Promise<readonly Story[]> {
  const newest = await store.stories({ limit, since })
  if (newest.length < limit || !isCrowded(newest)) return newest
  const firsts = await store.stories({ limit: limit + 1, since, perSource: 1 })
  if (firsts.length > limit) return newest // there are more sources than places: nothing can be fair to all of them
  const fresh = firsts.filter(({ lead }) => now.getTime() - lead.firstSeen.getTime() < FRESH_MS).map(({ id }) => id)
  for (let most = Math.floor(limit / 4); isMissing(fresh, newest) && most >= 1; most = Math.floor(most / 2)) {
    const fair = await store.stories({ limit, since, perSource: most })
    if (most === 1 || !isMissing(fresh, fair)) return filledUp(fair, newest, limit)
  }
  return newest
}

function isCrowded(stories: readonly Story[]): boolean {
  const held = new Map<SourceId, number>()
  for (const { lead } of stories) held.set(lead.carrier.sourceId, (held.get(lead.carrier.sourceId) ?? 0) + 1)
  const fullest = [...held.values()].toSorted((a, b) => b - a).slice(0, FEW)
  return held.size > 0 && fullest.reduce((sum, count) => sum + count, 0) >= stories.length * MUCH
}

function isMissing(wanted: readonly string[], stories: readonly Story[]): boolean {
  const held = new Set<string>(stories.map(({ id }) => id))
  return wanted.some((id) => !held.has(id))
}

/** Both lists are newest first; so is what comes of them. */
function filledUp(fair: readonly Story[], newest: readonly Story[], limit: number): readonly Story[] {
  const chosen = new Set<string>(fair.map(({ id }) => id))
  const rest = newest.filter(({ id }) => !chosen.has(id)).slice(0, limit - fair.length)
  return [...fair, ...rest].toSorted(byMoment)
}

function byMoment(a: Story, b: Story): number {
  return itemMoment(b.lead).getTime() - itemMoment(a.lead).getTime() || (a.id < b.id ? -1 : 1)
}
