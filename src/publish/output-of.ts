import { type PublishedEntry, publishedEntry } from './entry/published-entry.ts'
import { readerLanguage } from './entry/reader-language.ts'
import { atomFeed } from './feeds/atom.ts'
import { feedFrame } from './feeds/feed-frame.ts'
import { jsonFeed } from './feeds/json-feed.ts'
import { rssFeed } from './feeds/rss.ts'
import { indexPage } from './pages/index-page.ts'
import { pagePlaces } from './pages/page-place.ts'
import type { Channel, Publication } from './publication.ts'
import { tdmStatement } from './rights.ts'
import type { OutputFile } from './writing/write-output.ts'

/** Every file of the output, in the order of writing: what others point to first, the feeds that people subscribe to last. */
export async function outputOf(
  publication: Publication,
  _directory: string,
): Promise<{ readonly files: readonly OutputFile[]; readonly kept: readonly string[] }> {
  const { channel } = publication
  const reader = readerLanguage(channel.language)
  const entries = publication.stories.map((story) => publishedEntry(story, reader))
  const files = [
    { path: 'tdmrep.json', text: tdmStatement(channel.homePage) },
    ...pagePlaces('index', reader).map(({ path, place }) => ({ path, text: indexPage(channel, entries, place) })),
    ...mainFeeds(channel, entries),
  ]
  return { files, kept: [] }
}

function mainFeeds(channel: Channel, entries: readonly PublishedEntry[]): readonly OutputFile[] {
  const frame = (path: string) => feedFrame(channel, { path }, entries)
  return [
    { path: 'atom.xml', text: atomFeed(frame('atom.xml'), entries) },
    { path: 'feed.json', text: jsonFeed(frame('feed.json'), entries) },
    { path: 'feed.xml', text: rssFeed(frame('feed.xml'), entries) },
  ]
}
