import type { Element } from 'domhandler'
import type { Block, Blocks } from './block.ts'

const CARD_PROSE = 650
const ENOUGH = 3
const MOST_OF_THE_PAGE = 0.75

/**
 * The blocks of teaser cards: three or more parts of one shape, each a linked headline with at most a few lines under it.
 * They stand around articles, in them and after them. A page that is made of cards (a list with an entry for each) has none.
 * @param leadsInside whether a block's link stays on the site: a teaser's does, a recommendation's need not
 */
export function findCards(blocks: Blocks, leadsInside: (block: Block) => boolean): ReadonlySet<Block> {
  const cards = new Set<Element>()
  for (const block of blocks.list) {
    if (!isLinkedTitle(block) || !leadsInside(block)) continue
    const card = cardAround(block, blocks)
    if (card !== undefined && isCardShaped(card, blocks)) cards.add(card)
  }
  const found = new Set<Block>()
  for (const alike of Map.groupBy(cards, shape).values()) {
    if (alike.length < ENOUGH) continue
    for (const card of alike) for (const block of blocksOf(card, blocks)) found.add(block)
  }
  const prose = [...found].reduce((sum, block) => sum + block.prose, 0)
  return prose > blocks.prose * MOST_OF_THE_PAGE ? new Set() : found
}

/** Cards of one list look alike: by their class, or by where they stand when they have none. */
function shape(card: Element): string {
  const parent = parentOf(card)
  return [parent?.name, parent?.attribs['class'], card.name, card.attribs['class']].join(' ').slice(0, 300)
}

function isLinkedTitle(block: Block): boolean {
  return block.text.length >= 20 && block.text.length < 250 && block.linkChars > block.text.length * 0.8
}

/** A line alone is a list's entry or a heading, not a card. */
function isCardShaped(card: Element, blocks: Blocks): boolean {
  return blocksOf(card, blocks).length > 1 && !/^h[1-6]$/.test(card.name)
}

/** The largest element around a linked headline that holds no other and little text. */
function cardAround(block: Block, blocks: Blocks): Element | undefined {
  let card: Element | undefined
  for (let at: Element | undefined = block.element; at !== undefined; at = parentOf(at)) {
    const span = blocks.spans.get(at)
    if (span !== undefined && span.to - span.from > 12) break
    const held = blocksOf(at, blocks)
    const titles = held.filter(isLinkedTitle)
    if (titles.some((title) => title !== block && title.text !== block.text)) break
    if (held.reduce((sum, one) => sum + one.prose, 0) > CARD_PROSE) break
    card = at
  }
  return card
}

function blocksOf(element: Element, blocks: Blocks): readonly Block[] {
  const span = blocks.spans.get(element)
  return span === undefined ? [] : blocks.list.slice(span.from, span.to)
}

function parentOf(element: Element): Element | undefined {
  return element.parent?.type === 'tag' ? element.parent : undefined
}
