import { SYNDICATE_LINES, WIRE_LINES } from './agency-names.ts'
import { plainWords } from './plain-words.ts'
import { siteOf } from './site-of.ts'
import { isAsciiWord, type WordBounds, wordBounds } from './word-bounds.ts'

/** A wire service, or an outlet whose texts are credited like a wire's. */
export type Agency = {
  /** the short name it signs with: AP, AFP, Reuters, AA, dpa as DPA */
  readonly name: string
  readonly isWire: boolean
}

/** A name of an agency in a text. */
export type AgencyMention = {
  readonly agency: Agency
  /** UTF-16 offsets: first letter, and after the last */
  readonly start: number
  readonly end: number
  /** the name can mean nothing else; without it, the place in the text must speak for an agency */
  readonly isSure: boolean
  /** an Arabic or Hebrew preposition is joined to it (لرويترز, "to Reuters"): it is being quoted */
  readonly isJoined: boolean
}

type Known = {
  readonly agency: Agency
  readonly isSure: boolean
  readonly spellings: readonly string[]
  /** spellings that are common words as well */
  readonly weak: readonly string[]
}

const MOST_WORDS = 6
/** Names this short are words in some language, unless they are spelt as the agency spells them. */
const SHORT = 4

/** The agency whose name a whole text is, brackets and "news agency" aside; undefined when it says more than that. */
export function agencyNamed(text: string): Agency | undefined {
  const bare = text
    .trim()
    .replace(/^(?:the|agency|agence|agencia|agenzia|agentur|agência|وكالة|وكاله|خبرگزاری|агентство)\s+/iu, '')
  return (
    known(text.trim()) ??
    known(bare) ??
    known(bare.replace(/\s+(?:news agency|news wire|newswire|haber ajansı|agency|ajansı|wire|staff)$/iu, ''))
  )?.agency
}

/** All names of agencies in a text, in order, the longest at each place, none inside another. Linear. */
export function agencyMentions(text: string): readonly AgencyMention[] {
  const words = wordBounds(text)
  const found: AgencyMention[] = []
  for (let start = words.next(0); start >= 0; ) {
    const mention = mayBegin(text, start, words) ? mentionAt(text, start, words) : undefined
    if (mention !== undefined) found.push(mention)
    start = words.next(mention?.end ?? words.end(start))
  }
  return found
}

/** The agency that publishes under an address. */
export function agencyOfSite(url: string): Agency | undefined {
  const host = URL.parse(url)?.hostname.replace(/^www\./, '') ?? ''
  return SITES.get(host) ?? SITES.get(siteOf(url) ?? '')
}

function mentionAt(text: string, start: number, words: WordBounds): AgencyMention | undefined {
  const ends: number[] = []
  const keys: string[] = []
  for (let at = start; at >= 0 && keys.length < MOST_WORDS; ) {
    const end = words.end(at)
    ends.push(end)
    keys.push(keyOf(text.slice(at, end)))
    at = words.next(end)
  }
  for (let count = keys.length; count > 0; count -= 1) {
    const end = ends[count - 1] ?? start
    const name = NAMES.get(keys.slice(0, count).join(' '))
    if (name !== undefined && isSpelt(name, text.slice(start, end)))
      return { agency: name.agency, start, end, isSure: isSureAs(name, text.slice(start, end)), isJoined: false }
    const joined = count <= 3 ? NAMES.get(unjoined(keys.slice(0, count).join(' '))) : undefined
    if (joined !== undefined) return { agency: joined.agency, start, end, isSure: joined.isSure, isJoined: true }
  }
  return undefined
}

/** Most words of a text are spelt as they are compared, but for their capitals. */
function keyOf(word: string): string {
  return /^[a-zA-Z0-9]*$/.test(word) ? word.toLowerCase() : plainWords(word).join(' ')
}

/** Whether any name begins with this word and may go on with the next: most words of a text are dismissed by their length and first two letters. */
function mayBegin(text: string, start: number, words: WordBounds): boolean {
  const end = words.end(start)
  if (!isAsciiWord(text, start, end)) {
    const key = keyOf(text.slice(start, end))
    return FOLLOWERS.has(firstOf(key)) || FOLLOWERS.has(firstOf(unjoined(key)))
  }
  if (ASCII_BEGINNINGS[slotOf(text, start, end)] !== 1) return false
  const followers = FOLLOWERS.get(text.slice(start, end).toLowerCase())
  if (followers === undefined || followers.has('')) return followers !== undefined
  const next = words.next(end)
  return next >= 0 && followers.has(firstOf(keyOf(text.slice(next, words.end(next)))))
}

