import type { Story } from '../../model/index.ts'
import { publishedEntries } from '../entry/published-entry.ts'
import { readerLanguage } from '../entry/reader-language.ts'
import { dayOf } from '../pages/day.ts'
import type { Publication } from '../publication.ts'
import { BULLETIN_ARTICLES, carriedOver } from '../writing/carried-over.ts'
import { endedStories } from '../writing/ended-stories.ts'
import type { Existing } from '../writing/existing.ts'
import { bulletinPage } from './bulletin-page.ts'
import type { Bulletin } from './bulletins.ts'

/**
 * The pages of old bulletins that hold a story which was withdrawn since, or lack one that was restored, made anew from the archive; a
 * day that is left without a story has no bulletin any more.
 */
export async function bulletinsAgain(
  publication: Publication,
  current: readonly Bulletin[],
  existing: Pick<Existing, 'outdatedBulletins'>,
): Promise<readonly { readonly day: string; readonly text: string }[]> {
  const { channel, archive } = publication
  const withdrawn = endedStories(publication)
  const shown = new Set(current.map(({ day }) => day))
  const again: { day: string; text: string }[] = []
  for (const [day, before] of existing.outdatedBulletins) {
    if (shown.has(day) || archive === undefined) continue
    // a day's stories may have been found in the month after it
    const months = new Set([day.slice(0, 7), monthAfter(day)])
    const stories: Story[] = []
    for (const month of months) stories.push(...(await archive(month)).filter((story) => dayOf(story) === day))
    const fresh = bulletinPage(channel, { day, entries: publishedEntries(stories, readerLanguage(channel.language)) })
    const text = carriedOver(fresh, before, { blocks: BULLETIN_ARTICLES, withdrawn })
    if (text !== undefined) again.push({ day, text })
  }
  return again
}

function monthAfter(day: string): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + 1)
  return at.toISOString().slice(0, 7)
}
