import { cleanText, plainText } from '../text/index.ts'
import { bylineSegments } from './byline-segments.ts'
import { beginsAsPerson, isGivenName } from './given-names.ts'
import { isPerson } from './is-person.ts'

/** What stands between two names, kept when it splits. */
const BETWEEN =
  /(\s*(?:[;|•·\n/،؛、]|\s[–—-]\s|[:：]\s|,(?!\s*(?:jr|sr|ph\.?d|m\.?d|esq|i{2,3}|iv)\b\.?\s*(?:$|[;|,]|and\s))(?:\s*(?:and|und|et|y|e|ve|&)\s)?)\s*|\s+(?:and|und|et|y|e|ve|i|и|و|og|och|with|mit|avec)\s+|\s+en\s+(?=\p{Lu}\S+\s+\p{Lu})|\s*&\s*)/iu

/** Marks that part a name from a place, a house or an hour as often as from another name. */
const LOOSE = /[|•·/:：\n]|\s[–—-]\s/

/** Arabic writes "and" onto the next name, as many words begin with that letter. */
const ARABIC_AND = /(?<=\p{Script=Arabic}+ \p{Script=Arabic}{2,}) و(?=(\p{Script=Arabic}{2,}) \p{Script=Arabic}{2,})/gu

/** So does Hebrew. */
const HEBREW_AND = /(?<=\p{Script=Hebrew}+ [\p{Script=Hebrew}״"]{2,}) ו(?=(\p{Script=Hebrew}{2,}) \p{Script=Hebrew}{2,})/gu

/** What was done to it later, without a mark before it; and who paid for it. */
const LATER = /\s(?:curated|updated|published|posted|last updated) (?:by|on)\b.*$/iu
const PAID = /^(?:sponsored|paid|presented|promoted|provided)(?:\s+(?:by|von|de|par|content by))?(?:\s*[:：]|\s+(?:by|von)\s)/iu

/**
 * The persons that a byline names: without "By", titles of office, addresses, places, outlets, agencies and desks, and without those
 * who took the pictures, edited, checked or translated.
 * @param byline what stood there, markup and entities allowed
 * @param notThese names that are no persons here, such as the site's own
 */
export function personNames(byline: string, notThese: readonly string[] = []): readonly string[] {
  const text = cleanText(plainText(byline.slice(0, 1_000)))
  if (text === '' || /^https?:/i.test(text) || PAID.test(text)) return []
  const denied = new Set(notThese.map(key))
  const bare = text.replace(/\S+@\S+|https?:\S+|(?:^|\s)@\w+|\*/g, ' ')
  const persons = bylineSegments(bare).segments.flatMap((segment) => namesIn(segment, notThese))
  const named = persons.filter((name) => isPerson(name) && !denied.has(key(name)))
  return [...new Map(named.map((name) => [key(name), name])).values()]
}

function namesIn(segment: string, outlets: readonly string[]): readonly string[] {
  const parts = segment
    .replace(/\s*[(<[][^)>\]]*[)>\]]/g, ' ')
    .replace(LATER, '')
    .replace(ARABIC_AND, (and, next: string) => (isGivenName(next) && !isGivenName(`و${next}`) ? ' ، ' : and))
    .replace(HEBREW_AND, (and, next: string) => (isGivenName(next) ? ' ، ' : and))
    .split(BETWEEN)
  return withoutAffiliations(withoutHouses(withoutPlaces(turned(parts)))).map((name) => withoutOutlet(tidied(name), outlets))
}

/** Catalogues write the family name first: `Roe, Jane`. */
function turned(parts: readonly string[]): readonly string[] {
  const [family = '', mark = '', given = ''] = parts
  const isTurned = parts.length === 3 && /^,\s*$/.test(mark) && /^[\p{L}'’-]+$/u.test(family) && /^[\p{L}.' -]+$/u.test(given)
  return isTurned && isPerson(family) && !/\s/.test(given.trim()) && beginsAsPerson(given) && !isGivenName(family)
    ? [`${given} ${family}`]
    : parts
}

