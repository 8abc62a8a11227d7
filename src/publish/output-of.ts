import { bulletinFeed } from './bulletin/bulletin-feed.ts'
import { bulletinIndex } from './bulletin/bulletin-index.ts'
import { bulletinPage } from './bulletin/bulletin-page.ts'
import { bulletinsOf, pagesOf } from './bulletin/bulletins.ts'
import { bulletinsAgain } from './bulletin/bulletins-again.ts'
import { type PublishedEntry, publishedEntries } from './entry/published-entry.ts'
import { readerLanguage } from './entry/reader-language.ts'
import { archiveFeeds } from './feeds/archive-feeds.ts'
import { atomFeed } from './feeds/atom.ts'
import { type FeedFrame, feedFrame } from './feeds/feed-frame.ts'
import { FEED_STYLE } from './feeds/feed-style.ts'
import { jsonFeed } from './feeds/json-feed.ts'
import { type Part, partFeeds, partsByLanguage, partsBySource } from './feeds/part-feeds.ts'
import { rssFeed } from './feeds/rss.ts'
import { opml } from './lists/opml.ts'
import { statusFeed } from './lists/status-feed.ts'
import { statusJson } from './lists/status-json.ts'
import { indexPage } from './pages/index-page.ts'
import { pagePlaces, partPlace } from './pages/page-place.ts'
import { sourcesPage } from './pages/sources-page.ts'
import type { Publication } from './publication.ts'
import { tdmStatement } from './rights.ts'
import type { Existing } from './writing/existing.ts'
import type { OutputFile } from './writing/write-output.ts'

/** Every file of the output, in the order of writing: what others point to first, the feeds that people subscribe to last. */
export async function outputOf(
  publication: Publication,
  existing: Existing,
): Promise<{ readonly files: readonly OutputFile[]; readonly kept: readonly string[] }> {
  const { channel, stories, sources } = publication
  const own = readerLanguage(channel.language)
  const entries = publishedEntries(stories, own)
  const archive = await archiveFeeds(publication, existing)
  const bulletins = bulletinsOf(entries)
  const again = await bulletinsAgain(publication, bulletins, existing)
  const bulletinDays = new Set([...existing.bulletins, ...[...bulletins, ...again].map(({ day }) => day)])
  const files = [
    { path: 'feed.css', text: FEED_STYLE },
    { path: 'tdmrep.json', text: tdmStatement(channel.homePage) },
    { path: 'sources.opml', text: opml(channel, sources) },
    ...archive.files,
    ...pagesOf(bulletins, existing).map((bulletin) => ({
      path: `bulletin/${bulletin.day}.html`,
      text: bulletinPage(channel, bulletin),
    })),
    ...again.map(({ day, text }) => ({ path: `bulletin/${day}.html`, text })),
    { path: 'bulletin/index.html', text: bulletinIndex(channel, [...bulletinDays]) },
    { path: 'bulletin/feed.xml', text: bulletinFeed(channel, bulletins) },
    ...partsByLanguage(entries, { channel, existing }).flatMap((part) => languageFiles(publication, part)),
    ...partsBySource(entries, sources, { channel, existing }).flatMap((part) => partFeeds(publication, 'by/source', part)),
    ...pagePlaces('sources', own).map(({ path, place }) => ({ path, text: sourcesPage(publication, place) })),
    ...pagePlaces('index', own).map(({ path, place }) => ({ path, text: indexPage(channel, entries, place) })),
    { path: 'status.json', text: statusJson(publication) },
    ...(channel.statusFeed === true ? [{ path: 'status.xml', text: statusFeed(publication) }] : []),
    ...mainFeeds(publication, entries, archive.links),
  ]
  return { files, kept: [...archive.kept, ...[...existing.bulletins].map((day) => `bulletin/${day}.html`)] }
}

function languageFiles(publication: Publication, part: Part): readonly OutputFile[] {
  const { channel } = publication
  const place = partPlace(part.title, `${part.name}`, readerLanguage(channel.language))
  return [
    { path: `by/language/${part.name}.html`, text: indexPage(channel, part.entries, place) },
    ...partFeeds(publication, 'by/language', part),
  ]
}

function mainFeeds(
  { channel, withdrawn, remembered }: Publication,
  entries: readonly PublishedEntry[],
  archives: FeedFrame['archives'],
): readonly OutputFile[] {
  const frame = (path: string) => feedFrame(channel, { path, withdrawn }, entries)
  return [
    { path: 'atom.xml', text: atomFeed(frame('atom.xml'), entries) },
    { path: 'feed.json', text: jsonFeed(frame('feed.json'), entries, remembered) },
    { path: 'feed.xml', text: rssFeed({ ...frame('feed.xml'), archives }, entries) },
  ]
}
