import { type Entry, present } from '../model/index.ts'
import { sanitizeHtml } from '../text/index.ts'
import type { DocumentReading, Slip } from './reading.ts'
import { rssEntries } from './rss-entries.ts'
import { type StatedEntry, statedEntry } from './stated-entry.ts'

/**
 * Parses slips of a document into entries, as many and in the same order: RSS, Atom and CDF through rss-parser, from one canonical document
 * of just these. What an entry becomes does not depend on which others are parsed with it.
 */
export async function parseEntries(reading: DocumentReading, slips: readonly Slip[]): Promise<readonly Entry[]> {
  const stated = slips.flatMap((slip) => (slip.cut.kind === 'xml' ? [statedEntry(slip.cut.node, slip, reading.around)] : []))
  const parsed = (await rssEntries(stated)).values()
  return slips.map(({ cut }) => {
    if (cut.kind === 'ready') return cut.entry
    if (cut.kind === 'stated') return entryOf(cut.stated)
    return parsed.next().value ?? NOTHING
  })
}

const NOTHING: Entry = { authors: [], categories: [], enclosures: [] }

/** An entry of a JSON Feed: nothing is left to parse, only its bodies to clean. */
function entryOf(stated: StatedEntry): Entry {
  const { base, summary, content, authors, enclosures, imageCredit, source, ...rest } = stated
  return present({
    ...rest,
    summary: summary === undefined ? undefined : sanitizeHtml(summary, base) || undefined,
    content: content === undefined ? undefined : sanitizeHtml(content, base) || undefined,
    authors: authors.map((one) => present(one)),
    enclosures: enclosures.map((one) => present(one)),
    source: source === undefined ? undefined : present(source),
    imageCredit: imageCredit.length === 0 ? undefined : imageCredit,
  })
}
