import { httpUrl } from '../text/index.ts'
import type { Block } from './block.ts'

const LABEL =
  /^(?:kaynak|source|sources|quelle|quellen|fuente|fonte|källa|kilde|bron|źródło|источник|джерело|المصدر|منبع|מקור|çavkanî|via)(?:\s*\/\s*\p{L}+){0,2}\s*[:：]/iu

/** Whether a line names where the text comes from: `Kaynak/Source: …`. Such a line is credit and is never left out. */
export function isSourceLine(text: string): boolean {
  return text.length < 300 && LABEL.test(text)
}

/** Whether a line only announces its source, which stands on the next one. */
export function isSourceLabel(text: string): boolean {
  return text.length < 60 && LABEL.test(text) && /[:：]$/.test(text)
}

/**
 * The block with the addresses of its links written out: a source's link must survive where only the text is kept.
 * @param base what relative addresses are relative to
 */
export function withVisibleLinks(block: Block, base: string): Block {
  const hrefs = new Set(block.runs.flatMap((run) => (run.href === undefined ? [] : [httpUrl(run.href, base)])))
  const added = [...hrefs].filter((url) => url !== undefined && !block.text.includes(url.replace(/\/$/, ''))).slice(0, 5)
  if (added.length === 0) return block
  const text = added.map((url) => ` ${url}`).join('')
  return { ...block, text: block.text + text, runs: [...block.runs, { text }] }
}
