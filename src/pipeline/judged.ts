import { type Article, type Entry, type FeedInfo, type Item, present, type Source, type Verdict } from '../model/index.ts'
import { plainText } from '../text/index.ts'
import type { BoundedPages } from './bounded-pages.ts'
import type { Desk } from './desk.ts'
import { entryLanguage } from './entry-language.ts'

/** An entry, its verdict, and the page that was read for it. */
export type Judgement = {
  readonly entry: Entry
  readonly verdict: Verdict
  readonly article?: Article /** declared or detected */
  readonly language?: string
  /** its page would be needed and cannot be read this time: the verdict is not the last word */
  readonly isPostponed?: true
}

/** Fewer words than this say too little to be republished as an excerpt. */
const FEW_WORDS = 12

/**
 * The topic's verdict on an entry. In the review band, and where the source's policy or a lack of words asks for it, the
 * article's own page is read; a page that cannot be read leaves the verdict to the words of the feed.
 * @param how.pages where the page is read; what is beyond their bounds is postponed
 * @param how.known the item that the entry was kept as, when it has changed since: a text that was read on its page is read there again
 */
export async function judged(
  entry: Entry,
  source: Source,
  {
    desk,
    pages,
    feed,
    known,
  }: {
    readonly desk: Desk
    readonly pages: Pick<BoundedPages, 'article'>
    readonly feed: FeedInfo
    readonly known: Item | undefined
  },
): Promise<Judgement> {
  const language = await entryLanguage(entry, { source, feed, desk })
  const input = present({
    title: entry.title ?? '',
    summary: entry.summary,
    content: entry.content,
    language,
    categories: entry.categories,
    url: entry.url,
    sourceId: source.id,
  })
  const verdict = source.relevance === 'all' ? WHOLE_SOURCE : desk.topic.judge(input)
  if (entry.url === undefined || !wantsArticle(entry, source, { verdict, known }))
    return present({ entry, language, verdict: settled(verdict) })
  const page = await pages.article(entry.url)
  if (page.kind === 'postponed') return present({ entry, language, verdict: settled(verdict), isPostponed: true as const })
  if (page.kind === 'refused' && verdict.band === 'review')
    return present({ entry, language, verdict: settled(verdict), isPostponed: true as const })
  if (page.kind !== 'article') return present({ entry, language, verdict: settled(verdict, page.why) })
  const { article } = page
  if (verdict.band !== 'review') return present({ entry, language, verdict, article })
  return present({ entry, language, verdict: settled(desk.topic.judge({ ...input, article: article.text })), article })
}

const WHOLE_SOURCE: Verdict = {
  relevant: true,
  band: 'yes',
  score: 1,
  threshold: 0,
  reasons: [
    { term: '*', lang: '*', field: 'title', weight: 1, note: 'the operator says that everything of this source is on topic' },
  ],
}

function wantsArticle(
  entry: Entry,
  source: Source,
  { verdict, known }: { readonly verdict: Verdict; readonly known: Item | undefined },
): boolean {
  if (source.article === 'never') return false
  if (known?.textFrom === 'page') return true
  if (verdict.band === 'no' && !verdict.relevant) return false
  if (source.article === 'always' || verdict.band === 'review') return true
  return source.republish !== 'link' && plainText(entry.content ?? entry.summary ?? '').split(/\s+/).length < FEW_WORDS
}

/** What stays in doubt is not kept; the verdict says that the doubt was never settled. */
function settled(verdict: Verdict, why?: string): Verdict {
  if (verdict.band !== 'review' || verdict.relevant) return verdict
  const doubt =
    why === undefined
      ? 'in doubt on the words of the feed alone'
      : `in doubt on the words of the feed alone, and the article could not be read: ${why}`
  return { ...verdict, nearest: verdict.nearest === undefined ? doubt : `${verdict.nearest}; ${doubt}` }
}
