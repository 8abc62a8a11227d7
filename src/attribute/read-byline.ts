import { agencyMentions, cleanText, plainWords } from '../text/index.ts'
import { creditList } from './credit-list.ts'
import { isPersonName } from './is-person-name.ts'

/** Who a byline names. */
export type Byline = { readonly authors: readonly string[]; readonly agencies: readonly string[] }

const BY =
  /^(?:(?:posted|written|published|reported|story|article|text|words|analysis|reporting|opinion)\s+)?(?:by|von|par|por|od|door|av|af|przez|от|ji)[\s:]+|^(?:di|da|de)\s+(?=\p{Lu})|^(?:author|autor(?:in|en)?|auteurs?|autore|autores|yazan|yazar|haber|muhabir|автор|nivîskar|بقلم|كتب|كتبت|إعداد|تقرير|نویسنده|به قلم|מאת)\s*[:：]?\s+/iu
const ROLE = /\s*(?:\(|\bfor\s|\bin\s\p{Lu}|\baus\s\p{Lu}|\bà\s\p{Lu}|\s[-–—]\s|\bis\s(?:a|an|the)\s).*$/u
const OFFICE =
  /(?:^|\s)(?:staff|senior|chief|special|foreign|national|political|business|diplomatic|middle east|world|news|security|defen[cs]e)?\s?(?:correspondent|editor|reporter|writer|columnist|contributor|journalist|producer|photographer|bureau chief|analyst|muhabiri?|editörü?|redakteur(?:in)?|korrespondent(?:in)?|redacteur|corresponsal|correspondant(?:e)?|корреспондент|مراسل|مراسلة|محرر)s?\.?$/iu
const BETWEEN =
  /\s*[;|•·\n]\s*|\s*,\s*(?!(?:jr|sr|ph\.?d|m\.?d|esq|i{2,3}|iv)\b)|\s+(?:and|und|et|y|e|ve|i|и|та|en|og|och|û|with|mit|avec)\s+|\s*&\s*|\s*\/\s*|\s+(?:و)(?=\s*\p{L})\s*|\s+ו(?=\p{L})/iu

/**
 * The persons and agencies of a byline or an author field. Offices, desks, addresses and the outlet's own names are left out, names
 * are as printed. `notThese`: names that are no persons here, the publisher's above all.
 */
export function readByline(byline: string, notThese: readonly string[] = []): Byline {
  const text = cleanText(byline.slice(0, 500)).replace(/^\S+@\S+\s+\(([^)]+)\)$/u, '$1')
  const authors: string[] = []
  const agencies: string[] = []
  if (/^(?:https?:|www\.|@)\S*$/iu.test(text) || text === '') return { authors, agencies }
  const inverted = /^(\p{Lu}[\p{L}'’-]+),\s(\p{Lu}\p{Ll}[\p{L}'’-]*)$/u.exec(text) // "Roe, Jane"
  const turned = inverted === null ? '' : `${inverted[2]} ${inverted[1]}`
  if (isPersonName(turned) && creditList(text).agencies.length === 0) return { authors: [turned], agencies }
  const denied = new Set(notThese.map(key))
  for (const piece of text
    .replace(/\S+@\S+|https?:\S+/gu, ' ')
    .replace(BY, '')
    .split(BETWEEN)) {
    const name = piece.trim().replace(BY, '')
    const bracket = /\(([^()]{2,40})\)/u.exec(name)?.[1]
    for (const agency of [...creditList(name).agencies, ...creditList(bracket ?? '').agencies])
      if (!agencies.includes(agency)) agencies.push(agency)
    const bare = withoutOutlet(name, notThese)
      .replace(ROLE, '')
      .replace(OFFICE, '')
      .replace(/^[\s,.:–—-]+|[\s,:–—-]+$/gu, '')
    for (const agency of officeOf(name)) if (!agencies.includes(agency)) agencies.push(agency)
    if (!isPersonName(bare) || denied.has(key(bare)) || authors.some((author) => key(author) === key(bare))) continue
    authors.push(bare)
  }
  return { authors, agencies }
}

/** "Associated Press Writer", "AFP correspondents": an agency by way of an office. */
function officeOf(name: string): readonly string[] {
  const [mention] = agencyMentions(name)
  if (mention === undefined || mention.start > 0 || !mention.agency.isWire) return []
  return OFFICE.test(name.slice(mention.end)) ? [mention.agency.name] : []
}

function withoutOutlet(name: string, outlets: readonly string[]): string {
  const outlet = outlets.find(
    (one) => one.length > 3 && name.length > one.length + 4 && name.toLowerCase().endsWith(` ${one.toLowerCase()}`),
  )
  return outlet === undefined ? name : name.slice(0, -outlet.length)
}

function key(name: string): string {
  return plainWords(name.replace(/^the\s/iu, '')).join(' ')
}
