import type { Story } from '../../model/index.ts'
import { publishedEntries } from '../entry/published-entry.ts'
import { readerLanguage } from '../entry/reader-language.ts'
import type { Channel, Publication } from '../publication.ts'
import { carriedOver, RSS_ITEMS } from '../writing/carried-over.ts'
import { endedStories } from '../writing/ended-stories.ts'
import type { Existing } from '../writing/existing.ts'
import type { OutputFile } from '../writing/write-output.ts'
import { addressOf, type FeedFrame, feedFrame } from './feed-frame.ts'
import { rssFeed } from './rss.ts'

/** The archive, and how the subscription document joins it. */
export type Archive = {
  readonly files: readonly OutputFile[]
  readonly kept: readonly string[]
  /** RFC 5005 relations of `feed.xml` */
  readonly links: FeedFrame['archives']
}

/**
 * `archive/YYYY-MM.xml` for every month from the first that is known to the present one (RFC 5005 section 4). A month that is over is
 * written once, marked `fh:archive`, and never again; its neighbours are known beforehand, so its links are final too. The present
 * month's document grows and carries no mark. `feed.xml` leads to it as soon as it holds what the window does not, and else to
 * the last month that is over: following `prev-archive` from the feed always meets every story.
 */
export async function archiveFeeds(
  publication: Publication,
  existing: Pick<Existing, 'closedMonths' | 'openMonths' | 'outdatedMonths'>,
): Promise<Archive> {
  const { channel, archive, now } = publication
  const present = now.toISOString().slice(0, 7)
  const { closedMonths, openMonths, outdatedMonths } = existing
  const known = [...(publication.months ?? []), ...closedMonths, ...openMonths.keys(), ...outdatedMonths.keys()]
    .filter((month) => month < present)
    .sort()
  const first = known[0]
  const hasPresent = publication.months?.includes(present) === true || openMonths.has(present)
  if (archive === undefined || (first === undefined && !hasPresent))
    return { files: [], kept: [...closedMonths].map(pathOf), links: [] }
  const months = monthsBetween(first ?? present, present)
  const files: OutputFile[] = []
  const kept: string[] = []
  const withdrawn = endedStories(publication)
  let overflows = false
  for (const [at, month] of months.entries()) {
    if (month < present && closedMonths.has(month)) {
      kept.push(pathOf(month))
      continue
    }
    const stories = await archive(month)
    const around = { prev: months[at - 1], next: months[at + 1] }
    const fresh = archiveText(channel, { month, around, closed: month < present }, stories)
    const text = withEarlier(fresh, outdatedMonths.get(month) ?? openMonths.get(month), withdrawn)
    if (month === present) overflows = text !== fresh || holdsMore(stories, publication.stories)
    files.push({ path: pathOf(month), text })
  }
  const target = overflows ? present : months.at(-2)
  return { files, kept, links: target === undefined ? [] : linkTo(channel, 'prev-archive', pathOf(target)) }
}

const DATED = /<lastBuildDate>([^<]*)<\/lastBuildDate>/

/** A document with the stories that only the one before it knows; it is then no older than that one. */
function withEarlier(fresh: string, before: string | undefined, withdrawn: ReadonlySet<string>): string {
  const text = before === undefined ? fresh : (carriedOver(fresh, before, { blocks: RSS_ITEMS, withdrawn }) ?? fresh)
  const [was, is] = [before ?? '', text].map((one) => DATED.exec(one))
  const isOlder = text !== fresh && was !== undefined && was !== null && Date.parse(is?.[1] ?? '') < Date.parse(was[1] ?? '')
  return isOlder ? text.replace(DATED, () => was[0]) : text
}

type Place = {
  readonly month: string
  readonly around: { readonly prev: string | undefined; readonly next: string | undefined }
  readonly closed: boolean
}

function archiveText(channel: Channel, { month, around, closed }: Place, stories: readonly Story[]): string {
  const entries = publishedEntries(stories, readerLanguage(channel.language))
  const archives = [
    ...linkTo(channel, 'current', 'feed.xml'),
    ...(around.prev === undefined ? [] : linkTo(channel, 'prev-archive', pathOf(around.prev))),
    ...(around.next === undefined ? [] : linkTo(channel, 'next-archive', pathOf(around.next))),
  ]
  const place = { path: pathOf(month), title: `${channel.title}: ${month}`, archives, closed, announced: false }
  return rssFeed(feedFrame(channel, place, entries), entries)
}

function linkTo(channel: Channel, rel: FeedFrame['archives'][number]['rel'], path: string): FeedFrame['archives'] {
  const url = addressOf(channel, path)
  return url === undefined ? [] : [{ rel, url }]
}

function holdsMore(stories: readonly Story[], window: readonly Story[]): boolean {
  const shown = new Set(window.map((story) => story.id))
  return stories.some((story) => !shown.has(story.id))
}

function pathOf(month: string): string {
  return `archive/${month}.xml`
}

function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = []
  const at = new Date(`${first}-01T00:00:00Z`)
  while (at.toISOString().slice(0, 7) <= last) {
    months.push(at.toISOString().slice(0, 7))
    at.setUTCMonth(at.getUTCMonth() + 1)
  }
  return months
}
