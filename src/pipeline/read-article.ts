import { type Article, type Fetch, type FetchResult, type HttpUrl, present, type SiteTerms } from '../model/index.ts'

/** The article of a page, or why there is none, in one line. */
export type ArticleReading =
  | { readonly kind: 'article'; readonly article: Article }
  /** `notBefore`: its server refuses us until then, as it said */
  | { readonly kind: 'unread'; readonly why: string; readonly notBefore?: Date }

const HTML = /^\s*(text\/html|application\/xhtml\+xml)\b/i

/** Fetches a page, robots.txt respected, and finds the article on it. Never throws for what the page or its server does. */
export async function readArticle(url: HttpUrl, fetch: Fetch): Promise<ArticleReading> {
  const answer = await fetch({ url, purpose: 'article' })
  if (answer.kind === 'failed') {
    const notBefore = answer.trouble === 'rate-limited' ? answer.retryAt : undefined
    return present({ kind: 'unread' as const, why: answer.message, notBefore })
  }
  if (answer.kind === 'not-modified')
    return { kind: 'unread', why: 'the server says that it has not changed, though nothing was known of it' }
  return await articleOf(answer)
}

/** The article in an answer. */
export async function articleOf(answer: Extract<FetchResult, { kind: 'ok' }>): Promise<ArticleReading> {
  const { contentType, xRobotsTag, tdmReservation, link } = answer.headers
  if (contentType !== undefined && !HTML.test(contentType))
    return { kind: 'unread', why: 'what its address gives is not a web page' }
  const [{ decode }, { extractArticle }] = await Promise.all([import('../parse/index.ts'), import('../extract/index.ts')])
  const { text } = decode(answer.bytes, present({ contentType, kind: 'html' as const }))
  const article = await extractArticle({ url: answer.url, html: text, headers: present({ xRobotsTag, tdmReservation, link }) })
  if (article.kind === 'consent-wall') return { kind: 'unread', why: 'its page shows a consent wall instead of the article' }
  if (article.kind === 'none' || article.text === '') return { kind: 'unread', why: 'no article was found on its page' }
  return { kind: 'article', article: withTerms(article, answer.terms) }
}

/** What a page and the robots.txt of its site say together: the strictest wins; a licence nearer to the page comes first. */
function withTerms(article: Article, terms: SiteTerms | undefined): Article {
  if (terms === undefined) return article
  const { rights } = article
  const { licence } = terms
  const together = present({
    ...rights,
    reserved: rights.reserved || terms.reserved,
    noExcerpt: rights.noExcerpt || terms.noExcerpt,
    licence: rights.licence ?? licence,
  })
  return present({ ...article, rights: together, rsl: article.rsl ?? licence })
}
