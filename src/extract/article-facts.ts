import type { CheerioAPI } from 'cheerio/slim'
import { type Article, present } from '../model/index.ts'
import { cleanText } from '../text/index.ts'
import { articleAuthors } from './article-authors.ts'
import { articleDates } from './article-dates.ts'
import { articleImage } from './article-image.ts'
import { articleLicence, articleRights, type RightsHeaders, rslDocument } from './article-rights.ts'
import { articleText } from './article-text.ts'
import { articleTitle } from './article-title.ts'
import type { Block, Blocks } from './block.ts'
import { footerLines } from './footer-lines.ts'
import { headerLines } from './header-lines.ts'
import type { JsonLdNode } from './json-ld.ts'
import type { PageHead } from './page-head.ts'
import { articleLanguage, articleSection, canonicalUrl, ownNames, siteNames } from './site-facts.ts'

/** Everything about an article but its text. */
export type ArticleFacts = Omit<Article, 'kind' | 'text' | 'snippet' | 'html' | 'truncated' | 'raw'>

/** Where facts are read. */
export type FactSources = {
  readonly $: CheerioAPI
  readonly head: PageHead
  readonly about: JsonLdNode | undefined
  readonly blocks: Blocks
  /** the blocks that may be the article's */
  readonly body: readonly Block[]
  readonly headers: RightsHeaders
}

/** Reads the article's metadata and the page's rights, each by its own order of trust. What is not stated is absent. */
export function articleFacts({ $, head, about, blocks, body, headers }: FactSources): ArticleFacts {
  const sites = siteNames(head, about)
  const headings = blocks.list.filter((block) => block.tag === 'h1').slice(0, 20)
  const language = articleLanguage(head, about, articleText(body))
  const header = headerLines(blocks.list, textStart(body), language)
  const footer = footerLines(blocks.list, body.at(-1)?.at ?? 0, language)
  return present({
    title: articleTitle(
      headings.map((block) => cleanText(block.text.slice(0, 2_000))),
      head,
      { about, siteName: sites[0] },
    ),
    authors: articleAuthors($, head, about, {
      bylines: header.bylines,
      named: header.named,
      alone: header.alone,
      below: footer.bylines,
      notThese: ownNames(head, sites),
    }),
    ...articleDates($, head, about, { language, header, footer }),
    language,
    siteName: sites[0],
    section: articleSection(head, about),
    canonicalUrl: canonicalUrl(head),
    image: articleImage(head, about),
    licence: articleLicence(head, about?.['license'], headers),
    rights: articleRights(head, headers),
    rsl: rslDocument(head, headers),
  })
}

/** Place of the second paragraph: what stands before may still be the article's header. */
function textStart(body: readonly Block[]): number {
  const paragraphs = body.filter((block) => block.prose > 60)
  return (paragraphs[1] ?? paragraphs[0] ?? body[0])?.at ?? 0
}
