import { htmlTree } from '../text/index.ts'
import { type Block, type Blocks, isVetoed, type Span } from './block.ts'
import { findCards } from './find-cards.ts'
import { findContainer } from './find-container.ts'
import { readBlocks } from './read-blocks.ts'

/** Where on the page the article stands, before its lines are looked at one by one. */
export type Body = {
  /** the blocks inside the container that nothing speaks against */
  readonly blocks: readonly Block[]
  readonly span?: Span
  /** prose of the whole page that nothing speaks against, in characters */
  readonly pageProse: number
}

/**
 * Finds the blocks that may be the article's.
 * @param leadsInside whether a block's link stays on the site
 */
export function articleBody(blocks: Blocks, leadsInside: (block: Block) => boolean): Body {
  const cards = findCards(blocks, leadsInside)
  const isKept = (block: Block): boolean => !cards.has(block) && !isVetoed(block, blocks)
  const container = findContainer(blocks, isKept)
  const kept = blocks.list.filter(isKept)
  const pageProse = kept.reduce((sum, block) => sum + block.prose, 0)
  if (container === undefined) return { blocks: [], pageProse }
  const { from, to } = container.span
  return { blocks: kept.filter((block) => block.at >= from && block.at < to), span: container.span, pageProse }
}

/** Blocks of a piece of HTML, or of plain text with a paragraph a line, that someone else took for the article. */
export function blocksOf(content: string): readonly Block[] {
  const isMarkup = /<(?:p|br|div|h[2-6])\b/i.test(content)
  const html = isMarkup
    ? content
    : content
        .split(/\n+/)
        .map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`)
        .join('')
  return readBlocks(htmlTree(html).root).list
}
