import { directionOf } from '../entry/direction.ts'
import type { PublishedEntry } from '../entry/published-entry.ts'
import { readerLanguage } from '../entry/reader-language.ts'
import { addressOf, feedFrame, namelessId } from '../feeds/feed-frame.ts'
import { type RssEntry, rssFeed } from '../feeds/rss.ts'
import { escapeAttribute, escapeText } from '../markup/escape.ts'
import type { Channel } from '../publication.ts'
import { wordsOf } from '../words/words-of.ts'
import { type Bulletin, printedDay } from './bulletins.ts'
import { capitals } from './capitals.ts'

/** a fortnight: short enough that the window seldom cuts into a day that is still in the feed */
const DAYS = 14

/** `bulletin/feed.xml`: one entry a day, which keeps its id while the day goes on; each story in it with its whole credit. */
export function bulletinFeed(channel: Channel, bulletins: readonly Bulletin[]): string {
  const words = wordsOf(readerLanguage(channel.language))
  const entries = bulletins.slice(0, DAYS).map((bulletin) => entryOf(channel, bulletin))
  const place = {
    path: 'bulletin/feed.xml',
    page: 'bulletin/index.html',
    title: `${channel.title}: ${words.daily.name}`,
    announced: false,
  }
  return rssFeed(feedFrame(channel, place, entries), entries)
}

function entryOf(channel: Channel, { day, entries }: Bulletin): RssEntry & Pick<PublishedEntry, 'touched'> {
  const touched = new Date(Math.max(...entries.map((entry) => entry.touched.getTime())))
  return {
    id: namelessId(channel, `bulletin/${day}`),
    url: addressOf(channel, `bulletin/${day}.html`) ?? '',
    title: `${channel.title}, ${printedDay(day)}`,
    html: entries.map(storyHtml).join('<hr>'),
    plain: escapeText(entries.map((entry) => `${entry.title} (${entry.credit})`).join('; ')),
    creators: [channel.publisher?.name ?? channel.title],
    categories: [],
    published: touched,
    touched,
    attachments: [],
  }
}

function storyHtml({ title, language, html }: PublishedEntry): string {
  const lang = language === undefined ? '' : ` lang="${escapeAttribute(language)}"`
  return `<h3${lang} dir="${directionOf(language)}">${escapeText(capitals(title, language))}</h3>${html}`
}
