import { segmenter } from './segmenter.ts'
import { sentences } from './sentences.ts'
import { countWords, wordEnds } from './word-ends.ts'

/** How long an excerpt may be. */
export type ExcerptLimits = {
  readonly words: number
  /** the largest share of the text's own words, 0 to 1 */
  readonly maxShare?: number
  /** UTF-16 units, the mark of a cut included */
  readonly maxChars?: number
  /** BCP 47; only helps to find words and sentences */
  readonly language?: string
}

/**
 * The beginning of a text in whole sentences, within every limit. Only where not even the first sentence fits is it cut, between two
 * words where it has any, never inside a grapheme, and marked with `…`. `cut`: the text goes on. Paragraphs stay lines. The same
 * text gives the same excerpt on every machine.
 */
export function excerpt(text: string, limits: ExcerptLimits): { readonly text: string; readonly cut: boolean } {
  const whole = text.trim()
  const locale = limits.language
  const words = Math.max(0, Math.floor(Math.min(limits.words, (limits.maxShare ?? 1) * shareBase(whole, limits, locale))))
  const chars = Math.max(0, limits.maxChars ?? Number.POSITIVE_INFINITY)
  if (words === 0 || chars === 0 || whole === '') return { text: '', cut: whole !== '' }
  let end = 0
  let used = 0
  for (const sentence of sentences(whole, locale)) {
    used += countWords(sentence.text, locale, words - used + 1)
    if (used > words || sentence.end > chars) break
    end = sentence.end
  }
  if (end === 0) return cutInside(whole, { words, chars, locale })
  const kept = whole.slice(0, end).trimEnd()
  return { text: kept, cut: kept.length < whole.length }
}

/** Words of the whole text are only counted where a share of them is asked for. */
function shareBase(text: string, limits: ExcerptLimits, locale: string | undefined): number {
  return limits.maxShare === undefined ? limits.words : countWords(text, locale)
}

function cutInside(
  text: string,
  limit: { readonly words: number; readonly chars: number; readonly locale: string | undefined },
): { readonly text: string; readonly cut: boolean } {
  const room = limit.chars - 1 // for the mark
  let end = 0
  let used = 0
  for (const after of wordEnds(text, limit.locale)) {
    used += 1
    if (used > limit.words || after > room) break
    end = after
  }
  if (end === 0) end = graphemesWithin(text, room, limit.locale)
  return { text: end === 0 ? '' : `${text.slice(0, end)}…`, cut: true }
}

/** A single word longer than the room: as many whole graphemes as fit. */
function graphemesWithin(text: string, room: number, locale: string | undefined): number {
  let end = 0
  for (const part of segmenter(locale, 'grapheme').segment(text)) {
    if (part.index + part.segment.length > room || /\s/.test(part.segment)) break
    end = part.index + part.segment.length
  }
  return end
}
