import { load } from 'cheerio/slim'
import { type Article, present } from '../model/index.ts'
import { htmlTree } from '../text/index.ts'
import { articleAuthors } from './article-authors.ts'
import { articleDates } from './article-dates.ts'
import { articleHtml } from './article-html.ts'
import { articleImage } from './article-image.ts'
import { articleNode } from './article-node.ts'
import { articleLicence, articleRights, type RightsHeaders } from './article-rights.ts'
import { articleText } from './article-text.ts'
import { articleTitle } from './article-title.ts'
import { type Block, isVetoed } from './block.ts'
import { findCards } from './find-cards.ts'
import { findContainer } from './find-container.ts'
import { keepLines } from './keep-lines.ts'
import { readHead } from './page-head.ts'
import { rawHead } from './raw-head.ts'
import { rawLines } from './raw-lines.ts'
import { readBlocks } from './read-blocks.ts'
import { articleLanguage, articleSection, canonicalUrl, siteName } from './site-facts.ts'

/** A fetched page: its final address, its decoded markup, and the answer headers that speak of rights. */
export type Page = { readonly url: string; readonly html: string; readonly headers?: RightsHeaders }

/**
 * Finds the article on a page, with its metadata and its rights. Never throws for what a page holds; a page without an article
 * gives `kind: 'none'` and empty text. Time is linear in the page's length. A promise, since the second opinion for thin results
 * is loaded only when needed.
 */
export async function extractArticle(page: Page): Promise<Article> {
  const tree = htmlTree(page.html)
  const $ = load(tree.root)
  const head = readHead($, page.url)
  const about = articleNode(head.jsonLd, page.url)
  const site = siteName(head, about)
  const title = articleTitle($, head, about, site)
  const authors = articleAuthors($, head, about, site === undefined ? [] : [site])

  const blocks = readBlocks(tree.root)
  const cards = findCards(blocks)
  const isKept = (block: Block): boolean => !cards.has(block) && !isVetoed(block, blocks.prose)
  const container = findContainer(blocks, isKept)
  const body = container === undefined ? [] : blocks.list.slice(container.span.from, container.span.to).filter(isKept)
  const kept = keepLines(
    body,
    present({ title, pageTitle: head.title, authors: authors.map((one) => one.name ?? '').filter((name) => name !== '') }),
  )
  const text = articleText(kept)
  const language = articleLanguage(head, about, text)
  return present({
    kind: text === '' ? ('none' as const) : ('article' as const),
    title,
    text,
    html: articleHtml(kept, head.base),
    authors,
    ...articleDates($, head, about, language),
    language,
    siteName: site,
    section: articleSection(head, about),
    canonicalUrl: canonicalUrl(head),
    image: articleImage(head, about),
    licence: articleLicence(head, about?.['license'], page.headers),
    truncated: tree.cut,
    rights: articleRights(head, page.headers),
    raw: { ...rawLines(blocks.list, kept, container?.span), head: rawHead($) },
  })
}
