import { agencyMentions } from '../text/index.ts'
import { readByline } from './read-byline.ts'

/** The byline before a dateline, and how long it is; empty and 0 where a text opens without one. */
export type LeadingByline = { readonly authors: readonly string[]; readonly agencies: readonly string[]; readonly length: number }

const NONE: LeadingByline = { authors: [], agencies: [], length: 0 }
const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’.-]+(?:\s(?:(?:de|del|van|von|der|den|al|el|bin|ibn|da|di|la|le)\s)*\p{Lu}[\p{L}\p{M}'’.-]*){1,3}`
const OPENING = new RegExp(
  String.raw`^(?:By|BY|Von|Par|Por|Di|Door|De)[ :]\s*(${NAME}(?:(?:,\s|\s(?:and|und|et|y|e|en|&)\s)${NAME}){0,4})`,
  'u',
)

/** "By NAME and NAME", with the agency or the outlet's line that follows: "Associated Press", "AP Writer", ", Reuters". */
export function leadingByline(text: string): LeadingByline {
  const head = text.slice(0, 240)
  const whole = OPENING.exec(head)
  if (whole === null) return NONE
  const mention = agencyMentions(head.slice(0, 160)).find((one) => !/\($/.test(head.slice(0, one.start)))
  const isPart = mention !== undefined && mention.start <= whole[0].length + 3
  const names = isPart ? head.slice(0, mention.start) : withoutPlace(whole[0], head)
  const after = isPart ? mention.end : names.length
  const office =
    /^,?\s?(?:(?:Staff|National|Business|Sports|Political|Diplomatic|Special)\s)?(?:Writers?|Correspondents?|Reporters?|Journalists?|News)\b/u.exec(
      head.slice(after),
    )
  const end = after + (office?.[0].length ?? 0)
  const gap = /^[\s,|–—-]*/u.exec(head.slice(end))?.[0].length ?? 0
  const { authors } = readByline(names)
  return { authors, agencies: isPart ? [mention.agency.name] : [], length: end + gap }
}

/** "By Jane Roe BEIRUT (AP)": capitals after a name in small letters are the place. */
function withoutPlace(names: string, head: string): string {
  const capitals = /^(.*?\p{Ll})\s+\p{Lu}[\p{Lu}\s.,'’/-]+$/u.exec(names)
  return capitals !== null && /^[^()]{0,60}\(/.test(head.slice(names.length)) ? (capitals[1] ?? names) : names
}
