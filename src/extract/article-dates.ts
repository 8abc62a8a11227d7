import type { CheerioAPI } from 'cheerio/slim'
import { parseDate } from '../text/index.ts'
import type { FooterLines } from './footer-lines.ts'
import type { HeaderLines } from './header-lines.ts'
import { type JsonLdNode, textsOf } from './json-ld.ts'
import type { PageHead } from './page-head.ts'

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'citation_publication_date',
  'citation_date',
  'publish-date',
  'publish_date',
  'pubdate',
  'published_at',
  'publication_date',
  'date',
  'iso-8601-publish-date',
  'bt:pubdate',
  'vr:published_time',
]

const UPDATED = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'article:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'revised',
]

/** When an article was published and last changed; what the page does not state is absent. */
export type ArticleDates = { readonly published?: Date; readonly updated?: Date }

/**
 * Reads the dates by the first source that states one: JSON-LD, the head's date fields, `itemprop`, the lines under the headline,
 * the first `<time>` of the article, the words below the text, a day in the page's address (`/2026/05/12/`). A change before the publication is not believed.
 */
export function articleDates($: CheerioAPI, head: PageHead, about: JsonLdNode | undefined, shown: Shown): ArticleDates {
  const { language, header, footer } = shown
  const first = (texts: readonly string[]): Date | undefined => {
    for (const text of texts) {
      const date = parseDate(text, language === undefined ? {} : { language })
      if (date !== undefined) return date
    }
    return undefined
  }
  const published =
    first(publishedTexts(head, about)) ??
    first(marked($, '[itemprop~="datePublished"],time[pubdate]')) ??
    first(textsOf(about?.['dateCreated'] ?? about?.['uploadDate'])) ??
    header.published ??
    first(marked($, 'time.entry-date,time.published,.published[title],article time,main time', BESIDE)) ??
    footer.published ??
    dayInPath(head.url)
  const updated =
    first([...textsOf(about?.['dateModified']), ...UPDATED.flatMap((name) => head.meta.get(name) ?? [])]) ??
    first(marked($, '[itemprop~="dateModified"]')) ??
    header.updated
  const isLater = updated !== undefined && (published === undefined || updated.getTime() >= published.getTime())
  return { ...(published === undefined ? {} : { published }), ...(isLater ? { updated } : {}) }
}

/** What the page shows its readers. */
type Shown = { readonly language: string | undefined; readonly header: HeaderLines; readonly footer: FooterLines }

function publishedTexts(head: PageHead, about: JsonLdNode | undefined): readonly string[] {
  const others = head.jsonLd.filter((node) => 'headline' in node)
  return [
    ...textsOf(about?.['datePublished']),
    ...others.flatMap((node) => textsOf(node['datePublished'])),
    ...PUBLISHED.flatMap((name) => head.meta.get(name) ?? []),
  ]
}

/** News sites file their pages by day, some by the day of the solar Hijri year. */
function dayInPath(url: string): Date | undefined {
  const path = URL.parse(url)?.pathname ?? ''
  const [, year, month, day] =
    /\/((?:20|1[34])\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(path) ??
    /\/(20\d{2})([01]\d)([0-3]\d)(?=[/_-]|$)/.exec(path) ??
    []
  if (year === undefined || month === undefined || day === undefined) return undefined
  if (year < '1500') return parseDate(`${year}/${month}/${day}`, { language: 'fa' })
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** Where the dates of other things stand. */
const BESIDE = 'aside,footer,nav,li,[class*="related" i],[class*="comment" i]'

function marked($: CheerioAPI, selector: string, beside = 'aside'): readonly string[] {
  const found = $(selector)
    .slice(0, 20)
    .filter((_, element) => $(element).closest(beside).length === 0)
    .slice(0, 5)
  return found
    .map((at, element) => {
      const one = found.eq(at)
      return one.attr('datetime') ?? one.attr('content') ?? one.attr('title') ?? $(element).text().trim()
    })
    .toArray()
    .filter((text) => text !== '' && text.length < 100)
}
