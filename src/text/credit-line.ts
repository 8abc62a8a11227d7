import { creditDate } from './credit-date.ts'
import { type CreditWords, creditWords } from './credit-words.ts'
import { isSameName } from './is-same-name.ts'

/** What the first line of a credit may name; whatever is absent is left out. */
export type CreditLineParts = {
  readonly outlet: string
  readonly agency?: readonly string[]
  readonly authors?: readonly string[]
  /** the outlet's own date */
  readonly published?: Date
  /** language of the item, BCP 47: the words and the date are its own */
  readonly language?: string
}

/**
 * The credit as people read it: `Agency, via Outlet, by Author, September 20, 2016`, in the language of the item. Without an agency
 * the outlet stands first; an agency or an author that is the outlet is not said twice. Plain text; empty only when nothing is known.
 * @param dated how a date is worded; `creditDates()` where many lines are made
 */
export function creditLine(parts: CreditLineParts, dated: typeof creditDate = creditDate): string {
  const { outlet, authors = [], published, language } = parts
  const words = creditWords(language)
  const agencies = (parts.agency ?? []).filter((name) => !isSameName(name, outlet))
  const writers = authors.filter((name) => !isSameName(name, outlet))
  const via = agencies.length > 0 && outlet !== '' ? words.via(outlet) : outlet
  const by = writers.length === 0 ? '' : words.by(listed(writers, words))
  const date = published === undefined ? '' : dated(published, language)
  return [listed(agencies, words), via, by, date].filter((part) => part !== '').join(words.comma)
}

/** "Also reported by A, B and C", in the language given, in the order given; empty without outlets. Plain text. */
export function alsoReportedBy(outlets: readonly string[], language?: string): string {
  const words = creditWords(language)
  return outlets.length === 0 ? '' : words.alsoReportedBy(listed(outlets, words))
}

function listed(names: readonly string[], words: CreditWords): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(words.comma)}${words.and}${last}`
}
