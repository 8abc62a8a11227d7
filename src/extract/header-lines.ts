import type { Element } from 'domhandler'
import { parseDate } from '../text/index.ts'
import type { Block } from './block.ts'
import { isLabelAlone } from './byline-labels.ts'
import { datesInLine, type StatedDates, saysPublished, saysUpdated } from './dates-in-line.ts'
import { type HeaderNames, headerNames } from './header-names.ts'

const ABOVE = 4
const BELOW = 30
const FAR = 300
const LINE = 100
const WEB = Date.UTC(1991, 0, 1)

/** What the lines between the headline and the text say for readers. */
export type HeaderLines = HeaderNames & { readonly published?: Date; readonly updated?: Date }

/**
 * Reads the lines around the headline, down to where the text begins. "Updated" and its like mark a date as a change; a date in a
 * caption is the picture's. Times stated for machines (`<time datetime>`) are preferred to their wording.
 * @param list every block of the page
 * @param start place of the article's first block
 */
export function headerLines(list: readonly Block[], start: number, language: string | undefined): HeaderLines {
  const lines = linesOf(list, start)
  let published: Date | undefined
  let updated: Date | undefined
  for (const [at, block] of lines.entries()) {
    const before = lines[at - 1]?.text ?? ''
    const isLabelled = before.length < 40 && saysUpdated(before) && !saysPublished(block.text)
    const stated = datesIn(block, { language, isLabelled })
    published ??= stated.published
    updated ??= stated.updated
  }
  return {
    ...headerNames(lines),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
  }
}

/**
 * From the last headline before the text, and a few lines above it, down to the text; pictures and menus between do not count. Of a
 * long way between the two, its beginning and its end.
 */
function linesOf(list: readonly Block[], start: number): readonly Block[] {
  const lines: Block[] = []
  let headline: number | undefined
  for (let at = start - 1; at >= Math.max(headline === undefined ? start - FAR : headline - ABOVE, 0); at -= 1) {
    const block = list[at]
    if (block === undefined) continue
    if (headline === undefined && block.tag === 'h1') headline = at
    if (!isBeside(block)) lines.push(block)
  }
  const near = headline === undefined ? lines.slice(0, ABOVE) : lines
  return (near.length > 2 * BELOW ? [...near.slice(0, BELOW), ...near.slice(-BELOW)] : near).reverse()
}

/** Some call the labels of a byline captions. */
function isBeside(block: Block): boolean {
  for (let veto = block.veto; veto !== undefined; veto = veto.outer)
    if (/caption|figure|related|nav/.test(veto.reason)) return !isLabelAlone(block.text) && !LABEL.test(block.text)
  return false
}

type Stamped = { readonly exact: Date; readonly isUpdate: boolean; readonly isOnly: boolean }

/** A `<time>` says it best; one beside other words only where it is the day that they name. */
function sharper(worded: StatedDates, { exact, isUpdate, isOnly }: Stamped): StatedDates {
  if (isOnly) return isUpdate ? { updated: exact } : { published: exact }
  const { published } = worded
  return published !== undefined && Math.abs(published.getTime() - exact.getTime()) <= DAY_AND_A_HALF
    ? { ...worded, published: exact }
    : worded
}

const DAY_AND_A_HALF = 36 * 3_600_000

/** The moment for machines of a line that is a `<time>`, or holds one among few elements. */
function stampIn(element: Element, depth = 0): string | undefined {
  if (element.name === 'time') return element.attribs['datetime']
  if (depth === 3 || element.children.length > 12) return undefined
  for (const child of element.children) {
    const stamp = child.type === 'tag' ? stampIn(child, depth + 1) : undefined
    if (stamp !== undefined) return stamp
  }
  return undefined
}

const LABEL = /^(?:(?:last )?(?:updated|modified)|(?:first )?published|posted)(?: on)?:?$/iu

function datesIn(block: Block, about: { readonly language: string | undefined; readonly isLabelled: boolean }): StatedDates {
  const { text, element } = block
  if (text.length > LINE) return {}
  const reading = about.language === undefined ? {} : { language: about.language }
  const stamp = stampIn(element)
  const exact = stamp === undefined ? undefined : parseDate(stamp, reading)
  const worded = element.name === 'time' && exact !== undefined ? {} : datesInLine(text, about.language)
  const said =
    exact === undefined ? worded : sharper(worded, { exact, isUpdate: saysUpdated(text), isOnly: element.name === 'time' })
  const updated = about.isLabelled ? (said.updated ?? said.published) : said.updated
  const published = about.isLabelled ? undefined : said.published
  const isOfTheWeb = (date: Date | undefined): date is Date => date !== undefined && date.getTime() >= WEB
  return { ...(isOfTheWeb(published) ? { published } : {}), ...(isOfTheWeb(updated) ? { updated } : {}) }
}
