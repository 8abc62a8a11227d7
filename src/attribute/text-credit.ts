import type { Dateline } from '../model/index.ts'
import { citedAgencies } from './cited-agencies.ts'
import { closingCredit } from './closing-credit.ts'
import { creditList } from './credit-list.ts'
import { imageCredits } from './image-credits.ts'
import { isDefinition } from './is-definition.ts'
import { leadingByline } from './leading-byline.ts'
import type { Notes } from './notes.ts'
import { openingAgency } from './opening-agency.ts'
import { readDateline } from './read-dateline.ts'
import { withoutNameless } from './settled-agencies.ts'

/** What the words of a text say of its making. */
export type TextCredit = {
  readonly dateline?: Dateline
  readonly agencies: readonly string[]
  /** an agency by copyright only: counts where nothing better is known */
  readonly copyright: readonly string[]
  readonly authors: readonly string[]
  readonly cited: readonly string[]
  readonly imageCredits: readonly string[]
  readonly source?: string
}

const NEAR = 4
/** More than this of either end says nothing of the making. */
const EDGE = 6_000
const CAPTION = 500

/** Reads a text's beginning and end: dateline, opening and closing credits, picture credits, whom it quotes. */
export function textCredit(
  text: { readonly title: string; readonly lead: string; readonly tail: string },
  notes: Notes,
): TextCredit {
  const lead = imageCredits(text.lead.slice(0, EDGE))
  const tail = imageCredits(text.tail.slice(-EDGE))
  const dateline = readDateline(lead.rest, text.title)
  const opening = openingAgency(lead.rest, text.title)
  const isNear = dateline === undefined || opening === undefined || opening.end >= dateline.start - NEAR
  const openers = opening === undefined || !isNear || dateline?.start === 0 ? [] : [opening.agency]
  const closings = [
    ...closingCredit(tail.rest),
    ...(text.tail === '' ? closingCredit(lead.rest).filter(({ rule }) => rule !== 'copyright-line') : []),
  ]
  const byline = dateline === undefined ? leadingByline(lead.rest.trimStart()) : undefined
  const said = [...(dateline?.agencies ?? []), ...openers, ...(byline?.agencies ?? [])]
  const ends = closings.filter(({ rule }) => rule !== 'copyright-line')
  for (const name of dateline?.agencies ?? []) notes.note('agency', name, { from: 'text', rule: dateline?.rule ?? 'dateline' })
  for (const name of openers) notes.note('agency', name, { from: 'text', rule: 'opening-agency' })
  for (const name of byline?.agencies ?? []) notes.note('agency', name, { from: 'text', rule: 'byline' })
  for (const { agencies, rule } of closings) for (const name of agencies) notes.note('agency', name, { from: 'text', rule })
  const agencies = withoutNameless([...said, ...ends.flatMap((credit) => credit.agencies)])
  const authors = [...(dateline?.authors ?? []), ...(byline?.authors ?? [])]
  for (const author of authors) notes.note('authors', author, { from: 'text', rule: 'byline' })
  const images = [...new Set([...lead.credits, ...captionCredits(lead.rest.slice(dateline?.end ?? 0)), ...tail.credits])]
  for (const credit of images) notes.note('imageCredit', credit, { from: 'text', rule: 'picture-credit' })
  const copyright = closings.filter(({ rule }) => rule === 'copyright-line').flatMap((credit) => credit.agencies)
  const cited = citedAgencies(`${lead.rest.slice(dateline?.end ?? 0)}\n${tail.rest}`, [...agencies, ...copyright])
  for (const name of cited) notes.note('cited', name, { from: 'text', rule: 'quoted' })
  const source = closings.find((credit) => credit.source !== undefined)?.source
  return {
    ...stamp(dateline, notes),
    agencies,
    copyright,
    authors,
    cited,
    imageCredits: images,
    ...(source === undefined ? {} : { source }),
  }
}

/** "… in the old town (AFP) Thirty people …": brackets inside a beginning that are no dateline end a caption. */
function captionCredits(text: string): readonly string[] {
  const found: string[] = []
  for (const match of text.slice(0, CAPTION).matchAll(/[\p{Ll}\d]\s?\(([^()\n]{2,40})\)\s+(?=\p{Lu}|["“])/gu)) {
    const { agencies, others } = creditList(match[1] ?? '')
    if (others.length === 0 && !isDefinition(text.slice(0, match.index + 1), match[1] ?? '')) found.push(...agencies)
  }
  return found
}

function stamp(reading: ReturnType<typeof readDateline>, notes: Notes): { readonly dateline?: Dateline } {
  if (reading === undefined || (reading.place === undefined && reading.date === undefined)) return {}
  const { place = '', date } = reading
  notes.note('dateline', [place, date].filter((part) => part !== undefined && part !== '').join(', '), {
    from: 'text',
    rule: reading.rule,
  })
  return { dateline: { place, ...(date === undefined ? {} : { date }) } }
}
