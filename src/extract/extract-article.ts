import { load } from 'cheerio/slim'
import { type Article, present } from '../model/index.ts'
import { cleanText, htmlTree } from '../text/index.ts'
import { articleAuthors } from './article-authors.ts'
import { articleBody } from './article-body.ts'
import { articleDates } from './article-dates.ts'
import { articleHtml } from './article-html.ts'
import { articleImage } from './article-image.ts'
import { articleKind } from './article-kind.ts'
import { articleNode } from './article-node.ts'
import { articleLicence, articleRights, type RightsHeaders } from './article-rights.ts'
import { articleText } from './article-text.ts'
import { articleTitle } from './article-title.ts'
import type { Block } from './block.ts'
import { headerLines } from './header-lines.ts'
import { isCut } from './is-cut.ts'
import { keepLines } from './keep-lines.ts'
import { leadsInside } from './leads-inside.ts'
import { headElements, readHead } from './page-head.ts'
import { rawHead } from './raw-head.ts'
import { rawLines } from './raw-lines.ts'
import { readBlocks } from './read-blocks.ts'
import { richerBody } from './richer-body.ts'
import { articleLanguage, articleSection, canonicalUrl, ownNames, siteNames } from './site-facts.ts'
import { withVisibleSources } from './source-line.ts'

/** A fetched page: its final address, its decoded markup, and the answer headers that speak of rights. */
export type Page = { readonly url: string; readonly html: string; readonly headers?: RightsHeaders }

/**
 * Finds the article on a page, with its metadata and its rights. Never throws for what a page holds; a page without an article
 * gives `kind: 'none'` and empty text. What a page does not state is absent. Time is linear in the page's length.
 */
export function extractArticle(page: Page): Article {
  const tree = htmlTree(page.html)
  const $ = load(tree.root)
  const elements = headElements($)
  const head = readHead($, elements, page.url)
  const about = articleNode(head.jsonLd, page.url)
  const sites = siteNames(head, about)
  const raw = rawHead($, elements)

  const blocks = readBlocks(tree.root)
  const headings = blocks.list.filter((block) => block.tag === 'h1').map((block) => cleanText(block.text.slice(0, 2_000)))
  const title = articleTitle(headings.slice(0, 20), head, about, sites[0])
  const inside = leadsInside(head.base)
  const body = articleBody(blocks, inside)
  const language = articleLanguage(head, about, articleText(body.blocks))
  const header = headerLines(blocks.list, textStart(body.blocks), language)
  const authors = articleAuthors($, head, about, { bylines: header.bylines, notThese: ownNames(head, sites) })

  const names = authors.flatMap((author) => (author.name === undefined ? [] : [author.name]))
  const titles = [title, head.title].filter((one) => one !== undefined)
  const known = { titles, authors: names, leadsInside: inside }
  const keep = (found: readonly Block[]): readonly Block[] => keepLines(found, known)
  const own = richerBody(keep(body.blocks), { html: page.html, about, pageProse: body.pageProse, keep })
  const kept = withVisibleSources(own, head.base)
  const text = articleText(kept)
  const kind = articleKind({ url: page.url, about, page: blocks, kept, text, pictures: blocks.picturesIn(body.span) })
  return present({
    kind,
    title,
    text,
    html: articleHtml(kept, head.base),
    authors,
    ...articleDates($, head, about, { language, header }),
    language,
    siteName: sites[0],
    section: articleSection(head, about),
    canonicalUrl: canonicalUrl(head),
    image: articleImage(head, about),
    licence: articleLicence(head, about?.['license'], page.headers),
    truncated: tree.cut || kind === 'paywall-stub' || isCut(kept),
    rights: articleRights(head, page.headers),
    raw: { ...rawLines(blocks.list, kept, body.span), head: raw },
  })
}

/** Place of the second paragraph: what stands before may still be the article's header. */
function textStart(body: readonly Block[]): number {
  const paragraphs = body.filter((block) => block.prose > 60)
  return (paragraphs[1] ?? paragraphs[0] ?? body[0])?.at ?? 0
}
