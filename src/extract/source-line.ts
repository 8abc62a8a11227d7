import { httpUrl } from '../text/index.ts'
import type { Block } from './block.ts'

const LABEL =
  /^(?:kaynak|source|sources|quelle|quellen|fuente|fonte|källa|kilde|bron|źródło|источник|джерело|المصدر|منبع|מקור|çavkanî|via)(?:\s*\/\s*\p{L}+){0,2}\s*[:：]/iu

const MOST = 5

/** Whether a line names where the text comes from: `Kaynak/Source: …`. Such a line is credit and is never left out. */
export function isSourceLine(text: string): boolean {
  return text.length < 300 && LABEL.test(text)
}

/** Whether the line before only announces a source, which then stands in this one. */
export function followsSourceLabel(blocks: readonly Block[], at: number): boolean {
  const before = blocks[at - 1]?.text ?? ''
  return before.length < 60 && LABEL.test(before) && /[:：]$/.test(before)
}

/** The blocks, with the addresses written out in those that name the text's source. */
export function withVisibleSources(blocks: readonly Block[], base: string): readonly Block[] {
  return blocks.map((block, at) =>
    isSourceLine(block.text) || followsSourceLabel(blocks, at) ? withVisibleLinks(block, base) : block,
  )
}

/**
 * The block with the addresses of its links written out: a source's link must survive where only the text is kept.
 * @param base what relative addresses are relative to
 */
function withVisibleLinks(block: Block, base: string): Block {
  const hrefs = new Set(block.runs.flatMap((run) => run.href ?? []).slice(0, MOST))
  const urls = [...hrefs].map((href) => httpUrl(href, base))
  const added = urls.filter((url) => url !== undefined && !block.text.includes(url.replace(/\/$/, '')))
  if (added.length === 0) return block
  const text = added.map((url) => ` ${url}`).join('')
  return { ...block, text: block.text + text, runs: [...block.runs, { text }] }
}
