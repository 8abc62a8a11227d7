import { type Item, present, type Source, type SourceEvent, type SourceId, type StateRow } from '../model/index.ts'

/** What an entry said the last time is not known any more: whatever it says now is compared with its item. */
const UNKNOWN = ''

type Told = { readonly sources: readonly Source[]; readonly events: ReadonlyMap<SourceId, readonly SourceEvent[]> }

/**
 * The rows of the sources of feeds.json: what befell them, and which entries they were known to list, so that a correction or a retraction
 * is seen that names no term of the topic, and so is an article that is listed no more. They have never been asked, as far as is known.
 */
export function recoveredSources(items: readonly Item[], { sources, events }: Told): readonly StateRow[] {
  const bySource = Map.groupBy(items, ({ carrier }) => carrier.sourceId)
  return sources.flatMap(({ id, url }): readonly StateRow[] => {
    const listed = (bySource.get(id) ?? []).filter(({ carrier }) => carrier.feedUrl === url) // another document is no sequel of the last one
    const seen = listed.flatMap(({ identities }) => identities[0] ?? [])
    const befell = events.get(id)
    if (seen.length === 0 && befell === undefined) return []
    const state = present({ sourceId: id, url, failures: 0, warnings: [], events: befell })
    return [{ kind: 'source', state, seen: new Map(seen.map((key) => [key, UNKNOWN])) }]
  })
}
