import { isDatePhrase, leadingDate } from './date-phrase.ts'
import { datelineForm, isTurkishHouse } from './dateline-form.ts'
import { leadingByline } from './leading-byline.ts'
import { isInCapitals, isPlaceName } from './place-name.ts'

/** What a dateline says, as printed. */
export type DatelineReading = {
  readonly place?: string
  readonly date?: string
  readonly agencies: readonly string[]
  readonly authors: readonly string[]
  readonly rule: string
  /** where in the text the dateline begins and the news after it begins, UTF-16 units */
  readonly start: number
  readonly end: number
}

const REACH = 600

/**
 * Reads the dateline of a text: `[By NAMES] PLACE[, REGION][/PLACE][, DATE] (AGENCY[/AGENCY]) -` and its house forms (slashes, dashes,
 * agency first, without agency), at the beginning of the text or right after a caption, a correction note or a date.
 * `title`: of the text; a repetition of it is skipped, and it is no place. Undefined where there is none.
 */
export function readDateline(text: string, title = ''): DatelineReading | undefined {
  const head = text.slice(0, REACH)
  for (const start of beginnings(head, title)) {
    const reading = readAt(head, start)
    if (reading !== undefined && reading.place !== title.trim()) return reading
  }
  return undefined
}

/** Where a text may really begin: first place first. Bounded by the reach. */
function beginnings(head: string, title: string): readonly number[] {
  const first = head.length - head.trimStart().length
  const found = [first]
  const repeated = title.length > 8 && head.startsWith(title.trim(), first) ? first + title.trim().length : first
  if (repeated > first) found.push(skipBlank(head, repeated))
  const dated = leadingDate(head.slice(repeated).trimStart())
  if (dated > 0) found.push(skipBlank(head, skipBlank(head, repeated) + dated))
  for (const match of head.matchAll(/\n\s*|[.!?…)\]»”"]['"”»)]?\s+|^\S[^\n]{0,40}?\s[-–—]{1,2}\s+/gu))
    found.push(match.index + match[0].length)
  const inCapitals = capitalsBefore(head)
  if (inCapitals !== undefined) found.push(inCapitals)
  return [...new Set(found)]
}

/** Where the capitals before brackets begin: a dateline after bullets or a headline, which end in no full stop. */
function capitalsBefore(head: string): number | undefined {
  for (const { index } of head.matchAll(/\([^()\n]{2,40}\)(?:\s?[-–—]|\s+(?=\p{Lu}))/gu)) {
    const from = Math.max(0, index - 80)
    const match = /(?:^|\s)((?:\p{Lu}[\p{Lu}.'’-]+,?[\s/]+){1,5}(?:[\p{L}\d.]+,?\s+){0,3})$/u.exec(head.slice(from, index))
    if (match !== null) return from + match.index + match[0].length - (match[1]?.length ?? 0)
  }
  return undefined
}

function skipBlank(text: string, from: number): number {
  return from + (/^[\s.]*/.exec(text.slice(from, from + 20))?.[0].length ?? 0)
}

function readAt(head: string, start: number): DatelineReading | undefined {
  const byline = leadingByline(head.slice(start))
  const from = start + byline.length
  const form = datelineForm(head.slice(from, from + 220), start === head.length - head.trimStart().length)
  if (form === undefined) return undefined
  const { before, agencies, rule } = form
  const stamped = split(before)
  const { place, date } = stamped
  const isNameless = place === '' && (agencies.length > 0 || date !== undefined || byline.length > 0)
  const reported = houseByline(place, { start, end: from + form.length, agencies: form.agencies, date })
  if (reported !== undefined) return reported
  if (start > 0 && isNameless && agencies.length > 0 && byline.length === 0 && form.isSyndicate) return undefined
  if (byline.length > 0 && !isNameless && !isPlaceName(place)) return undefined
  if (!isNameless && !isPlaceName(place)) return undefined
  if (form.isWeak && !(isInCapitals(place) || isNameless)) return undefined
  return {
    ...(place === '' ? {} : { place }),
    ...(date === undefined ? {} : { date }),
    agencies: [...new Set([...byline.agencies, ...agencies])],
    authors: [...byline.authors, ...form.authors],
    rule,
    start,
    end: from + form.length,
  }
}

type Reported = {
  readonly start: number
  readonly end: number
  readonly agencies: readonly string[]
  readonly date: string | undefined
}

/** `Ad SOYAD/İL, (DHA)-`: Turkish houses put the reporter before the place, surname in capitals. */
function houseByline(head: string, { start, end, agencies, date }: Reported): DatelineReading | undefined {
  const match = /^([^/]{3,120})\/\s*([^/]{2,40})$/u.exec(head)
  if (match === null || !agencies.some(isTurkishHouse)) return undefined
  const authors = (match[1] ?? '').split(/\s*[-–,&]\s*/u).map((name) => name.trim())
  const place = (match[2] ?? '').replace(/\s*\([^)]*\)\s*$/u, '')
  if (!isPlaceName(place) || !authors.every((name) => /^\p{Lu}\p{Ll}+\s(?:\p{Lu}[\p{L}.]*\s){0,2}\p{Lu}{2,}$/u.test(name)))
    return undefined
  return { place, ...(date === undefined ? {} : { date }), agencies, authors, rule: 'dateline-with-reporter', start, end }
}

/** The date at the end of a dateline's head, taken off: "KIRKUK, Iraq, Nov 2", "LONDON July 12", "ДАМАСК, 20 сентября." */
function split(before: string): { readonly place: string; readonly date?: string } {
  const text = trimmed(before)
  const words = [...text.matchAll(/\S+/gu)]
  for (let at = Math.max(0, words.length - 5); at < words.length; at += 1) {
    const from = words[at]?.index ?? 0
    const date = trimmed(text.slice(from))
    if (isDatePhrase(date)) return { place: trimmed(text.slice(0, from)), date: withoutWeekday(date) }
  }
  return { place: text }
}

/** The full stop of an abbreviation stays: "N.M.", "Fla." and "Washington, D.C." keep theirs, "Москва." does not. */
function trimmed(text: string): string {
  const bare = text.trim().replace(/^[\s,،.:;/–—ـ-]+|[\s,،:;/–—ـ-]+$/gu, '')
  return bare.endsWith('.') && !/(?:^|[\s.])\p{Lu}\.$|,\s\p{Lu}\p{L}{1,4}\.$/u.test(bare) ? bare.slice(0, -1) : bare
}

function withoutWeekday(date: string): string {
  const bare = date.replace(/^\p{L}+,?\s+(?=\p{L}+\.?\s+\d|\d)/u, '')
  return isDatePhrase(bare) && bare !== '' ? bare : date
}
