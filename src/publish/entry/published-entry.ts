import { type HttpUrl, type Item, type ItemId, type Ownership, present, type Story } from '../../model/index.ts'
import {
  alsoReportedBy,
  type creditDate,
  creditDates,
  creditLine,
  excerpt,
  httpUrl,
  ownershipWords,
  type ReaderLanguage,
  SOURCE_LABEL,
} from '../../text/index.ts'
import { escapeText } from '../markup/escape.ts'
import { ENTRY_WORDS } from '../words/entry-words.ts'
import { type Attachment, attachmentsOf } from './attachments.ts'
import { type EntryParts, entryHtml, entryParts } from './entry-html.ts'
import { outletOf } from './outlet.ts'
import { revisionWords } from './revision-words.ts'
import { validDate } from './valid-date.ts'

/** A story as every format shows it: made once, written many times. Texts are plain and unescaped but for `html` and `plain`. */
export type PublishedEntry = {
  readonly id: ItemId
  readonly url: HttpUrl
  /** the publisher's words, untouched */
  readonly title: string
  readonly language?: string
  readonly outlet: string
  readonly ownership?: Ownership
  /** `Agency, via Outlet, by Author, September 20, 2016`: the first line of the body */
  readonly credit: string
  /** whose voice the outlet is, and what it corrected since, in the reader's language: what follows the credit in the first line */
  readonly notes: readonly string[]
  /** what the policy allows, one paragraph a line; empty for `link` */
  readonly summary: string
  /** the body line by line, HTML */
  readonly parts: EntryParts
  /** the whole body with its credit, HTML */
  readonly html: string
  /** credit, summary and source in one paragraph of HTML without elements, for RSS `description` */
  readonly plain: string
  /** persons, else agencies, else the outlet: never empty */
  readonly creators: readonly string[]
  readonly categories: readonly string[]
  /** the outlet's own date */
  readonly published?: Date
  /** the outlet's last change, else its date, else first sight: Atom demands one */
  readonly updated: Date
  /** when anything that a reader sees last changed, a further outlet included */
  readonly touched: Date
  /** where the text was first, as far as is known */
  readonly original: HttpUrl
  readonly source: { readonly title: string; readonly feedUrl: HttpUrl; readonly homePage?: HttpUrl }
  /** the licence's name or address, as stated */
  readonly licence?: string
  readonly licenceUrl?: HttpUrl
  /** that the publisher reserves text and data mining, in words */
  readonly reservation?: string
  readonly attachments: readonly Attachment[]
  readonly story: Story
}

/** Stories made ready to be written. `reader`: the language of the words that are ours; those of the credit are the item's own. */
export function publishedEntries(stories: readonly Story[], reader: ReaderLanguage): readonly PublishedEntry[] {
  const dated = creditDates()
  return stories.map((story) => publishedEntry(story, reader, dated))
}

function publishedEntry(story: Story, reader: ReaderLanguage, dated: typeof creditDate): PublishedEntry {
  const { lead } = story
  const { credit, carrier, language } = lead
  const outlet = outletOf(lead)
  const published = validDate(lead.published)
  const updated = validDate(lead.updated)
  const line = creditLine(present({ outlet, agency: credit.agency, authors: credit.authors, published, language }), dated)
  const summary = summaryOf(lead)
  const also = alsoReportedBy(
    [...new Set(story.copies.map(outletOf))].filter((name) => name !== outlet),
    language,
  )
  const notes = notesOf(lead, reader)
  const parts = entryParts({ story, outlet, credit: line, notes, summary, reader })
  return present({
    id: story.id,
    url: lead.url,
    title: lead.title,
    language,
    outlet,
    ownership: carrier.ownership,
    credit: line,
    notes,
    summary,
    parts,
    html: entryHtml(parts, language),
    plain: escapeText(
      [[line, ...notes].join(' · '), summary.replaceAll('\n', ' '), also, `${SOURCE_LABEL} ${lead.url}`]
        .filter((part) => part !== '')
        .join(' — '),
    ),
    creators: credit.authors.length > 0 ? credit.authors : credit.agency.length > 0 ? credit.agency : [outlet],
    categories: lead.categories.slice(0, MAX_CATEGORIES),
    published,
    updated: updated ?? published ?? lead.firstSeen,
    touched: latest([lead.firstSeen, updated, ...story.copies.map((copy) => copy.firstSeen)]),
    original: credit.source?.url ?? credit.url,
    source: present({ title: carrier.feedTitle ?? carrier.name, feedUrl: carrier.feedUrl, homePage: carrier.homePage }),
    licence: credit.licence,
    licenceUrl: credit.licence === undefined ? undefined : httpUrl(credit.licence),
    reservation: lead.rights?.reserved === true ? ENTRY_WORDS[reader].reserved : undefined,
    attachments: attachmentsOf(lead),
    story,
  })
}

function notesOf(lead: Item, reader: ReaderLanguage): readonly string[] {
  const { ownership } = lead.carrier
  const voice = ownership === undefined ? undefined : ownershipWords(ownership, reader)
  return [voice, revisionWords(lead, reader)].filter((note) => note !== undefined)
}

/** More than these are nobody's categories. */
const MAX_CATEGORIES = 24

/** At most this share of an article's words. */
const MAX_SHARE = 0.5
/** A feed's summary is short, and was made to be passed on; what is longer may be the whole article. */
const SUMMARY_CHARS = 500
/** beyond so many characters for each word asked for, a share cannot be what stops it, and need not be counted */
const CHARS_A_WORD = 20

function summaryOf(item: Item): string {
  if (item.republish === 'link') return ''
  const { length } = item.text
  const isWhole = item.isExcerpt !== true // what was cut once is not cut to half again
  const isArticle = item.textFrom === 'page' || item.textFrom === 'content' || length > SUMMARY_CHARS
  const mayBind = isWhole && isArticle && length < item.excerptWords * CHARS_A_WORD
  const limits = present({
    words: item.excerptWords,
    maxShare: mayBind ? MAX_SHARE : undefined,
    maxChars: item.rights?.maxExcerptChars,
    language: item.language,
  })
  return excerpt(item.text, limits).text
}

function latest(dates: readonly (Date | undefined)[]): Date {
  return new Date(Math.max(...dates.filter((date) => date !== undefined).map((date) => date.getTime())))
}
