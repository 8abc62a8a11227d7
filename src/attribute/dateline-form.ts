import { agencyMentions, agencyNamed } from '../text/index.ts'
import { creditList } from './credit-list.ts'
import { isDatePhrase } from './date-phrase.ts'
import { isDefinition } from './is-definition.ts'
import { isInCapitals, isPlaceName } from './place-name.ts'

/** A dateline's agency, and what stands before it. */
export type DatelineForm = {
  /** place and date, not yet read */
  readonly before: string
  readonly agencies: readonly string[]
  readonly authors: readonly string[]
  readonly rule: string
  /** units up to where the news begins */
  readonly length: number
  /** only a place in capitals makes this form a dateline */
  readonly isWeak: boolean
  /** the agencies are outlets that are only credited like agencies */
  readonly isSyndicate?: boolean
}

const SEPARATOR = /^\s*[.,:]?\s*(?:[-–—_ـ]+|\.-|:)[\s.]*/u

/** The form of the dateline that a text opens with. `isFirst`: the very beginning, where weaker forms count too. */
export function datelineForm(text: string, isFirst: boolean): DatelineForm | undefined {
  return (
    bracketForm(text, isFirst) ??
    slashForm(text) ??
    xinhuaForm(text) ??
    (isFirst ? agencyFirstForm(text) : undefined) ??
    (isFirst || /^[\p{L}\s,.]{2,40}[-–—/]/u.test(text) ? joinedForm(text) : undefined) ??
    (isFirst ? dateForm(text) : undefined)
  )
}

