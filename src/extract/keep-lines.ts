import type { Block } from './block.ts'
import { FURNITURE_OPENINGS } from './furniture-phrases.ts'

/** What the page said elsewhere, so that its repetition in the text is known as one. */
export type Known = { readonly title?: string; readonly pageTitle?: string; readonly authors: readonly string[] }

/**
 * Leaves out the lines that stand among an article's paragraphs without being of it: copies of the headline, bylines and dates
 * before the text, calls and labels, lists of links, repetitions, and whatever follows the end.
 */
export function keepLines(blocks: readonly Block[], known: Known): readonly Block[] {
  const seen = new Set<string>()
  const kept = blocks.filter((block) => {
    if (isFurniture(block, known)) return false
    const words = key(block.text)
    if (words.length > 40 && seen.has(words)) return false
    seen.add(words)
    return true
  })
  return withoutLooseHeadings(kept)
}

function isFurniture(block: Block, known: Known): boolean {
  const { text, linkChars } = block
  if (!/[\p{L}\p{N}]/u.test(text)) return true
  if (isHeadline(block, known)) return true
  if (isByline(text, known) || isDateLine(text)) return true
  if (text.length < 200 && opensAsFurniture(text)) return true
  if (linkChars > text.length * 0.8 && block.tag !== 'td' && (block.tag !== 'li' || text.length < 60)) return text.length < 120
  return false
}

function isHeadline(block: Block, known: Known): boolean {
  if (block.tag === 'h1') return true
  const words = key(block.text)
  return words.length > 8 && [known.title, known.pageTitle].some((title) => title !== undefined && key(title) === words)
}

function isByline(text: string, known: Known): boolean {
  if (text.length > 120) return false
  const lower = text.toLowerCase()
  if (known.authors.some((author) => lower.includes(author.toLowerCase()) && text.length < author.length + 40)) return true
  return /^(?:by|von|por|par|oleh)\s+\p{Lu}[\p{L}.'’-]*(?:\s+\p{L}[\p{L}.'’-]*){0,4}(?:\s*[,|•·–-].{0,60})?$/u.test(text)
}

/** A line of nothing but a date, a time, a place: months and numbers, few words beside. */
function isDateLine(text: string): boolean {
  if (text.length > 60 || !/\d/.test(text)) return false
  if (/^\d{1,2}[.:]\d{2}$|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(text)) return text.length < 30
  const words = text.match(/\p{L}{2,}/gu) ?? []
  return words.length <= 6 && /\b(?:19|20)\d{2}\b/.test(text) && !/[.!?]$/.test(text) && DATE_WORD.test(text)
}

const DATE_WORD =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık)/iu

const OPENINGS = [...FURNITURE_OPENINGS.values()].flatMap((phrases) => phrases.split('|'))

function opensAsFurniture(text: string): boolean {
  const lower = text.toLowerCase().replace(/^[^\p{L}\p{N}©(@#]+/u, '')
  return OPENINGS.some((phrase) => lower.startsWith(phrase))
}

/** A heading with nothing under it announces what was left out. */
function withoutLooseHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block, at) => {
    if (!/^h[2-6]$/.test(block.tag)) return true
    const next = blocks[at + 1]
    return next !== undefined
  })
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
