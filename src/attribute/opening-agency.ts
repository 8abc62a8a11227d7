import { agencyMentions } from '../text/index.ts'
import { leadingDate } from './date-phrase.ts'

/** An agency that a text opens with, and where the news after it begins. */
export type OpeningAgency = { readonly agency: string; readonly start: number; readonly end: number; readonly rule: string }

/** Words that make "AP …" a name: its photograph, its president, its poll. */
const OF_THE_HOUSE =
  /^(?:photos?|news|agency|agencies|stylebook|editor|president|chief|ceo|reporter|journalist|photographer|correspondent|bureau|poll|fact|institute|foundation|writer|exclusive|interview|arabic|staff|television|tv|radio|images?|graphics?|muhabir\p{L}*|said|says)/iu

/**
 * Reads "AP - Saboteurs blew up …", "(CNN) President …" and, after a repeated headline or a date that feeds leave there, "AFP Syrian
 * regime warplanes …". The agency must stand in its own spelling before a capital letter, a figure or a quotation mark.
 */
export function openingAgency(text: string, title = ''): OpeningAgency | undefined {
  const head = text.slice(0, 500)
  const from = furniture(head, title)
  const body = head.slice(from.length)
  const [mention] = agencyMentions(body.slice(0, 60))
  if (mention === undefined || mention.start > 0 || mention.isJoined) return undefined
  const after = body.slice(mention.end)
  const dash = /^\s*[-–—:|]{1,2}\s+(?=["“«'(\p{Lu}\p{Lo}\d])/u.exec(after)
  const found = (gap: string): OpeningAgency => ({
    agency: mention.agency.name,
    start: from.length + mention.start,
    end: from.length + mention.end + gap.length,
    rule: 'opening-agency',
  })
  if (dash !== null) return found(dash[0])
  const blank = /^[\s,]+(?=["“«'\p{Lu}\d])/u.exec(after)
  if (blank === null || !mention.agency.isWire || OF_THE_HOUSE.test(after.slice(blank[0].length))) return undefined
  if (leadingDate(after.trimStart()) > 0) return found(blank[0])
  const isCapitals = mention.isSure && /^\p{Lu}+$/u.test(body.slice(0, mention.end))
  const isSentence = /^["“«']?[\p{L}\d.,'’-]+\s+(?:[\p{L}\d'’-]+\s+)?\p{Ll}/u.test(after.slice(blank[0].length)) // "REUTERS Jane Roe" signs a picture
  return from.isCertain || (isCapitals && isSentence) ? found(blank[0]) : undefined
}

/** The date and the repeated headline before a text. Certain: there was one of them. */
function furniture(head: string, title: string): { readonly length: number; readonly isCertain: boolean } {
  let at = blankAt(head, 0)
  const first = at
  for (let round = 0; round < 3; round += 1) {
    const date = leadingDate(head.slice(at))
    if (date > 0) at = blankAt(head, at + date)
    if (title.length > 8 && head.startsWith(title.trim(), at)) at = blankAt(head, at + title.trim().length)
  }
  return { length: at, isCertain: at > first }
}

function blankAt(text: string, from: number): number {
  return from + (/^[\s.,:|-]*/u.exec(text.slice(from, from + 20))?.[0].length ?? 0)
}
