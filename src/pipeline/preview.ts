import { type HttpUrl, present, type Source, type Verdict } from '../model/index.ts'
import type { DocumentReading } from '../parse/index.ts'
import type { Desk } from './desk.ts'
import { judged } from './judged.ts'

/** What would become of one entry. */
export type PreviewedEntry = {
  readonly title: string
  readonly url?: HttpUrl
  readonly published?: Date
  readonly verdict: Verdict
  /** `doubtful`: the words of the feed leave a doubt that the article's page would settle */
  readonly fate: 'kept' | 'doubtful' | 'dropped'
}

/** What a pass would make of a document now. */
export type Preview = {
  /** all entries of the document */
  readonly entries: number
  /** those that name a term of the topic, in the document's order; of the others there is nothing to say */
  readonly judged: readonly PreviewedEntry[]
}

/** Judges the entries of a document by their own words: no page is fetched, nothing is stored. */
export async function previewOf(document: DocumentReading, source: Source, desk: Desk): Promise<Preview> {
  const slips = document.slips.filter((slip) => source.relevance === 'all' || desk.topic.mayMatch(slip.text))
  const entries = await desk.parser.entries(document, slips)
  const found: PreviewedEntry[] = []
  for (const entry of entries) {
    const { verdict } = await judged(
      entry,
      { ...source, article: 'never' },
      {
        desk,
        pages: desk.pages,
        feed: document.feed,
        known: undefined,
      },
    )
    const { title = '', url, published } = entry
    found.push(present({ title, url, published, verdict, fate: fateOf(verdict) }))
  }
  return { entries: document.slips.length, judged: found }
}

function fateOf({ relevant, band }: Verdict): PreviewedEntry['fate'] {
  if (relevant) return 'kept'
  return band === 'review' ? 'doubtful' : 'dropped'
}