/** `PLACE, DATE (AGENCY/AGENCY) -`, `(AGENCY) - PLACE, DATE -`, `PLACE () -`. */
function bracketForm(text: string, isFirst: boolean): DatelineForm | undefined {
  const match = /^([^()\n]{0,110})\(([^()\n]{0,60})\)/u.exec(text)
  if (match === null) return undefined
  const [whole, before = '', inside = ''] = match
  const list = creditList(inside)
  const isEmpty = inside.trim() === ''
  if (!isEmpty && (list.agencies.length === 0 || list.others.length > 0)) return undefined
  if (isDefinition(before, inside) && !isInCapitals(before)) return undefined
  const separator = SEPARATOR.exec(text.slice(whole.length))?.[0]
  const isSyndicate = list.agencies.every((name) => agencyNamed(name)?.isWire === false)
  const base = { agencies: list.agencies, isSyndicate, rule: isEmpty ? 'dateline' : 'dateline-with-agency' }
  const isJoined = /[-–—ـ]\s*$/u.test(before)
  if (separator === undefined) {
    if (isEmpty || !(isFirst || isCaseless(before) || isInCapitals(before)) || !/^\s/u.test(text.slice(whole.length)))
      return undefined
    const isOpening = isJoined || /^\s+["“«'‘]?\p{Lu}/u.test(text.slice(whole.length))
    return {
      ...base,
      before,
      authors: [],
      length: whole.length,
      isWeak: before.trim() !== '' && !isCaseless(before) && !isOpening,
    }
  }
  const length = whole.length + separator.length
  if (before.trim() === '') return { ...base, ...placeAfter(text, length), authors: [], isWeak: false }
  const reporter = turkishReporter(text.slice(length), list.agencies)
  return { ...base, before, authors: reporter.authors, length: length + reporter.length, isWeak: isEmpty }
}

/** `(ANSA) - ROMA, 20 SET - `: what stands between the agency and the next dash, where it is a place with a date. */
function placeAfter(text: string, from: number): { readonly before: string; readonly length: number } {
  const match = /^([^\n()-]{3,60})\s[-–—]\s/u.exec(text.slice(from))
  const place = match?.[1] ?? ''
  const isPlace = /^[\p{Lu}\s,.'’\d]+$/u.test(place) && place.split(/\s+/).length <= 6
  return isPlace ? { before: place, length: from + (match?.[0].length ?? 0) } : { before: '', length: from }
}

/** `ŞAM (AA) - AD SOYAD - `: the reporter after the dateline. */
function turkishReporter(
  rest: string,
  agencies: readonly string[],
): { readonly authors: readonly string[]; readonly length: number } {
  const match =
    /^((?:\p{Lu}[\p{L}.]+\s){1,3}\p{Lu}\p{L}+(?:\s?[/,&-]\s?(?:\p{Lu}[\p{L}.]+\s){1,3}\p{Lu}\p{L}+){0,3})\s?[-–—]\s/u.exec(rest)
  if (match === null || !agencies.some(isTurkishHouse)) return { authors: [], length: 0 }
  return { authors: (match[1] ?? '').split(/\s?[/,&-]\s?/u), length: match[0].length }
}

/** Agencies that name their reporter in the dateline. */
export function isTurkishHouse(name: string): boolean {
  return /^(?:AA|DHA|İHA|ANKA|UHA)$/u.test(name)
}

/** `PLACE, July 12. /TASS/.`, `PLACE /AGENCY/ -`. */
function slashForm(text: string): DatelineForm | undefined {
  const match = /^([^/\n()]{0,80}?)\s*\/\s?([^/\n]{2,30}?)\s?\/[\s.:,]*(?:[-–—]+\s*)?/u.exec(text)
  const list = creditList(match?.[2] ?? '')
  if (match === null || list.agencies.length === 0 || list.others.length > 0) return undefined
  return {
    before: match[1] ?? '',
    agencies: list.agencies,
    authors: [],
    rule: 'dateline-with-agency',
    length: match[0].length,
    isWeak: false,
  }
}

/** `МОСКВА, 20 сен - РИА Новости.`, `دمشق-سانا`, `أنقرة / الأناضول`, `Tehran, Sept 20, IRNA –`, `Damascus, SANA –`. */
function joinedForm(text: string): DatelineForm | undefined {
  const mention = agencyMentions(text.slice(0, 110))[0]
  if (mention === undefined || mention.isJoined || !mention.agency.isWire) return undefined
  const before = text.slice(0, mention.start)
  const after = text.slice(mention.end)
  const joint = /[-–—/_,.:،ـ]\s*$|\d{4}\s?م?\s+$/u.exec(before) ?? (isInCapitals(before) ? /\s$/u.exec(before) : null)
  if (joint === null || /[()\n]/u.test(before)) return undefined
  const caseless = isCaseless(before)
  const reporter = /^,\s(\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+)\.\s+/u.exec(after)
  const end =
    reporter?.[0] ??
    /^[.\s]*[-–—_:ـ]+[\s.]*|^\s*\/?\s*\n\s*|^\.\s+/u.exec(after)?.[0] ??
    (caseless ? /^\s+/u.exec(after)?.[0] : undefined)
  if (end === undefined || (caseless && before.trim().split(/\s+/u).length > 5)) return undefined
  return {
    before,
    agencies: [mention.agency.name],
    authors: reporter?.[1] === undefined ? [] : [reporter[1]],
    rule: 'dateline-with-agency',
    length: mention.end + end.length,
    isWeak: false,
  }
}

/** `新华社大马士革9月20日电`. */
function xinhuaForm(text: string): DatelineForm | undefined {
  const match = /^(新华社|中新社)(?:记者)?(\p{sc=Han}{2,12}?)(\d{1,2}月\d{1,2}日)电\s*/u.exec(text)
  if (match === null) return undefined
  return {
    before: `${match[2]}, ${match[3]}`,
    agencies: creditList(match[1] ?? '').agencies,
    authors: [],
    rule: 'dateline-with-agency',
    length: match[0].length,
    isWeak: false,
  }
}

/** `AFP, Beirut` on a line of its own or before a dash, `رويترز – بيروت`: the place must stand there alone. */
function agencyFirstForm(text: string): DatelineForm | undefined {
  const match = /^([^\n,،()–—-]{2,40}?)\s?[,،–—/-]\s?([^\n()]{2,60}?)\s*(?:\n|\s[-–—]+\s|:\s)/u.exec(text)
  const [whole = '', name = '', place = ''] = match ?? []
  const agency = agencyNamed(name)
  const isComma = /^[^,]{2,40},\s/u.test(whole)
  if (agency?.isWire !== true || !(isComma || isCaseless(name)) || !isPlaceName(place.replace(/,\s[^,]*\d[^,]*$/u, '')))
    return undefined
  return {
    before: place,
    agencies: [agency.name],
    authors: [],
    rule: 'dateline-with-agency',
    length: whole.length,
    isWeak: false,
  }
}

/** `20 September 2016 – The …`, and `WASHINGTON, Nov 2 —` without any agency. */
function dateForm(text: string): DatelineForm | undefined {
  const match = /^([^\n()–—]{4,60}?)\s?(?:[–—]|--|\s-)\s+(?=["“«']?\p{Lu})/u.exec(text)
  const before = match?.[1]?.trim() ?? ''
  if (match === null) return undefined
  const words = before.split(/[\s,]+/)
  const isDated = [1, 2, 3, 4].some((count) => isDatePhrase(words.slice(-count).join(' ')))
  const isRegional = /^\p{Lu}[\p{Lu}\s.'’-]+,\s\p{Lu}[\p{L}.\s]+$/u.test(before)
  if (!isDated && !isRegional) return undefined
  return { before, agencies: [], authors: [], rule: 'dateline', length: match[0].length, isWeak: true }
}

function isCaseless(text: string): boolean {
  return /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Han}]/u.test(text)
}
