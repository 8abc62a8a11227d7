import type { PublishedEntry } from '../entry/published-entry.ts'
import { carrierMemory, creditMemory, itemMemory, relevanceMemory, sourceMemory } from './item-memory.ts'

/**
 * The `_kaynak` object of a JSON Feed item (docs/feeds.md): whose text it is and how that is known, why it was kept, and who
 * carried it. What is not known is undefined, which JSON leaves out. Names never change their meaning; new ones may be added.
 */
export function kaynakExtension({ story }: PublishedEntry): object {
  const { lead, copies } = story
  const { evidence } = lead.credit
  return {
    story: story.id,
    item: lead.id,
    source: sourceMemory(lead),
    credit: { ...creditMemory(lead), evidence: evidence.length === 0 ? undefined : evidence },
    relevance: relevanceMemory(lead),
    carriers: copies.length === 0 ? undefined : copies.map(carrierMemory),
    ...itemMemory(lead),
  }
}
