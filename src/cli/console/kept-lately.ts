import { present, type SourceId, type Store } from '../../model/index.ts'
import type { LatestItem } from '../../serve/index.ts'

/** What one source brought lately. */
export type Kept = {
  /** items first seen on each of the last days, oldest first, today (UTC) last */
  readonly byDay: readonly number[]
  /** newest first */
  readonly latest: readonly LatestItem[]
}

const DAY_MS = 86_400_000
export const DAYS = 30
const LATEST = 3
/** A newsroom that keeps more than that in a month sees its newest only. */
const MOST = 10_000

/** Counts what was kept in the last 30 days, by source. One pass over the stories. */
export async function keptLately(store: Store, now: Date): Promise<ReadonlyMap<SourceId, Kept>> {
  const today = Math.floor(now.getTime() / DAY_MS)
  const since = new Date((today - DAYS + 1) * DAY_MS)
  const found = new Map<SourceId, { readonly byDay: number[]; latest: readonly LatestItem[] }>()
  for (const { lead, copies } of await store.stories({ limit: MOST, since }))
    for (const { carrier, firstSeen: at, title, url, language } of [lead, ...copies]) {
      const day = Math.floor(at.getTime() / DAY_MS) - today + DAYS - 1
      if (day < 0 || day >= DAYS) continue
      const kept = found.get(carrier.sourceId) ?? { byDay: Array.from({ length: DAYS }, () => 0), latest: [] }
      kept.byDay[day] = (kept.byDay[day] ?? 0) + 1
      const item = present({ title, url, at, language })
      kept.latest = [...kept.latest, item].toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, LATEST)
      found.set(carrier.sourceId, kept)
    }
  return found
}
