import { type Credit, type Item, present, type Rights, type Source } from '../model/index.ts'
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
  const whole =
    source.republish === 'full' && (isWireText(credit, carrier.name) || most !== undefined) ? 'excerpt' : source.republish
  return {
    republish: rights?.noExcerpt === true || most === 0 ? 'link' : whole,
    excerptWords: most === undefined ? source.excerptWords : Math.max(1, Math.min(source.excerptWords, wordsWithin(text, most))),
  }
}

/** Whether a text is a wire service's, printed by somebody else: what may be done with it is not for the site to say. */
export function isWireText({ agency, publisher }: Pick<Credit, 'agency' | 'publisher'>, outlet: string): boolean {
  return agency.some((name) => !isSameName(name, publisher) && !isSameName(name, outlet))
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
