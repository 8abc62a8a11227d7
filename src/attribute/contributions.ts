import { agencyMentions } from '../text/index.ts'
import type { ClosingCredit } from './closing-credit-type.ts'
import { creditList } from './credit-list.ts'

const WITH_AGENCIES =
  /(?:with (?:additional )?(?:files|material|reporting|reports?|information|inputs?) (?:from|by|of)|based on (?:reporting|reports|information) (?:by|from)|mit (?:material|informationen|agenturmaterial) (?:von|der|aus)?|(?:con|com) informaci[oó]n de|con informazioni (?:di|da)|avec (?:des informations de |l['’]|les agences )?|(?:^|[\s.(])(?:mit|con) (?=\p{Lu}{2}|dpa|agen))\s*([^\n.;()]{2,80})/giu
const CONTRIBUTED = /([^\n.;:()]{2,120}?)\s(?:also )?(?:contributed|trugen? zu diesem|ont contribué|contribuy[oó])\b/iu
/** What must stand there at least: the search above looks at every place of a text. */
const CONTRIBUTING = /contribu|trug/i
const AP_HOUSE =
  /\b(?:Associated Press|AP)\s+(?:\p{L}+\s+){0,3}(?:writers?|journalists?|reporters?|correspondents?|photographers?|producers?)\s[^\n]{3,300}?\bcontributed\b/iu

/** The tails of the houses and the lines of outlets that worked from agency material. */
export function contributions(text: string): readonly ClosingCredit[] {
  const found: ClosingCredit[] = []
  if (isReutersTail(text)) found.push({ agencies: ['Reuters'], rule: 'house-tail' })
  if (AP_HOUSE.test(text)) found.push({ agencies: ['AP'], rule: 'house-tail' })
  for (const match of text.matchAll(WITH_AGENCIES)) {
    const { agencies } = creditList(match[1] ?? '')
    if (agencies.length > 0) found.push({ agencies, rule: 'with-agencies' })
  }
  const end = text.slice(-400)
  if (!CONTRIBUTING.test(end)) return found
  const contributors = CONTRIBUTED.exec(end)?.[1] ?? ''
  const { agencies, others } = creditList(contributors.replace(/^.*\b(?:the)\s+(?=\p{Lu})/u, ''))
  if (agencies.length > 0 && others.length <= agencies.length) found.push({ agencies, rule: 'contributed' })
  return found
}

/** "(Reporting by …; Editing by …)", with or without its punctuation; "The Thomson Reuters Trust Principles". */
function isReutersTail(text: string): boolean {
  if (/Thomson Reuters Trust Principles/iu.test(text)) return true
  const end = text.slice(-600)
  const reporting = /\b(?:Reporting|Writing) by \p{Lu}/u.exec(end)
  if (reporting === null || !/\b(?:Editing|Compiled|Writing) by \p{Lu}/u.test(end.slice(reporting.index + 10))) return false
  return agencyMentions(end).every((mention) => mention.agency.name === 'Reuters' || mention.start < reporting.index)
}
