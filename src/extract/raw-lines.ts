import type { Block, Span } from './block.ts'

const LINES = 6
const MAX_LINE = 1_000

/** What the credit needs and cleaning drops: the lines around the start and the end of the article, nothing filtered. */
export type RawLines = { readonly lead: string; readonly tail: string }

/**
 * The lead runs from the headline, or from six lines before the text, through the text's first lines; the tail from the text's
 * last lines through six lines after it. Bylines, captions and "Reporting by" are in; each line is cut at 1,000 characters.
 * @param list every block of the page
 * @param body the article's own blocks
 */
export function rawLines(list: readonly Block[], body: readonly Block[], span: Span | undefined): RawLines {
  const [first, last] = [body[0], body.at(-1)]
  if (first === undefined || last === undefined || span === undefined) return { lead: '', tail: '' }
  const headline = headlineBefore(list, first.at)
  const lead = list.slice(Math.max(headline ?? first.at - LINES, 0), (body[3]?.at ?? last.at) + 1)
  const tail = list.slice(
    Math.max((body.at(-4) ?? first).at, 0),
    Math.max(last.at, Math.min(span.to - 1, last.at + LINES)) + LINES,
  )
  return { lead: lines(lead.slice(0, 3 * LINES)), tail: lines(tail.slice(0, 3 * LINES)) }
}

function headlineBefore(list: readonly Block[], at: number): number | undefined {
  for (let index = at; index >= Math.max(at - 3 * LINES, 0); index -= 1) if (list[index]?.tag === 'h1') return index
  return undefined
}

function lines(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text.slice(0, MAX_LINE)).join('\n')
}
