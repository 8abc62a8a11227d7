import { type FetchResult, present, type Source } from '../model/index.ts'
import type { About, DocumentReading, How, Reading, Unreadable } from '../parse/index.ts'
import type { Desk } from './desk.ts'

type Answer = Extract<FetchResult, { kind: 'ok' }>

/** Of a sitemap index, only so many of its newest sitemaps are read: older ones hold no news. */
const MAX_SITEMAPS = 3

/** Decodes and reads what a source sent. Of a sitemap index, its newest sitemaps are fetched and read as one document. */
export async function readDocument(answer: Answer, source: Source, desk: Desk): Promise<DocumentReading | Unreadable> {
  const reading = await desk.parser.read(answer.bytes, aboutOf(answer, desk.now), howOf(source))
  return reading.kind === 'index' ? await readSitemaps(reading, source, desk) : reading
}

/** What the transport says about a body. */
function aboutOf(answer: Answer, now: Date): About {
  const { contentType, contentLanguage, contentLocation } = answer.headers
  return present({ url: answer.url, contentType, contentLanguage, contentLocation, now })
}

function howOf(source: Source): How {
  if (source.kind === 'listing' && source.select !== undefined) return { kind: 'listing', select: source.select }
  return source.kind === 'sitemap' ? { kind: 'sitemap' } : { kind: 'feed' }
}

async function readSitemaps(
  index: Extract<Reading, { kind: 'index' }>,
  source: Source,
  desk: Desk,
): Promise<DocumentReading | Unreadable> {
  const newest = index.sitemaps
    .toSorted((a, b) => (b.updated?.getTime() ?? 0) - (a.updated?.getTime() ?? 0))
    .slice(0, MAX_SITEMAPS)
  const documents: DocumentReading[] = []
  let trouble: Unreadable = { kind: 'unreadable', code: 'no-items', message: 'the sitemap index names no sitemap' }
  for (const { url } of newest) {
    const answer = await desk.fetch({ url, purpose: 'feed' })
    if (answer.kind !== 'ok') {
      trouble = {
        kind: 'unreadable',
        code: 'no-items',
        message: `the sitemap that it names could not be read: ${answer.kind === 'failed' ? answer.message : answer.kind}`,
      }
      continue
    }
    const reading = await desk.parser.read(answer.bytes, aboutOf(answer, desk.now), howOf(source))
    if (reading.kind === 'document') documents.push(reading)
    else
      trouble =
        reading.kind === 'unreadable'
          ? reading
          : { kind: 'unreadable', code: 'no-items', message: 'a sitemap index that names another index' }
  }
  const [first] = documents
  if (first === undefined) return trouble
  return {
    ...first,
    slips: documents.flatMap((document) => document.slips),
    warnings: [...new Set(documents.flatMap((document) => document.warnings))],
  }
}
