import { healthOf } from '../lists/source-health.ts'
import type { SourceView } from '../publication.ts'
import type { PageWords } from '../words/page-words.ts'

/**
 * A source's health as a sentence: how it does, why not, since when. Without a word that ages: no page may change by itself.
 * @param dated words a date in a language; `creditDates()` for all rows of a page
 */
export function healthWords(
  view: SourceView,
  words: PageWords,
  dated: (moment: Date, language: string | undefined) => string,
): string {
  const { state } = view
  const { health, language } = words
  const state_ = healthOf(view)
  if (state === undefined || state_ === 'disabled' || state_ === 'unread')
    return health[state_ === 'disabled' ? 'disabled' : 'unread']
  const parts: string[] = []
  if (state_ === 'failing') {
    const why = state.trouble === undefined ? '' : `: ${health.trouble[state.trouble.code]}`
    parts.push(health.failing(state.failures) + why)
    if (state.lastSuccess !== undefined) parts.push(health.lastRead(dated(state.lastSuccess, language)))
  } else {
    parts.push(health.well)
    if (state.lastChange !== undefined) parts.push(health.lastNew(dated(state.lastChange, language)))
  }
  if (state.moved !== undefined) parts.push(health.moved)
  return parts.join('; ')
}