/** "Jane Roe, Harim", "Harim - Jane Roe": one word beside a whole name is a place or an outlet. */
function withoutPlaces(parts: readonly string[]): readonly string[] {
  const isWhole = (part: string): boolean => /\S\s+\S/.test(part.trim())
  const isOffice = (part: string): boolean => /\S/.test(part) && !isWhole(part) && !isPerson(part.trim())
  if (!parts.some((part, at) => at % 2 === 0 && (isWhole(part) || isOffice(part)))) return parts
  return parts.map((part, at) => {
    const isParted = [parts[at - 1], parts[at + 1]].some((mark) => mark !== undefined && /^\s*[,،|•·–—:/-]\s*$/.test(mark))
    return at % 2 === 0 && isParted && !isWhole(part) ? '' : part
  })
}

/** "Jane Roe | Harim Post", "Deir Mar - Jane Roe": where a first name is known on one side of a loose mark, the other side needs one too. */
function withoutHouses(parts: readonly string[]): readonly string[] {
  const known = parts.map((part, at) => at % 2 === 0 && beginsAsPerson(part.trim()))
  if (!known.includes(true)) return parts
  const isPair = parts.filter((part, at) => at % 2 === 0 && part.trim() !== '').length === 2
  return parts.map((part, at) => {
    if (at % 2 === 1 || known[at] === true) return part
    const marks = [parts[at - 1] ?? '', parts[at + 1] ?? '']
    const isLoose = marks.some((mark) => LOOSE.test(mark)) || (isPair && marks.some((mark) => /^\s*[,،]\s*$/.test(mark)))
    return isLoose ? '' : part
  })
}

/** `Head of Research`, `Fellow at the Example Institute` */
const OFFICE = /\S\s(?:of|at|for)\s/i
const ROLE = /(?:^|\s)(?:writer|editor|reporter|correspondent|columnist|director|manager|analyst|officer)$/i

/** "Jane Roe, Director of Operations, Example Lines": what follows an office in the same row of commas is whose office it is. */
function withoutAffiliations(parts: readonly string[]): readonly string[] {
  const names: string[] = []
  let inOffice = false
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 1)
      inOffice &&= /^\s*(?:,|[–—-]|and|&)\s*$/i.test(part) // ", and" goes on to the next person
    else if (!inOffice) {
      names.push(part)
      inOffice = at > 0 && (OFFICE.test(part) || ROLE.test(part))
    }
  }
  return names
}

/** "Jane Roe Example Times" -> Jane Roe. */
function withoutOutlet(name: string, outlets: readonly string[]): string {
  const outlet = outlets.find(
    (one) => one.length > 2 && name.length > one.length + 4 && name.toLowerCase().endsWith(` ${one.toLowerCase()}`),
  )
  return outlet === undefined ? name : name.slice(0, -outlet.length).trim()
}

/** Offices and invitations that stand behind a name without a mark. */
const TRAILING =
  /(?<=\S\s\S+)\s+(?:(?:senior|chief|staff|foreign|political|security|defence|defense|diplomatic|middle east|special|guest|lead|contributing)\s+)*(?:correspondent|reporter|writer|editor|journalist|columnist|analyst|contributor|corresponsal|periodista|redactora?|journaliste|correspondante?|korrespondent(?:in)?|redakteur(?:in)?|giornalista|muhabiri?|follow|email|e-mail|twitter|facebook|bio|biography|profile|view profile|contact|subscribe)\b.*$/iu

function tidied(name: string): string {
  return name
    .replace(/\s*©.*$/u, '')
    .replace(/\s+(?:(?:in|aus|à|a)\s+|for\s+(?:the\s+)?)\p{Lu}.*$/u, '')
    .replace(/\s+(?:publiziert|veröffentlicht|published|posted|writes|schreibt|escribe|yazdı|yazıyor|bildiriyor)$/u, '')
    .replace(/\s+(?:reports?|reporting|berichtet|informa|rapporte|сообщает)(?:\s.*)?$/u, '')
    .replace(/^(?:aus|from)\s\p{L}+\s+(?:berichtet|reports)\s+/iu, '')
    .replace(TRAILING, '')
    .replace(/\sו?סוכנויות(?:\s.*)?$/u, '')
    .replace(/^(?:الكاتب|الكاتبة|الصحفي|الصحفية|الصحافي|الصحافية|الباحث|الباحثة)\s+/u, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.:–—'"“”-]+|[\s,:–—'"“”-]+$|(?<=\p{Ll}{3})\.$/gu, '')
}

function key(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
