import { agencyNamed } from '../text/index.ts'
import { creditList } from './credit-list.ts'
import { isDefinition } from './is-definition.ts'

/** A headline without what others added to it, and what that was. */
export type TitleCredit = { readonly title: string; readonly agencies: readonly string[]; readonly outlet?: string }

/**
 * Takes an agency's brackets off the end of a headline ("… Northern Gaza (Reuters)") and the name of an outlet after a dash or a bar
 * where it is one of `outlets` (an aggregator's source, the site itself). Brackets that explain the words before them stay.
 */
export function titleCredit(title: string, outlets: readonly string[]): TitleCredit {
  const outlet = outlets.find((name) => name.trim() !== '' && endsWithOutlet(title, name.trim()))
  const bare =
    outlet === undefined
      ? title.trim()
      : title
          .trim()
          .slice(0, -outlet.trim().length)
          .replace(/\s*[-–—|·:»]\s*$/u, '')
  const match = /^(.{8,})\s\(([^()]{2,40})\)$/u.exec(bare)
  const { agencies, others } = creditList(match?.[2] ?? '')
  const isCredit = agencies.length > 0 && others.length === 0 && !isDefinition(match?.[1] ?? '', match?.[2] ?? '')
  return {
    title: isCredit ? (match?.[1] ?? bare).trimEnd() : bare,
    agencies: isCredit ? agencies.filter((name) => name !== 'Agencies' || agencyNamed(name) === undefined) : [],
    ...(outlet === undefined ? {} : { outlet: outlet.trim() }),
  }
}

function endsWithOutlet(title: string, name: string): boolean {
  const text = title.trim().toLowerCase()
  if (!text.endsWith(name.toLowerCase())) return false
  return /\S\s*(?:\s[-–—:]|[|·»])\s*$/u.test(text.slice(0, text.length - name.length))
}
