import { attribute } from '../attribute/index.ts'
import { type Credit, type FeedInfo, type Item, present, type Source } from '../model/index.ts'
import { plainText } from '../text/index.ts'
import type { Judgement } from './judged.ts'
import { isWireText } from './policy.ts'

/** A judged entry with its credit and the words that may be shown of it. */
export type Credited = Judgement & {
  readonly title: string
  /** plain text, one paragraph a line: the article's where one was read whole, else the feed's */
  readonly text: string
  readonly textFrom: NonNullable<Item['textFrom']>
  /** the words of the feed alone, plain, likewise cut */
  readonly feedText: string
  readonly credit: Credit
}

/** Longest text kept of an item, in characters: enough for clustering and any excerpt. */
const MAX_TEXT = 20_000
/** How much of the beginning and the end the credit is looked for in, in characters. */
const EDGE = 1_200

/** Reads the credit of an entry from the feed, the page and the text, and settles which text stands for it. Undefined without an address: there would be no source to name. */
export function credited(judgement: Judgement, source: Source, feed: FeedInfo): Credited | undefined {
  const { entry, article } = judgement
  const words = plainText(entry.content ?? entry.summary ?? '')
  const pageText = article?.snippet ?? article?.text ?? ''
  const isPageText = pageText.length > words.length
  const feedText = words.slice(0, MAX_TEXT)
  const text = isPageText ? pageText.slice(0, MAX_TEXT) : feedText
  const textFrom = isPageText ? 'page' : entry.content === undefined ? 'summary' : 'content'
  const url = entry.url ?? article?.canonicalUrl
  if (url === undefined) return undefined
  const { title, credit } = attribute(
    present({
      title: entry.title ?? article?.title,
      lead: article === undefined ? text.slice(0, EDGE) : `${article.raw.lead}\n${text}`.slice(0, EDGE),
      tail: article === undefined ? text.slice(-EDGE) : `${text}\n${article.raw.tail}`.slice(-EDGE),
      url,
      head: article?.raw.head,
      authors: article?.authors.flatMap((author) => author.name ?? []),
      canonical: article?.canonicalUrl,
      entry: present({ ...entry, rights: entry.rights ?? feed.rights, licence: entry.licence ?? feed.licence }), // what a channel says holds for its entries
      carrier: present({
        name: source.name,
        homePage: source.homePage,
        feedUrl: source.url,
        language: source.language ?? feed.language,
      }),
      language: judgement.language,
    }),
  )
  const licensed = withLicence(credit, article?.licence, source)
  return { ...judgement, text, textFrom, feedText, credit: licensed, title: title ?? entry.title ?? firstWords(text) ?? url }
}

/** A licence that only the page's headers or data state; it covers no text of a wire service. */
function withLicence(credit: Credit, licence: string | undefined, source: Source): Credit {
  if (licence === undefined || credit.licence !== undefined || isWireText(credit, source.name)) return credit
  const evidence = { part: 'licence', value: licence, from: 'page', rule: 'stated' } as const
  return { ...credit, licence, evidence: [...credit.evidence, evidence] }
}

function firstWords(text: string): string | undefined {
  const words = text.split(/\s+/, 13).filter((word) => word !== '')
  if (words.length === 0) return undefined
  return words.length > 12 ? `${words.slice(0, 12).join(' ')} …` : words.join(' ')
}
