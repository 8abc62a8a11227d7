import { join } from 'node:path'
import type { ItemId, SourceEvent, SourceId } from '../../model/index.ts'
import { readerLanguage } from '../entry/reader-language.ts'
import { type Fields, fieldsOf, listAt, textAt } from './fields.ts'
import { openPublication } from './open-publication.ts'
import { toldBody } from './told-body.ts'
import { type ToldEntry, toldEntries } from './told-entries.ts'
import { eventsIn } from './told-events.ts'
import { type ToldStory, toldStory } from './told-story.ts'
import { type Tombstone, tombstonesIn } from './told-tombstone.ts'
import { type ToldWithdrawal, toldWithdrawal } from './told-withdrawal.ts'

/** What an output directory tells of the state that it was made from. */
export type Told = {
  readonly stories: readonly ToldStory[]
  readonly withdrawn: readonly ToldWithdrawal[]
  /** the stories of the window as RSS or Atom have them, where no JSON Feed can be read any more */
  readonly entries: readonly ToldEntry[]
  /** withdrawals that readers are told of; those in `withdrawn` may be among them */
  readonly tombstones: readonly Tombstone[]
  /** what befell the sources, the newest last */
  readonly events: ReadonlyMap<SourceId, readonly SourceEvent[]>
  /** documents of ours that could not be read, one line each */
  readonly troubles: readonly string[]
}

/** More than any feed of ours has. */
const MOST_ITEMS = 1_000_000

/**
 * Reads back what was published: `feed.json`, or, where that is damaged or gone, what the feeds by source and by language still hold, or
 * else Atom or RSS. What is no document of ours is passed over, and nothing in it is believed that would not have been written. Never throws
 * for what is there.
 */
export async function readPublished(directory: string): Promise<Told> {
  const publication = openPublication(directory)
  const { troubles } = publication
  const main = await publication.json('feed.json')
  const status = fieldsOf(await publication.json('status.json'))
  const rest = { tombstones: tombstonesIn(status), events: eventsIn(status), troubles }
  if (isOurs(main)) return { ...toldIn([main]), entries: [], ...rest }
  const parts: Fields[] = []
  for (const folder of [join('by', 'source'), join('by', 'language')])
    for (const name of await publication.names(folder, '.json')) {
      const part = await publication.json(join(folder, name))
      if (isOurs(part)) parts.push(part)
    }
  const told = toldIn(parts)
  const entries: ToldEntry[] = []
  for (const name of told.stories.length > 0 ? [] : ['atom.xml', 'feed.xml'])
    if (entries.length === 0) entries.push(...toldEntries((await publication.text(name)) ?? ''))
  return { ...told, entries, ...rest }
}

function isOurs(feed: Fields | undefined): feed is Fields {
  return feed?.['_kaynak'] !== undefined
}

function toldIn(feeds: readonly Fields[]): Pick<Told, 'stories' | 'withdrawn'> {
  const stories = new Map<ItemId, ToldStory>()
  const withdrawn = new Map<ItemId, ToldWithdrawal>()
  for (const feed of feeds) {
    const reader = readerLanguage(textAt(feed, 'language', 40) ?? 'en')
    for (const value of listAt(feed, 'items', MOST_ITEMS)) {
      const entry = fieldsOf(value)
      const story = toldStory(entry)
      if (story === undefined || stories.has(story.id)) continue
      const html = toldBody(story, textAt(entry, 'content_html', Number.POSITIVE_INFINITY) ?? '', reader)
      stories.set(story.id, html === undefined ? story : { ...story, lead: { ...story.lead, html } })
    }
    for (const value of listAt(fieldsOf(feed['_kaynak']), 'withdrawn', MOST_ITEMS)) {
      const one = toldWithdrawal(fieldsOf(value))
      if (one !== undefined && !withdrawn.has(one.withdrawal.itemId)) withdrawn.set(one.withdrawal.itemId, one)
    }
  }
  return { stories: [...stories.values()], withdrawn: [...withdrawn.values()] }
}
