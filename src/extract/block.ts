import type { Element } from 'domhandler'

/** A stretch of text under the same link and emphasis. */
export type Run = {
  readonly text: string
  readonly href?: string
  readonly mark?: 'strong' | 'em' | 'code'
  /** the page keeps it out of excerpts (`data-nosnippet`) */
  readonly unshown?: true
}

/** Why a part of the page is probably not the article. Nested reasons hang on the outer one. */
export type Veto = {
  readonly reason: string
  /** the part is spared when it holds more than this share of the page's prose */
  readonly spareAbove: number
  readonly outer?: Veto
  /** prose found inside, in characters */
  prose: number
}

/** One block of text as a browser would set it on lines of its own. */
export type Block = {
  /** place in document order */
  readonly at: number
  /** the innermost block-level element around the text */
  readonly element: Element
  /** what it is set as: `p` unless a heading, list item, table cell, quotation … */
  readonly tag: string
  /** whitespace folded, never empty */
  readonly text: string
  readonly runs: readonly Run[]
  /** characters inside links */
  readonly linkChars: number
  /** characters that read like running text */
  readonly prose: number
  readonly veto?: Veto
}

/** Blocks `from` up to, not including, `to`. */
export type Span = { readonly from: number; readonly to: number }

/** The page as text blocks in document order, and which of them each block-level element holds. */
export type Blocks = {
  readonly list: readonly Block[]
  readonly spans: ReadonlyMap<Element, Span>
  /** prose of the whole page, in characters: the measure of every share */
  readonly prose: number
  /** reasons that mark most of the page's text, piece by piece: only the habit of whoever named its parts */
  readonly habits: ReadonlySet<string>
  /** how many pictures stand between the first and the last block of a span */
  readonly picturesIn: (span: Span | undefined) => number
}

/** How much of a block reads like running text, in characters: none for link lists and for crumbs of a few words. */
export function proseOf(block: { readonly text: string; readonly tag: string; readonly linkChars: number }): number {
  const length = block.text.length
  if (length < (block.tag === 'p' ? 30 : 70) || block.linkChars > length / 2 || /^h[1-6]$/.test(block.tag)) return 0
  if (
    length < 1_000 &&
    /\bcookies?\b.*\bcookies?\b|\bcookies?\b.{0,80}\b(?:website|site|browser|consent|experience)\b/i.test(block.text)
  )
    return 0
  return length - block.linkChars
}

/** Whether a reason holds for the part that it was found on: large parts are spared from small reasons. */
export function speaksAgainst(veto: Veto, pageProse: number): boolean {
  return veto.prose <= veto.spareAbove * pageProse
}

/** Whether a reason stands against the block. */
export function isVetoed(block: Block, page: Blocks): boolean {
  for (let veto = block.veto; veto !== undefined; veto = veto.outer) {
    if (speaksAgainst(veto, page.prose) && !page.habits.has(veto.reason)) return true
  }
  return false
}
