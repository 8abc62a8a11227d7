import type { Item, RevisedPart } from '../model/index.ts'
import { type WordingChange, wordingChange } from '../text/index.ts'
import type { Credited } from './credited.ts'
import { wordsPrint } from './identity.ts'

/** What a source changed of an item, and which of its words are to be taken from now on. */
export type Change = {
  /** empty when no reader would call it a change */
  readonly parts: readonly RevisedPart[]
  readonly takesTitle: boolean
  readonly takesText: boolean
}

/** Lines of a page with fewer words are dates, captions and counters, which come and go by themselves. */
const PROSE_WORDS = 6

/**
 * Compares what is offered now with what was kept. Only like is compared with like: the feed's words with the feed's, the page's with the
 * page's; a summary that got shorter, or a text that shows more of itself, corrects nothing (docs/decisions/0030).
 */
export function revisedParts(known: Item, now: Credited): Change {
  const title = titleChange(known, now)
  const text = textChange(known, now)
  const parts: RevisedPart[] = []
  if (title === 'altered' || title === 'extended') parts.push('title')
  if (text === 'altered') parts.push('text')
  if (text === 'extended') parts.push('addition')
  return { parts, takesTitle: takes(title), takesText: takes(text) }
}

function takes(change: WordingChange): boolean {
  return change === 'altered' || change === 'extended' || change === 'uncovered'
}

/** A headline without its end is another one, unless marked as cut; a question is another one than its answer; the outlet's name at its end is none of it. */
function titleChange(known: Item, { title: stated, credit }: Credited): WordingChange {
  const [before, after] = [known.title, stated].map((title) => withoutName(title, [credit.publisher, known.carrier.name]))
  if (before === undefined || after === undefined) return 'same'
  const change = wordingChange(before, after)
  if (change === 'shortened') return isMarkedCut(after) ? 'same' : 'altered'
  if (change === 'uncovered' && !isMarkedCut(before)) return 'altered'
  return change === 'same' && asks(before) !== asks(after) ? 'altered' : change
}

function isMarkedCut(title: string): boolean {
  return /(…|\.{3})\s*$/.test(title)
}

function asks(title: string): boolean {
  return /[?؟]/.test(title)
}

function withoutName(title: string, names: readonly string[]): string {
  const at = title.search(/\s[|–—-]\s[^|–—-]*$/)
  const end = at < 0 ? '' : title.slice(at + 3).trim()
  return names.some((name) => wordingChange(name, end) === 'same') ? title.slice(0, at) : title
}

function textChange(known: Item, now: Credited): WordingChange {
  if (known.isExcerpt === true) return excerptChange(known, now)
  if (known.textFrom === 'page') {
    if (now.textFrom !== 'page') return 'same' // its page was not read this time, which says nothing
    return wordingChange(prose(known.text), prose(now.text))
  }
  if (known.textFrom !== undefined && known.textFrom !== feedFrom(now))
    return now.text.length > known.text.length ? 'uncovered' : 'same' // a feed that gives whole texts from now on corrects none
  const change = wordingChange(known.text, now.feedText)
  if (now.textFrom !== 'page') return change
  return change === 'altered' || change === 'extended' ? change : 'uncovered' // the page says more than the feed ever did
}

function feedFrom({ entry }: Credited): 'summary' | 'content' {
  return entry.content === undefined ? 'summary' : 'content'
}

/**
 * Of an item that a lost state left as it was published only the first words are known, and whether all of them are those that it had:
 * what comes after the excerpt is never called a change, since nobody can tell.
 */
function excerptChange(known: Item, now: Credited): WordingChange {
  if (wordsPrint(known.title, now.text) === known.fingerprint) return 'uncovered'
  const isPage = known.textFrom === 'page'
  if (isPage && now.textFrom !== 'page') return 'same' // its page was not read this time, which says nothing
  if (!isPage && known.textFrom !== undefined && known.textFrom !== feedFrom(now)) return 'uncovered'
  const change = isPage
    ? wordingChange(opened(prose(known.text)), prose(now.text))
    : wordingChange(opened(known.text), now.feedText)
  if (known.textFrom !== undefined && (change === 'altered' || change === 'extended')) return change
  return change === 'shortened' ? 'same' : 'uncovered'
}

/** Marked as cut, so that what follows is none of its changes. */
function opened(text: string): string {
  return text.endsWith('…') ? text : `${text}…`
}

function prose(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.split(' ', PROSE_WORDS).length >= PROSE_WORDS)
    .join('\n')
}
