import type { Entry, FeedInfo, Source } from '../model/index.ts'
import { languageOf, plainText } from '../text/index.ts'
import type { Desk } from './desk.ts'

/** So much of a body is enough to tell its language by, in characters. */
const SAMPLE = 1_000

/**
 * The language of an entry, BCP 47: as the entry, the source or the feed declares it, unless its letters say otherwise; only
 * then, and where nobody declares one, the text itself is asked. The detector is loaded when the first entry needs it.
 */
export async function entryLanguage(
  entry: Entry,
  { source, feed, desk }: { readonly source: Source; readonly feed: FeedInfo; readonly desk: Desk },
): Promise<string | undefined> {
  const declared = entry.language ?? source.language ?? feed.language
  const sample = `${entry.title ?? ''}\n${plainText((entry.content ?? entry.summary ?? '').slice(0, 4 * SAMPLE)).slice(0, SAMPLE)}`
  return languageOf(sample, declared) ?? languageOf(sample, declared, await desk.detector())
}
