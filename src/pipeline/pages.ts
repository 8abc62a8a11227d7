import type { Fetch, HttpUrl } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
import { licenceTerms } from './licence-terms.ts'
import { type ArticleReading, readArticle } from './read-article.ts'
import { reservationFiles } from './reservation-file.ts'

/** The pages of articles, each fetched once however many sources of a pass link to it. */
export type Pages = {
  /** The article of a page with the rights that it and its site state. Never throws for what the page or its server does. */
  readonly article: (url: HttpUrl) => Promise<ArticleReading>
}

/** How many pages one source may have read in one pass, and how long that may take, the waiting for its host included. */
export type PageBounds = { readonly most: number; readonly ms: number }

/** So many articles are kept at hand; feeds of one outlet that share an article are read within moments of each other. */
const AT_HAND = 200

export function createPages(fetch: Fetch): Pages {
  const isReservedByFile = reservationFiles(fetch, httpUrl)
  const isForbiddenBy = licenceTerms(fetch)
  const atHand = new Map<HttpUrl, Promise<ArticleReading>>()

  async function read(url: HttpUrl): Promise<ArticleReading> {
    const page = await readArticle(url, fetch)
    if (page.kind === 'unread') return page
    const { article } = page
    const { rights } = article
    const reserved = rights.reserved || (await isReservedByFile(url))
    const noExcerpt = rights.noExcerpt || (article.rsl !== undefined && (await isForbiddenBy(article.rsl, url)))
    return { kind: 'article', article: { ...article, rights: { ...rights, reserved, noExcerpt } } }
  }

  return {
    article(url) {
      const known = atHand.get(url)
      if (known !== undefined) return known
      const page = read(url)
      atHand.set(url, page)
      for (const oldest of atHand.keys()) {
        if (atHand.size <= AT_HAND) break
        atHand.delete(oldest)
      }
      return page
    },
  }
}
