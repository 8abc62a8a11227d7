import { httpUrl } from '../text/index.ts'
import { type JsonLdNode, textsOf, typesOf } from './json-ld.ts'

const ARTICLE_TYPES: ReadonlyMap<string, number> = new Map([
  ['NewsArticle', 10],
  ['ReportageNewsArticle', 10],
  ['AnalysisNewsArticle', 10],
  ['OpinionNewsArticle', 10],
  ['BackgroundNewsArticle', 10],
  ['AskPublicNewsArticle', 10],
  ['ReviewNewsArticle', 10],
  ['LiveBlogPosting', 9],
  ['Article', 8],
  ['BlogPosting', 8],
  ['Report', 7],
  ['TechArticle', 7],
  ['ScholarlyArticle', 7],
  ['AdvertiserContentArticle', 7],
  ['SatiricalArticle', 7],
  ['ClaimReview', 4],
  ['VideoObject', 2],
  ['ImageGallery', 5],
  ['MediaGallery', 5],
  ['WebPage', 1],
  ['ItemPage', 1],
])

/**
 * The JSON-LD object that describes the page's article: news before blog before page; one that names this page's address before
 * one that does not; then the one that says most. Undefined when no object is about an article or a page.
 */
export function articleNode(nodes: readonly JsonLdNode[], url: string): JsonLdNode | undefined {
  let best: JsonLdNode | undefined
  let most = 0
  for (const node of nodes) {
    const rank = Math.max(...typesOf(node).map((type) => ARTICLE_TYPES.get(type) ?? 0), 0)
    if (rank === 0) continue
    const here = textsOf([node['url'], node['mainEntityOfPage'], node['@id']]).some((one) => isSamePage(one, url))
    const told = ['headline', 'datePublished', 'author', 'articleBody'].filter((key) => key in node).length
    const worth = rank + (here ? 5 : 0) + told
    if (worth > most) {
      most = worth
      best = node
    }
  }
  return best
}

/** Whether two addresses name one page: scheme, `www.`, query, fragment and a last slash do not count. */
function isSamePage(one: string, other: string): boolean {
  const [a, b] = [httpUrl(one, other), httpUrl(other)].map((url) => (url === undefined ? undefined : URL.parse(url)))
  if (!a || !b) return false
  const key = (url: URL): string => url.hostname.replace(/^www\./, '') + url.pathname.replace(/\/$/, '')
  return key(a) === key(b)
}
