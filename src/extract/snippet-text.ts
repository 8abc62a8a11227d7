import { articleText } from './article-text.ts'
import type { Block } from './block.ts'

/** The blocks' text without what the page keeps out of excerpts (`data-nosnippet`); undefined where it keeps nothing out. */
export function snippetText(blocks: readonly Block[]): string | undefined {
  if (!blocks.some(isPartly)) return undefined
  return articleText(blocks.flatMap((block) => (isPartly(block) ? shownPart(block) : block)))
}

function isPartly(block: Block): boolean {
  return block.runs.some((run) => run.unshown === true)
}

function shownPart(block: Block): readonly Block[] {
  const runs = block.runs.filter((run) => run.unshown !== true)
  const text = runs
    .map((run) => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? [] : [{ ...block, text, runs }]
}
