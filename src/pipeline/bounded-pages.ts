import type { HttpUrl } from '../model/index.ts'
import type { Pages } from './pages.ts'
import type { ArticleReading } from './read-article.ts'

/** How many pages one source may have read in one pass, and how long that may take, the waiting for its host included. */
export type PageBounds = { readonly most: number; readonly ms: number }

export const PAGE_BOUNDS: PageBounds = { most: 40, ms: 25_000 }

/** The article, or why there is none; `postponed`: not this time. */
export type BoundedReading = ArticleReading | { readonly kind: 'postponed' }

/** Pages for one source: beyond its bounds, and when the pass was told to end, they are left for the next time. */
export type BoundedPages = { readonly article: (url: HttpUrl) => Promise<BoundedReading> }

/** A slow host must hold up nobody but its own articles: who waits for a page gives up, whatever becomes of the page. */
export function boundedPages(pages: Pages, { most, ms }: PageBounds, signal?: AbortSignal): BoundedPages {
  const isStopped = (): boolean => signal?.aborted === true
  let asked = 0
  let endMs = Number.POSITIVE_INFINITY
  return {
    async article(url) {
      if (asked === 0) endMs = performance.now() + ms
      asked += 1
      const leftMs = endMs - performance.now()
      if (asked > most || leftMs <= 0 || isStopped()) return { kind: 'postponed' }
      const reading = await inTime(pages.article(url), leftMs)
      return isStopped() ? { kind: 'postponed' } : reading
    },
  }
}

async function inTime(reading: Promise<ArticleReading>, ms: number): Promise<BoundedReading> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<BoundedReading>((resolve) => {
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
