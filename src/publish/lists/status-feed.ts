import type { SourceEvent } from '../../model/index.ts'
import { cleanText } from '../../text/index.ts'
import { addressOf, feedFrame, namelessId } from '../feeds/feed-frame.ts'
import { type RssEntry, rssFeed } from '../feeds/rss.ts'
import { escapeText } from '../markup/escape.ts'
import type { Publication, SourceView } from '../publication.ts'

const MOST = 100

const WORDS: Readonly<Record<SourceEvent['kind'], string>> = {
  failing: 'cannot be read any more',
  gone: 'is gone for ever',
  moved: 'has moved',
  silent: 'has fallen silent',
  flooded: 'floods',
  recovered: 'is back',
}

/** `status.xml`: what its operator should know of the sources, one entry for each event, which never changes; the newest first. */
export function statusFeed({ channel, sources }: Pick<Publication, 'channel' | 'sources'>): string {
  const page = addressOf(channel, 'sources.html')
  const entries = sources
    .flatMap((view) => (view.state?.events ?? []).map((event) => entryOf(view, event)))
    .toSorted((a, b) => b.touched.getTime() - a.touched.getTime() || (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
  const place = { path: 'status.xml', page: 'sources.html', title: `${channel.title}: notices`, language: 'en', announced: false }
  return rssFeed(feedFrame(channel, place, entries), entries)

  function entryOf({ source }: SourceView, { kind, at, words }: SourceEvent): RssEntry & { readonly touched: Date } {
    const about = `${source.name} (${source.id}): ${cleanText(words)}`
    return {
      id: namelessId(channel, `status/${source.id}/${kind}/${at.toISOString()}`),
      url: page ?? source.homePage ?? source.url,
      title: `${source.name} ${WORDS[kind]}`,
      html: `<p>${escapeText(about)}</p><p>${escapeText(source.url)}</p>`,
      plain: escapeText(about),
      creators: [],
      categories: [kind],
      published: at,
      touched: at,
      attachments: [],
    }
  }
}