/** 15 bits of a word that capitals do not change: five of each of its first two letters, five of its length. */
function slotOf(text: string, start: number, end: number): number {
  const second = end > start + 1 ? text.charCodeAt(start + 1) : 0
  return ((text.charCodeAt(start) & 31) << 10) | ((second & 31) << 5) | ((end - start) & 31)
}

function firstOf(key: string): string {
  const space = key.indexOf(' ')
  return space < 0 ? key : key.slice(0, space)
}

/** Without an Arabic preposition: لرويترز, للأناضول, بسانا. Empty where there is none. */
function unjoined(key: string): string {
  if (key.charCodeAt(0) < 0x600) return ''
  if (key.startsWith('لل')) return `ال${key.slice(2)}`
  return /^[لبوفك]\p{sc=Arabic}{3}/u.test(key) ? key.slice(1) : ''
}

function known(text: string): Known | undefined {
  const name = text.length > 80 ? undefined : NAMES.get(plainWords(text).join(' '))
  return name !== undefined && isSpelt(name, text) ? name : undefined
}

/** A short Latin name must be spelt as its agency does, bar the full stops. */
function isSpelt(name: Known, printed: string): boolean {
  const bare = bareOf(printed)
  return bare.length > SHORT || !/^\p{sc=Latin}+$/u.test(bare) || name.spellings.includes(bare)
}

/** `Efe` is a first name where `EFE` is none, `Petra` a city. */
function isSureAs(name: Known, printed: string): boolean {
  return name.isSure && !name.weak.includes(bareOf(printed))
}

function bareOf(printed: string): string {
  return printed.replace(/[~.\s]/g, '')
}

function namesOf(lines: string, isWire: boolean): readonly (readonly [string, Known])[] {
  return rowsOf(lines).flatMap(({ agency, names }) => {
    const spellings = names.map(bareOf)
    const weak = names.filter((name) => name.startsWith('~')).map(bareOf)
    return names.map((name): readonly [string, Known] => {
      const isSure = !name.startsWith('~')
      return [plainWords(name).join(' '), { agency: { name: agency, isWire }, isSure, spellings, weak }]
    })
  })
}

function rowsOf(
  lines: string,
): readonly { readonly agency: string; readonly names: readonly string[]; readonly sites: readonly string[] }[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [short = '', others = '', sites = ''] = line.split('|').map((cell) => cell.trim())
      const names = [short, ...others.split(';')].map((name) => name.trim()).filter((name) => name !== '')
      return { agency: short.replace('~', ''), names, sites: sites.split(' ').filter((site) => site !== '') }
    })
}

function followersOf(keys: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>()
  for (const key of keys) {
    const [first = '', second = ''] = key.split(' ', 2)
    all.set(first, (all.get(first) ?? new Set()).add(second))
  }
  return all
}

/** The first line that claims a name keeps it. */
const NAMES: ReadonlyMap<string, Known> = new Map([...namesOf(WIRE_LINES, true), ...namesOf(SYNDICATE_LINES, false)].reverse())

const SITES: ReadonlyMap<string, Agency> = new Map(
  [
    ...rowsOf(WIRE_LINES).map((row) => ({ ...row, isWire: true })),
    ...rowsOf(SYNDICATE_LINES).map((row) => ({ ...row, isWire: false })),
  ].flatMap(({ agency, sites, isWire }) => sites.map((site): readonly [string, Agency] => [site, { name: agency, isWire }])),
)

/** The first words of names, each with the words that come second; '' where the first is a whole name. */
const FOLLOWERS: ReadonlyMap<string, ReadonlySet<string>> = followersOf([...NAMES.keys()])

/** 1 where a name may begin with a word of such a slot. */
const ASCII_BEGINNINGS: Uint8Array = Uint8Array.from({ length: 1 << 15 })
for (const word of FOLLOWERS.keys()) ASCII_BEGINNINGS[slotOf(word, 0, word.length)] = 1
