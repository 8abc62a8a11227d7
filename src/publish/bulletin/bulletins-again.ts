import type { Story } from '../../model/index.ts'
import { publishedEntries } from '../entry/published-entry.ts'
import { readerLanguage } from '../entry/reader-language.ts'
import { dayOf } from '../pages/day.ts'
import type { Publication } from '../publication.ts'
import type { Existing } from '../writing/existing.ts'
import type { Bulletin } from './bulletins.ts'

/**
 * Old bulletins that hold a story which was withdrawn since, or lack one that was restored, made anew from the archive; a day that is
 * left without a story has no bulletin any more.
 */
export async function bulletinsAgain(
  { channel, archive }: Publication,
  current: readonly Bulletin[],
  existing: Pick<Existing, 'outdatedBulletins'>,
): Promise<readonly Bulletin[]> {
  const shown = new Set(current.map(({ day }) => day))
  const again: Bulletin[] = []
  for (const day of existing.outdatedBulletins) {
    if (shown.has(day) || archive === undefined) continue
    // a day's stories may have been found in the month after it
    const months = new Set([day.slice(0, 7), monthAfter(day)])
    const stories: Story[] = []
    for (const month of months) stories.push(...(await archive(month)).filter((story) => dayOf(story) === day))
    if (stories.length > 0) again.push({ day, entries: publishedEntries(stories, readerLanguage(channel.language)) })
  }
  return again
}

function monthAfter(day: string): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + 1)
  return at.toISOString().slice(0, 7)
}
