import type { Fetch, HttpUrl } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
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
  const atHand = new Map<HttpUrl, Promise<ArticleReading>>()

  async function read(url: HttpUrl): Promise<ArticleReading> {
    const page = await readArticle(url, fetch)
    if (page.kind === 'unread' || page.article.rights.reserved || !(await isReservedByFile(url))) return page
    const { article } = page
    return { kind: 'article', article: { ...article, rights: { ...article.rights, reserved: true } } }
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
