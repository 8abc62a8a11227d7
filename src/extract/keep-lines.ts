import { folder } from '../text/index.ts'
import type { Block } from './block.ts'
import { isBylineLine, isDateLine } from './byline-line.ts'
import { type Fold, isEndMark, isFurniture } from './is-furniture.ts'
import { followsSourceLabel, isSourceLine } from './source-line.ts'

/** What the page said elsewhere, so that its repetition in the text is known as one. */
export type Known = {
  /** the headline as the page and its head word it */
  readonly titles: readonly string[]
  readonly authors: readonly string[]
  /** whether a block's link stays on the site */
  readonly leadsInside: (block: Block) => boolean
}

type Judge = Known & { readonly headlines: ReadonlySet<string>; readonly fold: Fold }

const BEFORE_HEADLINE = 0.15
const REFRAIN = 2
const AFTER_END = 0.35

/**
 * Leaves out the lines that stand among an article's paragraphs without being of it: what precedes the headline, copies of it,
 * bylines and dates, calls and labels, lists of links, repetitions, and whatever follows a mark of the end.
 */
export function keepLines(blocks: readonly Block[], known: Known): readonly Block[] {
  const judge = { ...known, headlines: new Set(known.titles.map(key)), fold: folder().fold }
  const seen = new Set<string>()
  const menus = linkLists(blocks, judge)
  const times = timesSaid(blocks)
  const kept = blocks.slice(startOf(blocks, judge), endOf(blocks, judge)).filter((block, at, own) => {
    if (isSourceLine(block.text) || followsSourceLabel(own, at)) return true
    if (menus.has(block) || isBeside(block, judge) || (times.get(block.text) ?? 0) > REFRAIN) return false
    if (block.text.length > 50 && seen.has(block.text)) return false
    seen.add(block.text)
    return true
  })
  return withoutLooseEnds(kept, judge)
}

/** The block after the headline, when hardly any prose stands before it. */
function startOf(blocks: readonly Block[], judge: Judge): number {
  const total = proseIn(blocks)
  let before = 0
  for (const [at, block] of blocks.entries()) {
    if (isHeadline(block, judge)) return at + 1
    before += block.prose
    if (before > total * BEFORE_HEADLINE) return 0
  }
  return 0
}

/** The first mark of the end behind which little of the prose lies. */
function endOf(blocks: readonly Block[], judge: Judge): number {
  const total = proseIn(blocks)
  let behind = 0
  let end = blocks.length
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at]
    if (block === undefined) break
    if (isEndMark(block.text, judge.fold)) end = at
    behind += block.prose
    if (behind > total * AFTER_END) break
  }
  return end
}

function proseIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.prose, 0)
}

function isBeside(block: Block, judge: Judge): boolean {
  const { text, tag } = block
  if (tag === 'pre' || tag === 'td' || tag === 'th') return false
  if (!/[\p{L}\p{N}]/u.test(text)) return !/^_{3,}$/.test(text) // ___ parts the sections of an agency's story
  if (isHeadline(block, judge)) return true
  if (isFurniture(text, judge.fold) || (tag !== 'blockquote' && (isBylineLine(text, judge.authors) || isDateLine(text))))
    return true
  return isLinkLine(block) && judge.leadsInside(block)
}

function isHeadline(block: Block, judge: Judge): boolean {
  if (block.tag === 'h1' && judge.titles.length === 0) return true
  if (block.text.length > 400) return false
  const words = key(block.text)
  return words.length > 8 && judge.headlines.has(words)
}

/** A line that is nothing but a link to something else; an address in full is a statement, and an entry of a list may be one. */
function isLinkLine(block: Block): boolean {
  const { text, linkChars, tag } = block
  if (linkChars < text.length * 0.8 || text.length > 150 || /^(?:https?:\/\/|www\.)\S+$/i.test(text)) return false
  return tag === 'p'
}

/** How often each linked line of a few words stands on the page: a refrain of links is a button. */
function timesSaid(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { text, tag, linkChars } of blocks)
    if (tag === 'p' && text.length < 100 && linkChars > text.length / 2) times.set(text, (times.get(text) ?? 0) + 1)
  return times
}

/** Lists in which every entry is a link to something else. */
function linkLists(blocks: readonly Block[], judge: Judge): ReadonlySet<Block> {
  const lists = Map.groupBy(
    blocks.filter((block) => block.tag === 'li'),
    (block) => block.element.parent,
  )
  const menus = new Set<Block>()
  for (const entries of lists.values()) {
    const linked = entries.filter((entry) => entry.linkChars > entry.text.length * 0.9 && judge.leadsInside(entry))
    if (entries.length >= 3 && linked.length === entries.length) for (const entry of entries) menus.add(entry)
  }
  return menus
}

/** A heading with nothing under it announces what was left out; a last line about the author is not the story. */
function withoutLooseEnds(blocks: readonly Block[], judge: Judge): readonly Block[] {
  let end = blocks.length
  while (end > 0) {
    const block = blocks[end - 1]
    if (block === undefined || !(/^h[1-6]$/.test(block.tag) || (end > 3 && isAboutAuthor(block.text, judge.authors)))) break
    end -= 1
  }
  return blocks.slice(0, end)
}

function isAboutAuthor(text: string, authors: readonly string[]): boolean {
  if (text.length > 600) return false
  const start = text.slice(0, 80).toLowerCase()
  return authors.some((author) => {
    const at = start.indexOf(author.toLowerCase())
    return (
      at >= 0 &&
      at < 20 &&
      /^[\s,]*(?:is|was|has|covers|writes|ist|est|es|è|är|jest|–|-|—|\()/i.test(text.slice(at + author.length))
    )
  })
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
