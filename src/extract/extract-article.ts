import { load } from 'cheerio/slim'
import { type Article, present } from '../model/index.ts'
import { htmlTree } from '../text/index.ts'
import { articleBody } from './article-body.ts'
import { articleFacts } from './article-facts.ts'
import { articleHtml } from './article-html.ts'
import { articleKind } from './article-kind.ts'
import { articleNode } from './article-node.ts'
import type { RightsHeaders } from './article-rights.ts'
import { articleText } from './article-text.ts'
import type { Block } from './block.ts'
import { isCut } from './is-cut.ts'
import { keepLines } from './keep-lines.ts'
import { leadsInside } from './leads-inside.ts'
import { headElements, readHead } from './page-head.ts'
import { rawHead } from './raw-head.ts'
import { rawLines } from './raw-lines.ts'
import { readBlocks } from './read-blocks.ts'
import { readablePart } from './readable-part.ts'
import { richerBody } from './richer-body.ts'
import { snippetText } from './snippet-text.ts'
import { withVisibleSources } from './source-line.ts'

/** A fetched page: its final address, its decoded markup, and the answer headers that speak of rights. */
type Page = { readonly url: string; readonly html: string; readonly headers?: RightsHeaders }

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

  const blocks = readBlocks(tree.root)
  const inside = leadsInside(head.base)
  const body = articleBody(blocks, inside)
  const facts = articleFacts({ $, head, about, blocks, body: body.blocks, headers: page.headers ?? {} })
  const markup = rawHead($, elements)

  const titles = [facts.title, head.title].filter((title) => title !== undefined)
  const authors = facts.authors.flatMap((author) => (author.name === undefined ? [] : [author.name]))
  const keep = (found: readonly Block[]): readonly Block[] => keepLines(found, { titles, authors, leadsInside: inside })
  const own = keep(body.blocks)
  const readable = (): string => (tree.cut ? '' : readablePart($)) // only after everything else was read
  const kept = withVisibleSources(
    richerBody(own, { readable, about, allProse: blocks.prose, pageProse: body.pageProse, keep }),
    head.base,
  )
  const text = articleText(kept)
  const snippet = snippetText(kept)
  const kind = articleKind({
    url: page.url,
    about,
    nodes: head.jsonLd,
    page: blocks,
    text,
    pictures: blocks.picturesIn(body.span),
  })
  return present({
    ...facts,
    rights: snippet?.trim() === '' ? { ...facts.rights, noExcerpt: true } : facts.rights,
    kind,
    text,
    snippet,
    html: articleHtml(kept, head.base),
    truncated: tree.cut || kind === 'paywall-stub' || isCut(kept),
    raw: { ...rawLines(blocks.list, own, body.span), head: markup },
  })
}
