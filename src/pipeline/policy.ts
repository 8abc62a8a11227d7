import { type Item, present, type Rights, type Source } from '../model/index.ts'
import { isSameName } from '../text/index.ts'

type Offer = Pick<Item, 'text' | 'rights' | 'credit' | 'carrier'>

/**
 * How much of an item may be shown: what the operator's list says of its source, or less where its page forbids excerpts or limits their
 * length (robots noarchive, nosnippet, max-snippet), or where the text is a wire service's, which the source cannot give away whole.
 * The strictest word wins.
 */
export function policyOf(
  source: Pick<Source, 'republish' | 'excerptWords'>,
  { text, rights, credit, carrier }: Offer,
): Pick<Item, 'republish' | 'excerptWords'> {
  const most = rights?.maxExcerptChars
  const isWire = credit.agency.some((agency) => !isSameName(agency, credit.publisher) && !isSameName(agency, carrier.name))
  const whole = source.republish === 'full' && (isWire || most !== undefined) ? 'excerpt' : source.republish
  return {
    republish: rights?.noExcerpt === true || most === 0 ? 'link' : whole,
    excerptWords: most === undefined ? source.excerptWords : Math.max(1, Math.min(source.excerptWords, wordsWithin(text, most))),
  }
}

function wordsWithin(text: string, chars: number): number {
  return text.length <= chars ? Number.MAX_SAFE_INTEGER : text.slice(0, chars).split(/\s+/).length - 1
}

/** What a page and the headers of its feed say together; undefined when neither says anything. */
export function rightsOf(page: Rights | undefined, feedReserves: boolean): Rights | undefined {
  if (page === undefined) return feedReserves ? { reserved: true, noExcerpt: false } : undefined
  const { reserved, noExcerpt, maxExcerptChars, licence } = page
  const rights = present({ reserved: reserved || feedReserves, noExcerpt, maxExcerptChars, licence })
  return rights.reserved || noExcerpt || maxExcerptChars !== undefined || licence !== undefined ? rights : undefined
}
