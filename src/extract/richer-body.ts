import { blocksOf } from './article-body.ts'
import type { Block } from './block.ts'
import { type JsonLdNode, textsOf } from './json-ld.ts'
import { secondOpinion } from './second-opinion.ts'

const THIN = 300
const SHARE = 0.35
const BETTER = 1.3
const FLOOR = 0.67

/** What others say the article is. */
export type Others = {
  /** the page as markup for another reader to parse */
  readonly readable: () => string
  readonly about: JsonLdNode | undefined
  /** prose of the whole page, in characters: all of it, and what nothing speaks against */
  readonly allProse: number
  readonly pageProse: number
  /** the filter that every text goes through, whoever found it */
  readonly keep: (blocks: readonly Block[]) => readonly Block[]
}

/**
 * The article's blocks, or a richer text where ours is thin: Readability's when ours is shorter than 300 characters or than 35 % of
 * the page's prose and its own is clearly longer; the page's JSON-LD `articleBody` when ours is shorter than two thirds of it and
 * the page is free to read. Never the other way round: `articleBody` is often a teaser.
 */
export function richerBody(own: readonly Block[], others: Others): readonly Block[] {
  let best = own
  if (others.allProse >= THIN && lengthOf(own) < Math.max(THIN, others.pageProse * SHARE)) {
    const content = secondOpinion(others.readable())
    const second = content === undefined ? [] : others.keep(blocksOf(content))
    if (lengthOf(second) > Math.max(lengthOf(own) * BETTER, THIN)) best = second
  }
  const stated = isFree(others.about) ? textsOf(others.about?.['articleBody'])[0] : undefined
  if (stated === undefined || lengthOf(best) >= stated.length * FLOOR) return best
  const floor = others.keep(blocksOf(stated))
  return lengthOf(best) < lengthOf(floor) * FLOOR ? floor : best
}

/** Whether the page says that its text is for subscribers only. */
export function isFree(about: JsonLdNode | undefined): boolean {
  return !/^false$/i.test(String(about?.['isAccessibleForFree'] ?? true))
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0)
}
