import type { Entry, FeedInfo } from '../model/index.ts'
import { parseEntries } from './parse-entries.ts'
import { read } from './read.ts'
import type { About, Unreadable } from './reading.ts'

/** A document with all its entries. */
export type WholeDocument = {
  readonly kind: 'whole'
  readonly feed: FeedInfo
  readonly entries: readonly Entry[]
  readonly warnings: readonly string[]
}

/** Reads a feed or a sitemap and parses every entry of it. A sitemap index counts as unreadable: it has no entries of its own. */
export async function readWhole(bytes: Uint8Array, about: About): Promise<WholeDocument | Unreadable> {
  const reading = read(bytes, about)
  if (reading.kind === 'index')
    return { kind: 'unreadable', code: 'xml', message: `an index of ${reading.sitemaps.length} sitemaps` }
  if (reading.kind === 'unreadable') return reading
  const entries = await parseEntries(reading, reading.slips)
  return { kind: 'whole', feed: reading.feed, entries, warnings: reading.warnings }
}
