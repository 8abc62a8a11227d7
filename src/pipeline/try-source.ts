import { type FetchResult, type FetchTrouble, type HttpUrl, present, type Source } from '../model/index.ts'
import type { DocumentReading, FeedLink, UnreadableCode } from '../parse/index.ts'
import type { Desk } from './desk.ts'
import { readDocument } from './read-document.ts'

/** How one reading of a source went that leaves no trace. */
export type Trial =
  | { readonly kind: 'read'; readonly document: DocumentReading; readonly movedTo?: HttpUrl }
  | { readonly kind: 'failed'; readonly code: FetchTrouble; readonly message: string; readonly status?: number }
  /** what came is no feed; `feeds`: those that it names */
  | { readonly kind: 'unreadable'; readonly code: UnreadableCode; readonly message: string; readonly feeds: readonly FeedLink[] }

/** Asks for a source as a first pass would, without validators, and reads what comes. Stores nothing; never throws for what it meets. */
export async function trySource(source: Source, desk: Desk): Promise<Trial> {
  return await trialOf(await desk.fetch({ url: source.url, purpose: 'feed' }), source, desk)
}

/** What an answer to a source's address comes to. */
export async function trialOf(answer: FetchResult, source: Source, desk: Desk): Promise<Trial> {
  if (answer.kind === 'failed')
    return present({ kind: 'failed' as const, code: answer.trouble, message: answer.message, status: answer.status })
  if (answer.kind === 'not-modified')
    return { kind: 'failed', code: 'http-status', message: 'it answered 304 Not Modified although nothing was known of it' }
  const reading = await readDocument(answer, source, desk)
  if (reading.kind === 'document') return present({ kind: 'read' as const, document: reading, movedTo: answer.movedTo })
  return { kind: 'unreadable', code: reading.code, message: reading.message, feeds: reading.hint?.feeds ?? [] }
}

/** The newest date among a document's entries; undefined when none states one. */
export function newestOf({ slips }: DocumentReading): Date | undefined {
  return slips.reduce<Date | undefined>(
    (best, { published }) => (published !== undefined && (best === undefined || published > best) ? published : best),
    undefined,
  )
}
