import type { HttpUrl, Source, SourceState } from '../model/index.ts'
import { siteOf } from '../text/index.ts'
import type { Desk } from './desk.ts'
import type { PageBounds } from './pages.ts'
import type { ArticleReading } from './read-article.ts'

const PAGE_BOUNDS: PageBounds = { most: 40, ms: 25_000 }

const LONGEST_MS = 8 * 86_400_000

/** The article, or why there is none; `postponed`: not this time; `refused`: nor before the server lets us. */
export type BoundedReading = ArticleReading | { readonly kind: 'postponed' } | { readonly kind: 'refused'; readonly why: string }

/** Pages for one source: beyond its bounds, and when the pass was told to end, they are left for the next time. */
export type BoundedPages = {
  readonly article: (url: HttpUrl) => Promise<BoundedReading>
  /** the pages of the source's own site are not to be asked for before this moment */
  readonly from: () => Date | undefined
}

/**
 * A slow host must hold up nobody but its own articles: who waits for a page gives up, whatever becomes of the page. A site that
 * refuses us (429, 503) is left alone until the moment that it named, over as many passes as that takes.
 */
export function boundedPages(source: Source, previous: SourceState | undefined, desk: Desk): BoundedPages {
  const { most, ms } = desk.pageBounds ?? PAGE_BOUNDS
  const isStopped = (): boolean => desk.signal?.aborted === true
  let from = previous?.url === source.url ? possible(previous.pagesFrom, desk.now) : undefined
  let asked = 0
  let endMs = Number.POSITIVE_INFINITY
  const isOwn = (url: HttpUrl): boolean => siteOf(url) === siteOf(source.url)
  return {
    from: () => (from !== undefined && from.getTime() > desk.now.getTime() ? from : undefined),
    async article(url) {
      if (from !== undefined && from.getTime() > desk.now.getTime() && isOwn(url))
        return { kind: 'refused', why: 'its server has asked to be left alone for a while' }
      if (asked === 0) endMs = performance.now() + ms
      asked += 1
      const leftMs = endMs - performance.now()
      if (asked > most || leftMs <= 0 || isStopped()) return { kind: 'postponed' }
      const reading = await inTime(desk.pages.article(url), leftMs)
      if (isStopped()) return { kind: 'postponed' }
      if (reading.kind !== 'unread' || reading.notBefore === undefined || !isOwn(url)) return reading
      from = reading.notBefore
      return { kind: 'refused', why: reading.why }
    },
  }
}

/** A server's wait is kept up to a week; one well beyond that comes from a clock that was wrong. */
function possible(from: Date | undefined, now: Date): Date | undefined {
  return from !== undefined && from.getTime() - now.getTime() > LONGEST_MS ? undefined : from
}

async function inTime(reading: Promise<ArticleReading>, ms: number): Promise<ArticleReading | { readonly kind: 'postponed' }> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<{ readonly kind: 'postponed' }>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'postponed' }), ms)
  })
  try {
    return await Promise.race([reading, late])
  } finally {
    clearTimeout(timer)
  }
}

/** What the report says of entries whose pages were not read this time. */
export function postponedNotice(count: number): readonly string[] {
  if (count === 0) return []
  return [`${count} ${count === 1 ? 'entry waits' : 'entries wait'} for the next pass: there was no time to read more pages`]
}
